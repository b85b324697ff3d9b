import type { ChartContext } from '../case/memo.ts';
import { refused } from '../case/refusal.ts';
import type { Rule } from '../chart/rule.ts';
import { cardOf, itemOf } from './card.ts';

export const CARD_BASIS = '《信访工作条例》第40条第1款';
const PRACTICE = '督办工作惯例：对单销号（地方默认规则）';

const answered = (context: ChartContext): boolean => cardOf(context).answeredOn !== undefined;

export const answerAwaited: Rule = {
  name: 'answer-awaited',
  basis: CARD_BASIS,
  text: { zh: '督办单尚未回复，且由本单回复', en: 'the card waits for its answer, and is answered here' },
  payload: false,
  check: (context) => {
    if (cardOf(context).overdue !== undefined)
      return refused(
        {
          zh: '因逾期启动的督办，在原事项中“回复督办”；此处逐项提交佐证。',
          en: 'A supervision of something overdue is replied to in the case itself; here the evidence is given, item by item.',
        },
        { basis: CARD_BASIS },
      );
    return answered(context) ? refused({ zh: '督办单已经回复。', en: 'The card has been answered.' }, { basis: CARD_BASIS }) : null;
  },
};

export const itemKnown: Rule = {
  name: 'item-known',
  basis: PRACTICE,
  text: { zh: '有此督办事项，且未销号', en: 'there is such an item, not signed off yet' },
  payload: true,
  check: (context, { command }) => {
    const item = itemOf(context, command);
    if (item === undefined) return refused({ zh: '督办单上没有这一事项。', en: 'The card has no such item.' }, { basis: PRACTICE });
    return item.signedOff === true ? refused({ zh: '该事项已经销号。', en: 'The item has been signed off.' }, { basis: PRACTICE }) : null;
  },
};

export const evidenceGiven: Rule = {
  name: 'evidence-given',
  basis: PRACTICE,
  text: { zh: '该事项已有佐证', en: 'evidence was given for the item' },
  payload: true,
  check: (context, { command }) =>
    itemOf(context, command)?.evidenceId === undefined
      ? refused(
          { zh: '该事项没有佐证材料，不能销号。', en: 'No evidence was given for this item: nothing is signed off without.' },
          { basis: PRACTICE, whoMay: { zh: '被督办单位先提交佐证', en: 'the supervised unit gives evidence first' } },
        )
      : null,
};

export const allSignedOff: Rule = {
  name: 'all-signed-off',
  basis: PRACTICE,
  text: { zh: '各事项均已逐项销号', en: 'every item has been signed off' },
  payload: false,
  check: (context) => {
    const open = cardOf(context).items.filter((one) => one.signedOff !== true);
    const numbers = open.map((one) => String(one.no));
    return open.length === 0
      ? null
      : refused({ zh: `事项${numbers.join('、')}尚未销号。`, en: `Not signed off yet: item ${numbers.join(', ')}.` }, { basis: PRACTICE });
  },
};

export const notListed: Rule = {
  name: 'not-listed',
  basis: '挂牌督办惯例：不摘牌、不销号（地方默认规则）',
  text: { zh: '未挂牌，或已摘牌', en: 'not listed, or delisted' },
  payload: false,
  check: (context) =>
    cardOf(context).listed === undefined
      ? null
      : refused(
          { zh: '挂牌督办事项须先摘牌，才能销号。', en: 'What is listed is delisted first, then signed off.' },
          { basis: '挂牌督办惯例（地方默认规则）' },
        ),
};
