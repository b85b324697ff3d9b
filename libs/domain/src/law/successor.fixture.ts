import { RULE_PACKS } from '../rule-packs/index.ts';
import type { RulePack, RunningClocks } from '../rule-packs/rule.ts';

const national = RULE_PACKS.find(({ id }) => id === 'national-2022');

/** The pack of 2022 with other figures, in its place from a day on. */
export function successor(runningClocks: RunningClocks, amounts: Readonly<Record<string, number>>, from = '2026-03-01'): RulePack {
  if (national === undefined) throw new Error('there is a pack of 2022');
  return {
    ...national,
    id: `national-2022.2-${runningClocks}`,
    effectiveFrom: from,
    supersedes: 'national-2022',
    runningClocks,
    rules: national.rules.map((rule) => ({
      ...rule,
      amount: amounts[rule.id] ?? rule.amount,
      effectiveFrom: rule.effectiveFrom > from ? rule.effectiveFrom : from,
    })),
  };
}
