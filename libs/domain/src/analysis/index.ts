export { categoryFindings } from './category-findings.ts';
export { decisionDataFindings } from './decision-data.ts';
export { FINDING_KINDS } from './finding.ts';
export type { Finding, FindingKind } from './finding.ts';
