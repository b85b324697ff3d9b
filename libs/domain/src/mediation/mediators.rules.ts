import type { ChartContext } from '../case/memo.ts';
import { TEAM_SEATS } from '../case/mediation.ts';
import { hasDocument, listOf, oneOf, textOf } from '../case/payload.ts';
import { forbidden, invalid, refused } from '../case/refusal.ts';
import type { Rule } from '../chart/rule.ts';
import { everySideIn } from './application.rules.ts';
import { kindOf, mediates, recordOf } from './record.ts';

const CHOICE = '《人民调解法》第19条、第23条';
const RECUSAL = '《最高人民法院关于人民法院特邀调解的规定》第15条、第16条';
const TEAM = '“五包一”工作小组（地方做法）';

/** Marriage and family disputes in the categories (矛盾纠纷/婚姻家庭纠纷). */
const FAMILY = '8001';
/** Which unit takes a seat that belongs to one organ. */
const SEAT_FUNCTIONS: Readonly<Record<string, string>> = { police: 'public-security', 'womens-federation': 'womens-federation' };

export const mediatorOfBody: Rule = {
  name: 'mediator-of-body',
  basis: CHOICE,
  text: { zh: '调解员属于本调解组织或工作小组的单位', en: 'the mediator belongs to the body, or to a unit of its team' },
  payload: true,
  check: (context, { command }) => {
    const unitId = textOf(command, 'userIdUnit');
    return unitId !== null && (unitId === context.holderUnitId || recordOf(context).team.some((one) => one.unitId === unitId))
      ? null
      : invalid('userId', 'mediator.of_another_body', {
          zh: '该人员不属于本调解组织。',
          en: 'This person belongs neither to the body nor to a unit of its team.',
        });
  },
};

export const mediatorIsNew: Rule = {
  name: 'mediator-is-new',
  basis: RECUSAL,
  text: { zh: '未担任过本案调解员，也未回避', en: 'neither a mediator of this case already, nor one before, nor recused' },
  payload: true,
  check: (context, { command }) => {
    const userId = textOf(command, 'userId');
    const { formerMediators } = recordOf(context);
    if (userId === null || !(mediates(context, userId) || formerMediators.includes(userId) || context.recusedUsers.includes(userId)))
      return null;
    return refused(
      {
        zh: '该人员已是本案调解员，或已回避、被拒绝，不得再任。',
        en: 'This person mediates already, or was refused or recused and isn’t appointed again.',
      },
      { basis: RECUSAL },
    );
  },
};

/** Art 19: appointed by the body, or chosen by both parties; then both must have chosen. */
export const chosenByBoth: Rule = {
  name: 'chosen-by-both',
  basis: CHOICE,
  text: { zh: '当事人选定的，须双方一致', en: 'if the parties choose, both choose' },
  payload: true,
  check: (context, { command }) =>
    textOf(command, 'chosenBy') !== 'parties' || everySideIn(context, listOf(command, 'consents'))
      ? null
      : refused({ zh: '当事人选定调解员须双方一致。', en: 'A mediator chosen by the parties is chosen by both.' }, { basis: CHOICE }),
};

export const isMediator: Rule = {
  name: 'is-mediator',
  basis: '《人民调解法》第23条',
  text: { zh: '此人是本案调解员', en: 'this person mediates the case' },
  payload: true,
  check: (context, { command }) =>
    mediates(context, textOf(command, 'userId'))
      ? null
      : invalid('userId', 'mediator.unknown', { zh: '此人不是本案调解员。', en: 'This person doesn’t mediate the case.' }),
};

/** A party refuses a mediator (Art 23), or the mediator himself declines; nobody else takes him away. */
export const refusedByPartyOrSelf: Rule = {
  name: 'refused-by-party-or-self',
  basis: '《人民调解法》第23条',
  text: { zh: '由当事人拒绝，或调解员本人推辞', en: 'refused by a party, or declined by the mediator himself' },
  payload: true,
  check: (_context, { command }) =>
    textOf(command, 'partyId') !== null || textOf(command, 'userId') === command.by.userId
      ? null
      : forbidden(
          { zh: '须记明拒绝的当事人，或由调解员本人推辞。', en: 'Name the party that refuses, or let the mediator decline himself.' },
          { basis: '《人民调解法》第23条', whoMay: { zh: '当事人或调解员本人', en: 'a party, or the mediator himself' } },
        ),
};

export const mediatorThere: Rule = {
  name: 'mediator-there',
  basis: '《人民调解法》第19条',
  text: { zh: '已确定调解员', en: 'there is a mediator' },
  payload: false,
  check: (context) =>
    recordOf(context).mediators.length > 0
      ? null
      : refused({ zh: '尚未确定调解员。', en: 'There is no mediator yet.' }, { basis: '《人民调解法》第19条' }),
};

/** A court's matter: the mediator signs for it, once. */
export const awaitsSignature: Rule = {
  name: 'awaits-signature',
  basis: '《最高人民法院关于人民法院特邀调解的规定》第27条',
  text: { zh: '法院委派、委托的案件，尚未签收', en: 'a court’s matter, not signed for yet' },
  payload: false,
  check: (context) =>
    kindOf(context).runsFrom === 'receipt' && recordOf(context).signedAt === undefined
      ? null
      : refused(
          { zh: '没有待签收的法院委派、委托案件。', en: 'There is no court’s matter to sign for.' },
          { basis: '《最高人民法院关于人民法院特邀调解的规定》第27条' },
        ),
};

export const signedWhereDue: Rule = {
  name: 'signed-where-due',
  basis: '《最高人民法院关于人民法院特邀调解的规定》第27条',
  text: { zh: '法院委派、委托的，调解员已签收', en: 'a court’s matter has been signed for' },
  payload: false,
  check: (context) =>
    kindOf(context).runsFrom !== 'receipt' || recordOf(context).signedAt !== undefined
      ? null
      : refused(
          { zh: '调解员尚未签收法院委派、委托的案件。', en: 'The mediator hasn’t signed for the court’s matter yet.' },
          { basis: '《最高人民法院关于人民法院特邀调解的规定》第27条', whoMay: { zh: '本案调解员', en: 'a mediator of the case' } },
        ),
};

export const familyDispute: Rule = {
  name: 'family-dispute',
  basis: TEAM,
  text: { zh: '婚姻家庭纠纷', en: 'a family dispute' },
  payload: false,
  check: ({ categoryCode }) =>
    categoryCode.startsWith(FAMILY)
      ? null
      : refused({ zh: '“五包一”工作小组只用于婚姻家庭纠纷。', en: 'The team of five is for family disputes.' }, { basis: TEAM }),
};

export const seatFree: Rule = {
  name: 'seat-free',
  basis: TEAM,
  text: { zh: '席位空缺', en: 'the seat is free' },
  payload: true,
  check: (context, { command }) =>
    recordOf(context).team.some((one) => one.seat === textOf(command, 'seat'))
      ? refused({ zh: '该席位已有单位。', en: 'The seat is taken.' }, { basis: TEAM })
      : null,
};

/** The seats of the police and the women's federation are theirs. */
export const seatFitsUnit: Rule = {
  name: 'seat-fits-unit',
  basis: TEAM,
  text: { zh: '民警席位为公安机关，妇联席位为妇联', en: 'the seats of police and women’s federation are taken by them' },
  payload: true,
  check: (_context, { command }) => {
    const wanted = SEAT_FUNCTIONS[oneOf(command, 'seat', TEAM_SEATS) ?? ''];
    const unit = command.units[textOf(command, 'unitId') ?? ''];
    return wanted === undefined || unit === undefined || unit.function === wanted
      ? null
      : invalid('unitId', 'team.wrong_unit', { zh: '该席位须由相应机关担任。', en: 'This seat is taken by the organ it names.' });
  },
};

/** The product mediates disputes, it doesn't police people: the officer comes for somebody's safety alone. */
export const policeForSafety: Rule = {
  name: 'police-for-safety',
  basis: '《人民调解法》第25条',
  text: { zh: '民警只在涉及人身安全时参加，并记明理由', en: 'the police only where somebody’s safety is at stake, with the reason' },
  payload: true,
  check: (_context: ChartContext, { command }) =>
    textOf(command, 'seat') !== 'police' || hasDocument(command, 'safetyReason')
      ? null
      : refused(
          { zh: '民警只在涉及人身安全时参加，须记明理由。', en: 'The police take a seat only for somebody’s safety; say why.' },
          { basis: '《人民调解法》第25条' },
        ),
};
