import type { CivilDate } from '#libs/domain';

/** One part of a letter's text. */
export type LetterPart =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  /** A line of the form: what it asks for, and what is recorded. */
  | { readonly kind: 'row'; readonly label: string; readonly text: string };

/** A letter as it is set: everything that stands on the paper, and nothing else. */
export interface Letter {
  readonly title: string;
  /** In whose name: the head of the paper, and the signature. */
  readonly unit: string;
  /** 发文字号. */
  readonly no: string;
  readonly addressee: string | null;
  readonly parts: readonly LetterPart[];
  /** Who signs by hand, a line each. */
  readonly signers: readonly string[];
  /** Whether the unit's seal belongs on it, and so a place for it. */
  readonly sealed: boolean;
  readonly date: CivilDate;
}
