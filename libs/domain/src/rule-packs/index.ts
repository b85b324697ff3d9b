export { CLOCK_OWNERS, CONFIDENCES, EXPIRIES, LIMIT_UNITS, PAUSE_REASONS, TRIGGERS } from './rule.ts';
export type { ClockOwner, Confidence, Expiry, Extension, LimitUnit, PauseReason, Rule, RulePack, Rung, Trigger } from './rule.ts';
export { findRule, ruleOf, rulePackFor } from './find-rule.ts';
export type { FoundRule } from './find-rule.ts';
export { RULE_PACKS, rulePack } from './national-packs.ts';
export type { PackRow } from './petition-rules.ts';
export { rulePackMistakes } from './rule-pack-mistakes.ts';
