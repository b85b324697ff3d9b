import { fieldsEn, fieldsZh } from '../i18n/messages/command-fields.ts';
import { intakeEn, intakeZh } from '../i18n/messages/intake.ts';
import { labelled, type Lang } from '../i18n/say.ts';
import type { FieldError } from '../server-state/problem.ts';
import { fieldErrorText } from './field-errors.ts';

const WORDS = {
  zh: { fields: fieldsZh, intake: intakeZh },
  en: { fields: fieldsEn, intake: intakeEn },
} as const;

/** What the forms call a field of a body, by the last name of its path; '' for one that no form has. */
function labelOf(path: string, lang: Lang): string {
  const { fields, intake } = WORDS[lang];
  const name = path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? '';
  switch (name) {
    case 'title':
      return intake.subject;
    case 'divisionCode':
      return intake.place;
    case 'narrative':
    case 'receivedAt':
    case 'address':
    case 'headcount':
    case 'idNumber':
    case 'phone':
    case 'name':
    case 'channel':
    case 'kind':
      return intake[name];
    default:
      return fields[name] ?? '';
  }
}

/** One field error with the field's name, for the summary above a form. */
export function fieldErrorLine(error: FieldError, lang: Lang): string {
  const label = labelOf(error.field, lang);
  const text = fieldErrorText(error, lang);
  return label === '' ? text : labelled(label, text, lang);
}
