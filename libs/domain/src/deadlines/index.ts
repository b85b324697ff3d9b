export { DeadlineEffectError } from './deadline-effects.ts';
export type { DeadlineChanges, DeadlineEffect, DeadlineEnv, EarlierDeadline, EffectContext } from './deadline-effects.ts';
export { applyDeadlineEffects, climbRung, derive, deriveDueDate, explainDeadline, presentDeadline, rederive, remaining } from './signatures.ts';
export type { ClimbResult, DerivationEntry, DerivationInput, DerivationKind, Derived, ExplainRequest, ExplainResult, Explanation, MovedDeadline, PresentedDeadline, Remaining } from './signatures.ts';
