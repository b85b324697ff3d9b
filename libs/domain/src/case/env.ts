import type { DeadlineEnv } from '../deadlines/deadline-effects.ts';
import type { Directory } from './directory.ts';

/** What decisions are taken with besides the command: calendars and rule packs as dated data, and the organisation. */
export interface DomainEnv extends DeadlineEnv {
  readonly directory: Directory;
}
