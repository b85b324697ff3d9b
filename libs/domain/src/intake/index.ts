export { idNumberMistake, validateIdNumber } from './id-number.ts';
export type { IdNumberMistake } from './id-number.ts';
