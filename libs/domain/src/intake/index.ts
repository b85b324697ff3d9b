export { idNumberMistake, validateIdNumber } from './id-number.ts';
export type { IdNumberMistake } from './id-number.ts';
export { maskName } from './mask-name.ts';
export { lengthOf, NARRATIVE_MAX, TITLE_MAX, validateText } from './text-rules.ts';
