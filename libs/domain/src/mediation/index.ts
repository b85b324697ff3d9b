export { KINDS } from './kinds.ts';
export type { MediationKind } from './kinds.ts';
export { whyNotOutOf } from './out-of-petition.ts';
export { mediates } from './record.ts';
export { mediationView } from './mediation-view.ts';
