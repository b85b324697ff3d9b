/** 法律文书与办理文书: every kind of official letter there is, in the order of a case's life. */
export const LETTER_KINDS = [
  'acceptance',
  'non-acceptance',
  'no-longer-accepted',
  'transfer',
  'assignment',
  'extension',
  'opinion',
  'reply',
  'service',
  'review',
  'recheck',
  'supervision',
  'suggestion',
  'mediation-agreement',
  'termination',
  'confirmation-application',
  'minutes',
  'return-visit',
  'accusation-receipt',
  'organisation-notice',
] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

export const LETTER_FORMATS = ['docx', 'pdf'] as const;
export type LetterFormat = (typeof LETTER_FORMATS)[number];

/** A letter that was made of an event of the case, and the documents that hold its two files. */
export interface MadeLetter {
  readonly kind: LetterKind;
  /** The number of the event it tells of. */
  readonly of: number;
  readonly no: string;
  /** In whose name. */
  readonly unitId: string;
  readonly docx: string;
  readonly pdf: string;
}
