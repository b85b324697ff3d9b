import type { Instant } from '#libs/domain';
import type { ExecuteRequest, Outcome, RegisterRequest } from './requests.ts';

export { EngineOverloaded, EngineUnavailable } from './errors.ts';
export type * from './requests.ts';

/** What the engine has done since the process started; plain counters for the metrics page. */
export interface EngineStats {
  readonly submitted: number;
  readonly committed: number;
  readonly refused: number;
  readonly replayed: number;
  readonly groups: number;
  readonly halvings: number;
  readonly conflicts: number;
  readonly overloaded: number;
  readonly queued: number;
  readonly inFlight: number;
}

export interface RederivedDeadline {
  readonly caseId: string;
  readonly deadlineId: string;
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

export declare class Engine {
  register(request: RegisterRequest): Promise<Outcome>;
  execute(request: ExecuteRequest): Promise<Outcome>;
  /** Fires and climbs what is due by the database's legal clock, up to `limit` rungs. `fired`: deadlines that passed; `climbed`: all rungs. */
  fireDue(request: { readonly limit: number }): Promise<{ readonly fired: number; readonly climbed: number }>;
  /** The earliest instant at which some ladder has a rung, due or not. */
  nextRungAt(): Promise<Instant | null>;
  rederiveAll(request: { readonly calendarVersion: string; readonly dryRun: boolean }): Promise<readonly RederivedDeadline[]>;
  now(): Promise<Instant>;
  setManualClock(at: Instant): Promise<void>;
  purgeKeys(olderThanDays: number): Promise<number>;
  stats(): EngineStats;
}

export declare class EngineModule {}
