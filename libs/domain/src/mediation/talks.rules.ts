import { civilDateOf } from '../calendar/index.ts';
import { flagOf, listOf, numberOf, textOf } from '../case/payload.ts';
import { invalid, refused } from '../case/refusal.ts';
import type { Rule } from '../chart/rule.ts';
import { everySideIn } from './application.rules.ts';
import { limitClock, recordOf } from './record.ts';

const APPRAISAL = '《医疗纠纷预防和处理条例》第38条；《人民法院在线调解规则》第26条';
const EXTENSION = '《医疗纠纷预防和处理条例》第38条；《最高人民法院关于人民法院特邀调解的规定》第27条';

/** 若干规定 Art 30: nature, principles, effect and rights are told before anything is mediated. */
export const rightsTold: Rule = {
  name: 'rights-told',
  basis: '《人民调解工作若干规定》第30条',
  text: { zh: '已告知调解的性质、原则、效力和当事人的权利义务', en: 'the parties were told nature, principles, effect and their rights' },
  payload: true,
  check: (_context, { command }) =>
    flagOf(command, 'rightsTold')
      ? null
      : refused(
          {
            zh: '调解前须告知性质、原则、效力和权利义务。',
            en: 'Before mediating the parties are told what it is and what their rights are.',
          },
          { basis: '《人民调解工作若干规定》第30条' },
        ),
};

/** A civil date in a field that lies between the acceptance and today. */
export function sinceAcceptance(field: string): Rule {
  return {
    name: `${field}-since-acceptance`,
    basis: '《人民调解法》第27条',
    text: { zh: '日期在受理之后、不晚于今天', en: 'a day between the acceptance and today' },
    payload: true,
    check: (context, { command, today }) => {
      const date = textOf(command, field);
      const { acceptedOn } = recordOf(context);
      return date === null || (date <= today && (acceptedOn === undefined || date >= acceptedOn))
        ? null
        : invalid(field, 'case.invalid_date', {
            zh: `日期须在${acceptedOn ?? '受理之日'}至${today}之间。`,
            en: `The day lies between ${acceptedOn ?? 'the acceptance'} and ${today}.`,
          });
    },
  };
}

export const noAppraisal: Rule = {
  name: 'no-appraisal',
  basis: APPRAISAL,
  text: { zh: '没有正在进行的鉴定', en: 'no appraisal is going on' },
  payload: false,
  check: (context) =>
    recordOf(context).appraisalFrom === null
      ? null
      : refused({ zh: '鉴定正在进行。', en: 'An appraisal is going on.' }, { basis: APPRAISAL }),
};

export const appraising: Rule = {
  name: 'appraising',
  basis: APPRAISAL,
  text: { zh: '鉴定正在进行', en: 'an appraisal is going on' },
  payload: false,
  check: (context) =>
    recordOf(context).appraisalFrom === null
      ? refused({ zh: '没有正在进行的鉴定。', en: 'No appraisal is going on.' }, { basis: APPRAISAL })
      : null,
};

/** The instant in a field: not before what it follows, not in the future. */
export function appraisalInstant(field: 'from' | 'at'): Rule {
  return {
    name: `appraisal-${field}`,
    basis: APPRAISAL,
    text: { zh: '起止时间不早于受理（起始）、不晚于现在', en: 'neither before the acceptance (or its beginning) nor in the future' },
    payload: true,
    check: (context, { command }) => {
      const instant = Date.parse(textOf(command, field) ?? '');
      const { acceptedOn, appraisalFrom } = recordOf(context);
      const before =
        field === 'at'
          ? appraisalFrom !== null && instant < Date.parse(appraisalFrom)
          : !Number.isNaN(instant) && acceptedOn !== undefined && civilDateOf(new Date(instant).toISOString()) < acceptedOn;
      return Number.isNaN(instant) || instant > Date.parse(command.at) || before
        ? invalid(field, 'case.invalid_date', {
            zh: '鉴定起止时间不早于受理（起始）、不晚于现在。',
            en: 'An appraisal begins after the acceptance, ends after it began, and neither in the future.',
          })
        : null;
    },
  };
}

/** Both extend, once, before it is over. */
export const extendableByBoth: Rule = {
  name: 'extendable-by-both',
  basis: EXTENSION,
  text: { zh: '调解期限届满前，且未曾延长', en: 'before the limit is over, once' },
  payload: false,
  check: (context, { command, open, law }) => {
    const clock = limitClock(context, open);
    const extension = clock === undefined ? null : law.ruleOf(clock).extension;
    if (clock !== undefined && clock.state === 'armed' && command.at < clock.dueAt && extension !== null && clock.extensionDays === 0)
      return null;
    return refused(
      clock === undefined || extension === null
        ? { zh: '没有可以延长的调解期限。', en: 'There is no limit of the mediation to extend.' }
        : clock.extensionDays > 0
          ? { zh: '调解期限已延长过一次。', en: 'The mediation has been extended once already.' }
          : { zh: `调解期限已中止或已于${clock.dueDate}届满。`, en: `The limit stands still, or expired on ${clock.dueDate}.` },
      { basis: EXTENSION },
    );
  },
};

export const extensionOfMediation: Rule = {
  name: 'extension-of-mediation',
  basis: EXTENSION,
  text: { zh: '延长日数不超过规则包所定，且双方同意', en: 'no more days than the rule pack allows, and both sides consent' },
  payload: true,
  check: (context, { command, open, law }) => {
    const clock = limitClock(context, open);
    const most = clock === undefined ? 0 : (law.ruleOf(clock).extension?.max ?? 0);
    const days = numberOf(command, 'days') ?? 0;
    if (clock !== undefined && (days < 1 || days > most))
      return invalid('days', 'case.extension_too_long', {
        zh: `延长日数须在1日至${String(most)}日之间。`,
        en: `An extension is between 1 and ${String(most)} days.`,
      });
    return everySideIn(context, listOf(command, 'consents'))
      ? null
      : refused({ zh: '延长调解期限须双方同意。', en: 'Both sides must consent to an extension.' }, { basis: EXTENSION });
  },
};
