import { hasDocument, oneOf, textOf } from '../case/payload.ts';
import { HAND_OVER_TARGETS, MEDIATION_END_GROUNDS } from '../case/mediation.ts';
import type { HandOverTarget } from '../case/mediation.ts';
import { invalid, refused } from '../case/refusal.ts';
import type { Branch } from '../chart/chart.ts';
import type { Rule } from '../chart/rule.ts';
import { limitClock, recordOf } from './record.ts';

const GROUNDS = '《人民调解法》第26条；《人民法院在线调解规则》第25条';

/** "The term is over" is a ground only when it is. */
export const termIsOver: Rule = {
  name: 'term-is-over',
  basis: GROUNDS,
  text: { zh: '以期限届满终止的，期限确已届满', en: 'if it ends because the term is over, the term is over' },
  payload: true,
  check: (context, { command, open }) => {
    if (oneOf(command, 'ground', MEDIATION_END_GROUNDS) !== 'term-expired') return null;
    const clock = limitClock(context, open);
    if (clock === undefined || clock.state === 'fired' || (clock.state === 'armed' && command.at >= clock.dueAt)) return null;
    return refused(
      { zh: `调解期限至${clock.dueDate}，尚未届满。`, en: `The limit runs until ${clock.dueDate}; it is not over.` },
      { basis: GROUNDS, from: clock.dueAt },
    );
  },
};

/** Whatever isn't on the list is written out. */
export const otherGroundExplained: Rule = {
  name: 'other-ground-explained',
  basis: GROUNDS,
  text: { zh: '其他理由须写明', en: 'another ground is written out' },
  payload: true,
  check: (_context, { command }) =>
    oneOf(command, 'ground', MEDIATION_END_GROUNDS) !== 'other' || hasDocument(command, 'note')
      ? null
      : invalid('note', 'mediation.ground_unexplained', { zh: '请写明终止理由。', en: 'Write down why it ends.' }),
};

/** A limit of another kind passing ends nothing here. */
export const ownLimit = (rule: string): Branch => ({
  name: `limit-is-${rule}`,
  text: { zh: '本类调解的期限', en: 'the limit of this kind of mediation' },
  holds: (context, { open }) => limitClock(context, open)?.rule === rule,
});

export const nothingOwed: Rule = {
  name: 'no-receipt-owed',
  basis: '诉调、访调、警调对接惯例',
  text: { zh: '没有待回执的移交', en: 'no receipt is awaited' },
  payload: false,
  check: (context) =>
    recordOf(context).receiptOwed === null
      ? null
      : refused({ zh: '前次移交的回执尚未收到。', en: 'The receipt of the last hand-over hasn’t come yet.' }),
};

export const receiptAwaited: Rule = {
  name: 'receipt-awaited',
  basis: '诉调、访调、警调对接惯例',
  text: { zh: '有待回执的移交', en: 'a receipt is awaited' },
  payload: false,
  check: (context) =>
    recordOf(context).receiptOwed === null
      ? refused({ zh: '没有待回执的移交。', en: 'Nothing was handed over that a receipt is awaited of.' })
      : null,
};

/** Which functions take what is handed to an organ. */
const TAKEN_BY: Readonly<Record<HandOverTarget, readonly string[]>> = {
  court: ['court'],
  police: ['public-security'],
  petition: ['petition-office', 'governance-centre'],
  arbitration: ['labour-arbitration'],
};

export const targetFitsOrgan: Rule = {
  name: 'target-fits-organ',
  basis: '诉调、访调、警调对接惯例',
  text: { zh: '接收单位属于所移交的机关', en: 'the unit is one of the organ that it is handed to' },
  payload: true,
  check: (_context, { command }) => {
    const to = oneOf(command, 'to', HAND_OVER_TARGETS);
    const unit = command.units[textOf(command, 'unitId') ?? ''];
    return to === null || unit === undefined || TAKEN_BY[to].includes(unit.function)
      ? null
      : invalid('unitId', 'mediation.hand_over_unit', {
          zh: '接收单位与所移交的机关不符。',
          en: 'This unit is none of the organ that it is handed to.',
        });
  },
};

/** While people still talk, only danger or a possible offence leaves the room (Art 25). */
export const onlyPoliceMeanwhile: Rule = {
  name: 'only-police-meanwhile',
  basis: '《人民调解法》第25条',
  text: { zh: '调解期间只向公安机关移交涉嫌违法犯罪的线索', en: 'while it goes on, only what may be an offence is passed to the police' },
  payload: true,
  check: (_context, { command }) =>
    oneOf(command, 'to', HAND_OVER_TARGETS) === 'police'
      ? null
      : refused(
          { zh: '调解未终止，不得移交其他机关。', en: 'The mediation hasn’t ended: it isn’t handed to another organ.' },
          { basis: '《人民调解法》第25条' },
        ),
};
