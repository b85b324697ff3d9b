import type { BilingualText } from '../case/decision.ts';
import type { CaseClass, ProcedureId, Route } from '../case/vocabulary.ts';

/** Something the engine proposes and a person confirms or RECLASSIFYs, with the words that led to it. */
export interface Suggestion<T> {
  readonly value: T;
  readonly reason: BilingualText;
  readonly words: readonly string[];
}

export type ClassSuggestion = Suggestion<CaseClass>;
export type RouteSuggestion = Suggestion<Route>;

export interface CategorySuggestion {
  readonly categoryCode: string;
  /** How sure its level-1 category is, 0 … 1, two decimals, calibrated on texts held out (docs/judgement.md). */
  readonly confidence: number;
  readonly words: readonly string[];
}

/** What a model makes of a text: a level-1 category's share, and the words that spoke for it. */
export interface SubjectReading {
  /** By code of the level-1 categories it knows; together 1. */
  readonly shares: ReadonlyMap<string, number>;
  /** How many different terms of the text the model knows: a share read from a handful of them says nothing. */
  readonly terms: number;
  /** Strongest first; empty for a code that it doesn't know. Asked only for what is suggested. */
  wordsFor(code: string): readonly string[];
}

export interface SettledProcedure {
  readonly procedure: ProcedureId;
  /** Set when a procedure was asked for and replaced. */
  readonly reason?: BilingualText;
}
