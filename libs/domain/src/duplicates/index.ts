export { proposeDuplicates, WORTH_A_LOOK } from './propose-duplicates.ts';
export { chinesePairs } from './text-likeness.ts';
export type { RarityOf } from './text-likeness.ts';
export { DUPLICATE_RULES } from './types.ts';
export type { DuplicateCandidate, DuplicateFeatures, DuplicateProposal, DuplicateReason } from './types.ts';
