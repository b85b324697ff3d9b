import type { DeadlineEnv } from '../deadlines/deadline-effects.ts';
import type { ProcedureBook } from '../definitions/procedures.ts';
import type { Directory } from './directory.ts';

/** Which versions are in force for whatever begins now, and how it was before. */
export interface LawInForce {
  readonly edition: number;
  readonly procedures: ProcedureBook;
  /** What was decided with under an earlier edition. @throws RangeError for one that never was */
  earlier(edition: number): DomainEnv;
}

/** What decisions are taken with besides the command: calendars and rule packs as dated data, and the organisation. */
export interface DomainEnv extends DeadlineEnv {
  readonly directory: Directory;
  /** Left out: the law as the product ships it, which never changes. */
  readonly law?: LawInForce;
}
