import type { LetterKind } from '#libs/domain';

/** `{slot}` or `{slot:argument}` stands for a recorded fact; a line with a fact that isn't there is left out. */
export type TemplateLine = string | { readonly heading: string } | { readonly label: string; readonly text: string };

/** Who has to sign by hand, besides the seal. */
export type Signers = 'parties' | 'parties-and-mediator' | 'recipient' | 'none';

/** One kind of letter, as data: when it may be made, in whose name, and what it says. */
export interface LetterTemplate {
  readonly kind: LetterKind;
  readonly title: string;
  /** 代字: the part of the number that names the kind. */
  readonly word: string;
  /** The facts of which it may be made. */
  readonly of: readonly string[];
  /** The unit in whose name it is: named by the fact (`by`, `from`), that of whoever acted, or the holder, where the engine may have acted. */
  readonly issuer: 'by' | 'from' | 'actor' | 'holder';
  readonly addressee: string | null;
  readonly body: readonly TemplateLine[];
  readonly signers: Signers;
  readonly seal: boolean;
}
