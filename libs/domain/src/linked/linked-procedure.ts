import type { CaseCommand } from '../case/command.ts';
import type { Refusal } from '../case/decision.ts';
import type { DomainEnv } from '../case/env.ts';
import type { CaseMemo } from '../case/memo.ts';
import type { CaseSnapshot } from '../case/snapshot.ts';
import type { Effect } from '../chart/effect.ts';

/** What a linked record begins with. */
export interface Beginning {
  /** A unit that the main case has reached: the record is known to nobody who may not know that one. */
  readonly holderUnitId: string;
  readonly memo: CaseMemo;
  /** Its own facts first. */
  readonly effects: readonly Effect[];
}

/** How a procedure that belongs to another case begins. */
export interface LinkedProcedure {
  /** Why it may not be opened on this case, or null. That its actor may know the case, and that it isn't sealed, has been asked before. */
  readonly whyNot: (main: CaseSnapshot, command: CaseCommand, env: DomainEnv) => Refusal | null;
  /** Called when nothing stands in the way. */
  readonly begin: (main: CaseSnapshot, command: CaseCommand, env: DomainEnv) => Beginning;
}
