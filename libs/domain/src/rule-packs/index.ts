export { CLOCK_OWNERS, CONFIDENCES, ESCALATES_TO, EXPIRIES, LIMIT_UNITS, PAUSE_REASONS, RUNNING_CLOCKS, TRIGGERS } from './rule.ts';
export type {
  ClockOwner,
  Confidence,
  Expiry,
  Extension,
  LimitUnit,
  PackStatus,
  PauseReason,
  Rule,
  RulePack,
  RunningClocks,
  Rung,
  Trigger,
} from './rule.ts';
export { findRule, packOf, ruleOf, rulePackFor } from './find-rule.ts';
export type { FoundRule } from './find-rule.ts';
export { conditionsFor, mostRepresentatives } from './conditions.ts';
export { END_GROUNDS } from './pack-conditions.ts';
export type { Condition, EndGround, PackConditions, RepresentativesLimit } from './pack-conditions.ts';
export { DRAWN_VISIT } from './visit-rules.ts';
export { isKeptElsewhere } from './external-rules.ts';
export { rulePack } from './complete-pack.ts';
export { RULE_PACKS } from './packs.ts';
export type { PackRow } from './petition-rules.ts';
export { rulePackMistakes } from './rule-pack-mistakes.ts';
