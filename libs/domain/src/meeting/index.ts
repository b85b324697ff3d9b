export { PROGRESS } from './resolution.deeds.ts';
export { resolutionOf, whyNotResolve } from './resolving.ts';
