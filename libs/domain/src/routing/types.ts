import type { CaseClass, PartyKind, ProcedureId, UnitLevel } from '../case/vocabulary.ts';
import type { Excluded } from '../case/snapshot.ts';

/** A person or organisation complained about; `unitId` when it is an organ of the directory, or an official of one. */
export interface Respondent {
  readonly kind: PartyKind;
  readonly unitId: string | null;
}

export interface RoutingInput {
  readonly class: CaseClass;
  readonly procedure: ProcedureId;
  readonly categoryCode: string;
  /** Where the problem lies (属地管理). */
  readonly divisionCode: string;
  /** Further places of the same problem; may repeat `divisionCode`. */
  readonly divisionCodes: readonly string[];
  readonly respondents: readonly Respondent[];
}

export interface RoutedUnit {
  readonly unitId: string;
  readonly function: string;
  readonly division: string;
  readonly level: UnitLevel;
}

export interface RoutingReason {
  readonly rule: RoutingRule;
  readonly text: string;
  readonly textEn: string;
}

export const ROUTING_RULES = [
  'place',
  'subject',
  'ruling',
  'level',
  'several-places',
  'respondent',
  'respondent-superior',
  'accused-organ',
  'accused-unnamed',
  'accused-private',
  'mediation',
  'no-owner',
] as const;
/** Stable names of the rules a routing may cite. */
export type RoutingRule = (typeof ROUTING_RULES)[number];

export const EXCLUSION_REASONS = ['respondent', 'under-respondent', 'superior-of-respondent'] as const;
export type ExclusionReason = (typeof EXCLUSION_REASONS)[number];

/** The contract's `routing`: who leads, who assists, why, and who may never touch the case. */
export interface Routing {
  readonly lead: RoutedUnit;
  readonly assist: readonly RoutedUnit[];
  readonly desk?: string;
  readonly reasons: readonly RoutingReason[];
  readonly excluded: readonly Excluded[];
}
