import type { FactSpec } from '../chart/effect.ts';
import { factsOf } from '../chart/effect.ts';

/** `by` supervises, `unitId` is supervised; `item` is the number of what was asked, `resolution` that of the joint meeting's. */
export const CARD_FACTS = {
  'card.opened': { text: { zh: '督办单已下达', en: 'Supervision card issued' }, data: ['by', 'deadlineId', 'ground', 'rule', 'unitId'] },
  'card.answered': { text: { zh: '已书面回复督办单', en: 'Supervision card answered in writing' }, data: ['by'] },
  'card.item-added': { text: { zh: '增加督办事项', en: 'A further item asked for' }, data: ['item'] },
  'card.evidence-given': { text: { zh: '已提交整改佐证', en: 'Evidence given' }, data: ['item'] },
  'card.evidence-sent-back': { text: { zh: '佐证不足，已退回', en: 'Evidence found wanting, sent back' }, data: ['item', 'times'] },
  'card.item-signed-off': { text: { zh: '事项已销号', en: 'Item signed off against its evidence' }, data: ['item'] },
  'card.signed-off': { text: { zh: '督办已销号', en: 'Supervision signed off' }, data: ['by'] },
  'card.withdrawn': { text: { zh: '督办已撤销', en: 'Supervision withdrawn' }, data: ['by'] },
  'measure.proposed': { text: { zh: '建议提请联席会议采取措施', en: 'Measure proposed to the joint meeting' }, data: ['measure', 'rule'] },
  'measure.applied': {
    text: { zh: '依联席会议决议采取措施', en: 'Measure taken by resolution of the joint meeting' },
    data: ['dueDate', 'measure', 'resolution'],
  },
  'listing.warned': { text: { zh: '已发挂牌预警', en: 'Warned of being listed' }, data: ['unitId'] },
  'listing.inspected': { text: { zh: '已实地督查', en: 'Inspected on the spot' }, data: ['changed'] },
  'listing.lifted': { text: { zh: '已摘牌', en: 'Delisted' }, data: ['unitId'] },
} as const satisfies Record<string, FactSpec>;

export const carded = factsOf(CARD_FACTS);
