import type { LetterFormat, LetterKind } from '../case/letter.ts';

/** Letters that repeat what was said behind closed doors: whoever may not read that may not read them (人民调解法 Art 23). */
const OF_PROCEEDINGS: ReadonlySet<LetterKind> = new Set(['mediation-agreement', 'confirmation-application', 'minutes']);

/** The documents' fields under which a letter's two files are kept; they hold base64 of the file, encrypted like every document. */
export const LETTER_FIELDS = { docx: 'letterDocx', pdf: 'letterPdf' } as const satisfies Readonly<Record<LetterFormat, string>>;
export const PROCEEDINGS_LETTER_FIELDS = { docx: 'proceedingsLetterDocx', pdf: 'proceedingsLetterPdf' } as const satisfies Readonly<
  Record<LetterFormat, string>
>;

const FORMATS: ReadonlyMap<string, LetterFormat> = new Map([
  [LETTER_FIELDS.docx, 'docx'],
  [LETTER_FIELDS.pdf, 'pdf'],
  [PROCEEDINGS_LETTER_FIELDS.docx, 'docx'],
  [PROCEEDINGS_LETTER_FIELDS.pdf, 'pdf'],
]);

/** Every field that is a letter's file. */
export const ALL_LETTER_FIELDS: readonly string[] = [...FORMATS.keys()];

export function letterFieldsOf(kind: LetterKind): Readonly<Record<LetterFormat, string>> {
  return OF_PROCEEDINGS.has(kind) ? PROCEEDINGS_LETTER_FIELDS : LETTER_FIELDS;
}

/** The format of the file kept under a field; undefined for every other document. */
export function letterFormatOf(field: string): LetterFormat | undefined {
  return FORMATS.get(field);
}
