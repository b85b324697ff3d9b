export { composeLetter } from './compose.ts';
export { registeredNumber, sealedNumber } from './letter-number.ts';
export type { NumberedUnit } from './letter-number.ts';
export type { Letter } from './letter.ts';
export type { LetterSource, NamedParty, Recorded, TimedDeadline } from './letter-source.ts';
export { renderPdf } from './pdf/render-pdf.ts';
export { renderDocx } from './render-docx.ts';
export type { LetterTemplate } from './template.ts';
export { TEMPLATES, templatesOf } from './templates/index.ts';
