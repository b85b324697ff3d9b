import type { FactSpec } from '../chart/effect.ts';

/** What a switch of the law writes into the cases that it moves. */
export const LAW_FACTS = {
  'deadline.rebased': {
    text: { zh: '期限改按新规则计算', en: 'Deadlines taken over by a new rule pack' },
    data: ['moved', 'rulePack'],
  },
  'procedure.migrated': {
    text: { zh: '已迁移到新的流程版本', en: 'Taken over to a new version of the procedure' },
    data: ['from', 'stateAfter', 'stateBefore', 'to'],
  },
} as const satisfies Record<string, FactSpec>;
