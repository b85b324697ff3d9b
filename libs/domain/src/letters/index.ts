export { LETTER_FORMATS, LETTER_KINDS } from '../case/letter.ts';
export type { LetterFormat, LetterKind, MadeLetter } from '../case/letter.ts';
export { LETTER_NAMES } from './letter-names.ts';
export { ALL_LETTER_FIELDS, letterFieldsOf, letterFormatOf } from './letter-files.ts';
export { makesLetters, readsLetter } from './letter-access.ts';
export { lettersOf } from './make-letter.ts';
