import type { ChartContext } from '../case/memo.ts';
import { listOf, oneOf, textOf } from '../case/payload.ts';
import { OPENNESS } from '../case/mediation.ts';
import { invalid, refused } from '../case/refusal.ts';
import type { Branch } from '../chart/chart.ts';
import type { Rule, Step } from '../chart/rule.ts';
import { bothSides, recordOf } from './record.ts';

const VOLUNTARY = '《人民调解法》第3条、第17条';

/** The field's party is one of this case; left out it is nobody's mistake. */
export const sidePartyKnown: Rule = {
  name: 'side-party-known',
  basis: VOLUNTARY,
  text: { zh: '所指的是本案当事人', en: 'the person named is a party of this case' },
  payload: true,
  check: (context, { command }) => {
    const partyId = textOf(command, 'partyId');
    return partyId === null || context.parties.some((one) => one.id === partyId)
      ? null
      : invalid('partyId', 'party.unknown', { zh: '所列人员不是本案当事人。', en: 'The person named is no party of this case.' });
  },
};

/** Parties listed in a field are parties of this case. */
export function listedPartiesKnown(field: string): Rule {
  return {
    name: `${field}-known`,
    basis: VOLUNTARY,
    text: { zh: '所列均为本案当事人', en: 'everybody listed is a party of this case' },
    payload: true,
    check: (context, { command }) =>
      listOf(command, field).every((id) => context.parties.some((one) => one.id === id))
        ? null
        : invalid(field, 'party.unknown', { zh: '所列人员不是本案当事人。', en: 'Somebody listed is no party of this case.' }),
  };
}

/** Each side is there, and each is listed. */
export function everySideIn(context: ChartContext, listed: readonly string[]): boolean {
  const sides = bothSides(context);
  return sides.length > 0 && sides.every((id) => listed.includes(id));
}

/** What needs both sides, named in a field of the payload. */
export function bothSidesIn(field: string, basis: string, zh: string, en: string): Rule {
  return {
    name: `both-sides-${field}`,
    basis,
    text: { zh, en },
    payload: true,
    check: (context, { command }) =>
      everySideIn(context, listOf(command, field)) ? null : refused({ zh: `须${zh}。`, en: `It needs that ${en}.` }, { basis }),
  };
}

/** 深圳条例 Art 46: a complex matter, or one of several organs, is decided on in ten working days instead of five. */
export const acceptanceExtendable: Rule = {
  name: 'acceptance-extendable',
  basis: '《深圳经济特区矛盾纠纷多元化解条例》第46条',
  text: { zh: '决定受理的期限届满前，且未曾延长', en: 'before the time to decide on the application is over, once' },
  payload: false,
  check: (_context, { command, open }) => {
    const clock = open.find((one) => one.rule === 'MED-ACCEPT');
    return clock?.state === 'armed' && command.at < clock.dueAt && clock.extensionDays === 0
      ? null
      : refused(
          {
            zh: '没有可以延长的决定期限，或已延长、已届满。',
            en: 'There is no time to decide left to extend, or it was extended or is over.',
          },
          { basis: '《深圳经济特区矛盾纠纷多元化解条例》第46条' },
        );
  },
};

const ORAL = '《劳动争议调解仲裁法》第12条；《人民调解法》第27条';

export const applicationIsOral: Rule = {
  name: 'application-is-oral',
  basis: ORAL,
  text: { zh: '口头申请，尚未形成经确认的笔录', en: 'applied for by word of mouth, and no confirmed record of it yet' },
  payload: false,
  check: (context) => {
    const { application, recordedOn } = recordOf(context);
    return application === 'oral' && recordedOn === undefined
      ? null
      : refused(
          { zh: '不是口头申请，或笔录已经申请人确认。', en: 'It wasn’t applied for by word of mouth, or the record is confirmed already.' },
          { basis: ORAL },
        );
  },
};

/** Whoever applied has heard what was written down and says that it is what he said. */
export const confirmedByApplicants: Rule = {
  name: 'confirmed-by-applicants',
  basis: ORAL,
  text: { zh: '笔录经全体申请人确认', en: 'every applicant has confirmed the record' },
  payload: true,
  check: ({ parties }, { command }) => {
    const confirmed = listOf(command, 'confirmedBy');
    return parties.every(({ id, role }) => role !== 'petitioner' || confirmed.includes(id))
      ? null
      : refused({ zh: '口头申请的笔录须经全体申请人确认。', en: 'Every applicant confirms the record of what he said.' }, { basis: ORAL });
  },
};

export const oralApplicationRecorded: Rule = {
  name: 'oral-application-recorded',
  basis: ORAL,
  text: { zh: '口头申请的，已当场记录并经申请人确认', en: 'an application by word of mouth is recorded and confirmed' },
  payload: false,
  check: (context) => {
    const { application, recordedOn } = recordOf(context);
    return application === 'oral' && recordedOn === undefined
      ? refused(
          {
            zh: '口头申请须先当场记录，并经申请人确认。',
            en: 'An application by word of mouth is first written down and confirmed by the applicants.',
          },
          {
            code: 'mediation.application_unrecorded',
            basis: ORAL,
            whoMay: { zh: '登记的中心或承办调解组织', en: 'the centre that registers it, or the body' },
          },
        )
      : null;
  },
};

/** A dispute has two sides; a matter without a respondent is nothing to mediate. */
export const hasTwoSides: Rule = {
  name: 'has-two-sides',
  basis: '《人民调解法》第2条',
  text: { zh: '有申请人和被申请人', en: 'there is an applicant and another side' },
  payload: false,
  check: ({ parties }) =>
    parties.some((one) => one.role === 'petitioner') && parties.some((one) => one.role === 'respondent')
      ? null
      : refused(
          { zh: '没有登记申请人或被申请人，无从调解。', en: 'No applicant, or no other side, is registered: there is nothing to mediate.' },
          { basis: '《人民调解法》第2条' },
        ),
};

/** A clear refusal ends it: no party is mediated against its will. */
export const refusesConsent: Branch = {
  name: 'refuses',
  text: { zh: '当事人明确拒绝', en: 'the party clearly refuses' },
  holds: (_context, { command }) => textOf(command, 'consent') === 'refuses',
};

export const allConsented: Rule = {
  name: 'all-consented',
  basis: VOLUNTARY,
  text: { zh: '双方当事人均已同意调解', en: 'both sides have consented' },
  payload: false,
  check: (context) =>
    everySideIn(context, recordOf(context).consents)
      ? null
      : refused(
          { zh: '尚未取得双方当事人同意，不得调解。', en: 'Not every side has consented yet; nothing is mediated without.' },
          { basis: VOLUNTARY },
        ),
};

/** One party may ask for closed doors; to open them both must want it (人民调解法 Art 23). */
export const opennessAskedFor: Rule = {
  name: 'openness-asked-for',
  basis: '《人民调解法》第23条',
  text: { zh: '一方要求即不公开；公开须双方同意', en: 'closed at one party’s wish; open at both’s' },
  payload: true,
  check: (context: ChartContext, { command }: Step) => {
    const asked = listOf(command, 'consents');
    const enough = oneOf(command, 'openness', OPENNESS) === 'closed' ? asked.length > 0 : everySideIn(context, asked);
    return enough
      ? null
      : refused(
          { zh: '公开进行须双方同意，不公开须有一方提出。', en: 'Open needs both sides, closed needs one that asks for it.' },
          { basis: '《人民调解法》第23条' },
        );
  },
};
