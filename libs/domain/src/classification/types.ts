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
  /** 0 … 1, two decimals; comparable within one answer only. */
  readonly confidence: number;
  readonly words: readonly string[];
}

export interface SettledProcedure {
  readonly procedure: ProcedureId;
  /** Set when a procedure was asked for and replaced. */
  readonly reason?: BilingualText;
}
