export { proposeDuplicates, WORTH_A_LOOK } from './propose-duplicates.ts';
export { signature, signatureSimilarity } from './signature.ts';
export { titleSimilarity } from './similarity.ts';
export { DUPLICATE_RULES } from './types.ts';
export type { DuplicateCandidate, DuplicateFeatures, DuplicateProposal, DuplicateReason } from './types.ts';
