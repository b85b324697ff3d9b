import { AGREEMENT_SUBJECTS } from '../case/mediation.ts';
import { flagOf, hasDocument, oneOf, textOf } from '../case/payload.ts';
import { invalid, refused } from '../case/refusal.ts';
import type { Branch } from '../chart/chart.ts';
import type { Rule } from '../chart/rule.ts';
import { recordOf } from './record.ts';

const CONTENT = '《人民调解法》第29条';
const CONFIRMATION = '《人民调解法》第33条；《民事诉讼法》第205条';
const NOT_CONFIRMED = '《最高人民法院关于适用〈民事诉讼法〉的解释》第355条';

/** Art 29: facts, disputed items and responsibilities; content, manner and term of performance. An oral one is written down (Art 28). */
const WRITTEN_CONTENT = ['facts', 'disputed', 'content', 'manner'] as const;

export const agreementComplete: Rule = {
  name: 'agreement-complete',
  basis: CONTENT,
  text: {
    zh: '书面协议载明事实、争议事项和责任、协议内容、履行方式；口头协议由调解员记录',
    en: 'a written one states facts, disputed items and responsibilities, content and manner; an oral one is recorded',
  },
  payload: true,
  check: (_context, { command }) => {
    const needed = textOf(command, 'form') === 'oral' ? ['record'] : WRITTEN_CONTENT;
    const missing = needed.find((field) => !hasDocument(command, field));
    return missing === undefined
      ? null
      : invalid(missing, 'agreement.incomplete', {
          zh: '调解协议的必备内容不全。',
          en: 'The agreement lacks something that the law asks for.',
        });
  },
};

/** Art 29: it binds once all have signed and the mediator has, under the body's seal. */
export const mediatorSigned: Rule = {
  name: 'mediator-signed',
  basis: CONTENT,
  text: { zh: '书面协议有调解员签名和调解组织印章', en: 'a written one carries the mediator’s signature and the body’s seal' },
  payload: true,
  check: (_context, { command }) =>
    textOf(command, 'form') === 'oral' || (flagOf(command, 'mediatorSigned') && flagOf(command, 'sealed'))
      ? null
      : refused(
          {
            zh: '书面协议须由调解员签名并加盖调解组织印章后生效。',
            en: 'A written agreement takes effect with the mediator’s signature and the body’s seal.',
          },
          { basis: CONTENT },
        ),
};

/** A term of performance lies ahead. */
export const performanceAhead: Rule = {
  name: 'performance-ahead',
  basis: CONTENT,
  text: { zh: '履行期限不早于今天', en: 'the term of performance is today or later' },
  payload: true,
  check: (_context, { command, today }) => {
    const date = textOf(command, 'performBy');
    return date === null || date >= today
      ? null
      : invalid('performBy', 'case.invalid_date', { zh: '履行期限不能早于今天。', en: 'The term of performance must be today or later.' });
  },
};

/** A date of the agreement's own life: not before it took effect, not in the future. */
export function sinceAgreement(field: string): Rule {
  return {
    name: `${field}-since-agreement`,
    basis: CONTENT,
    text: { zh: '日期不早于协议生效、不晚于今天', en: 'between the agreement and today' },
    payload: true,
    check: (context, { command, today }) => {
      const date = textOf(command, field);
      const since = recordOf(context).agreement?.effectiveOn;
      return date === null || (date <= today && (since === undefined || date >= since))
        ? null
        : invalid(field, 'case.invalid_date', {
            zh: `日期须在${since ?? '协议生效'}至${today}之间。`,
            en: `The day lies between ${since ?? 'the agreement'} and ${today}.`,
          });
    },
  };
}

export const confirmable: Rule = {
  name: 'confirmable',
  basis: NOT_CONFIRMED,
  text: { zh: '不涉及身份关系、收养关系、婚姻关系', en: 'not about identity, adoption or marriage relations' },
  payload: true,
  check: (_context, { command }) => {
    const subject = oneOf(command, 'subject', AGREEMENT_SUBJECTS);
    return subject === null || subject === 'claim'
      ? null
      : refused(
          {
            zh: '涉及确认身份关系、收养关系、婚姻关系的协议，法院不予受理确认申请。',
            en: 'A court doesn’t take an agreement about identity, adoption or marriage relations for confirmation.',
          },
          { basis: NOT_CONFIRMED },
        );
  },
};

export const confirmationInTime: Rule = {
  name: 'confirmation-in-time',
  basis: CONFIRMATION,
  text: { zh: '自协议生效之日起三十日内（JC-APPLY）', en: 'within JC-APPLY (thirty days from the agreement taking effect)' },
  payload: true,
  check: (_context, { command, open, today }) => {
    const window = open.find((one) => one.rule === 'JC-APPLY');
    if (window !== undefined && (textOf(command, 'appliedOn') ?? today) <= window.dueDate) return null;
    const last = window?.dueDate;
    return refused(
      last === undefined
        ? { zh: '没有可申请司法确认的期限。', en: 'No window for a confirmation is open.' }
        : {
            zh: `共同申请司法确认的最后一天是${last}，已逾期。`,
            en: `The last day to apply for a confirmation was ${last}; this is late.`,
          },
      { basis: CONFIRMATION },
    );
  },
};

/** A court decides once on the same agreement. */
export const notYetDecided: Rule = {
  name: 'not-yet-decided',
  basis: CONFIRMATION,
  text: { zh: '法院尚未处理过确认申请', en: 'no court has decided on it yet' },
  payload: false,
  check: (context) =>
    recordOf(context).confirmation === undefined
      ? null
      : refused({ zh: '法院已处理过本协议的确认申请。', en: 'A court has decided on this agreement already.' }, { basis: CONFIRMATION }),
};

export const courtConfirms: Branch = {
  name: 'court-confirms',
  text: { zh: '裁定确认', en: 'the court confirms' },
  holds: (_context, { command }) => textOf(command, 'confirmation') === 'confirmed',
};

export const isPerformed: Branch = {
  name: 'performed',
  text: { zh: '已全部履行', en: 'performed' },
  holds: (_context, { command }) => textOf(command, 'result') === 'performed',
};

export const isNotPerformed: Branch = {
  name: 'not-performed',
  text: { zh: '未履行', en: 'not performed' },
  holds: (_context, { command }) => textOf(command, 'result') === 'not-performed',
};
