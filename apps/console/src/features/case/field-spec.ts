import type { Vocabulary } from '../../i18n/glossary.ts';

/** How a payload field is asked for. */
export type FieldSpec =
  | {
      readonly name: string;
      readonly kind: 'line' | 'prose' | 'date' | 'instant' | 'unit' | 'case' | 'resolution' | 'category' | 'flag';
      readonly optional?: true;
      readonly onlyIf?: OnlyIf;
      readonly prefill?: 'today' | 'now';
    }
  | {
      readonly name: string;
      /** Of `members` several, among the units that take part in the meeting; `item` one of what a supervision asks for. */
      readonly kind: 'party' | 'parties' | 'members' | 'item';
      readonly optional?: true;
      readonly petitionersOnly?: true;
      readonly onlyIf?: OnlyIf;
    }
  | {
      readonly name: string;
      /** Somebody of a register or of a unit, chosen by name. */
      readonly kind: 'leader' | 'leader-account' | 'person' | 'helper';
      readonly optional?: true;
      readonly onlyIf?: OnlyIf;
    }
  | {
      readonly name: string;
      readonly kind: 'word';
      readonly vocabulary: Vocabulary;
      readonly optional?: true;
      readonly without?: readonly string[];
      readonly onlyIf?: OnlyIf;
    }
  | {
      readonly name: string;
      readonly kind: 'number';
      readonly min: number;
      readonly max: number;
      /** The rule whose longest extension is the maximum, where the case has such a clock. */
      readonly extends?: string;
      readonly optional?: true;
      readonly onlyIf?: OnlyIf;
    };

/** Whether a field is asked for, by the value of the field that it depends on. */
export function isAskedFor({ onlyIf }: FieldSpec, other: unknown): boolean {
  if (onlyIf === undefined) return true;
  return Array.isArray(onlyIf.is) ? onlyIf.is.includes(other) : other === onlyIf.is;
}

/** The field is asked for only while another one holds a value. */
interface OnlyIf {
  readonly field: string;
  readonly is: string | readonly string[];
}
