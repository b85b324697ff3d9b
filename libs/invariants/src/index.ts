export type { CaseHistory } from './case-history.ts';
export { checkCase, checkDatabase, readDomainEnv } from './check-database.ts';
export type { CheckProgress } from './check-database.ts';
export { checkClientLog } from './check-client-log.ts';
export type { Acknowledged } from './check-client-log.ts';
export { checkGatewayLog } from './check-gateway-log.ts';
export type { GatewayLine } from './check-gateway-log.ts';
export { INVARIANTS } from './finding.ts';
export type { Finding, InvariantCode } from './finding.ts';
