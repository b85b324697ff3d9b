import type { Outcome } from '#libs/engine';

/** One thing that somebody asked for, however often he sent it. */
export interface Operation {
  readonly name: string;
  readonly type: string;
  /** Null for a registration. */
  readonly caseId: string | null;
  readonly key: string | null;
  readonly expectedVersion: number | undefined;
  /** When it was first sent, and when somebody was told that it is done; ms of the simulation. */
  readonly sentAt: number;
  doneAt: number | null;
  readonly outcomes: Outcome[];
  /** Answers that leave open whether it was stored. */
  unknown: number;
  /** Answers that say that it wasn't: overloaded. */
  shed: number;
  /** Answers that nobody should ever get. */
  readonly defects: string[];
}

/** What the clients were told; the checker holds it against the tables. */
export class ClientLog {
  readonly operations: Operation[] = [];

  begin(operation: Pick<Operation, 'name' | 'type' | 'caseId' | 'key' | 'expectedVersion' | 'sentAt'>): Operation {
    const begun: Operation = { ...operation, doneAt: null, outcomes: [], unknown: 0, shed: 0, defects: [] };
    this.operations.push(begun);
    return begun;
  }
}

/** The outcome in a word, for the trace. */
export function inAWord(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'done':
      return `done ${outcome.caseId} seq ${outcome.seq} version ${outcome.version}`;
    case 'refused':
      return `refused ${outcome.refusal.code}`;
    case 'replayed':
      return `replayed ${outcome.status} ${JSON.stringify(outcome.body)}`;
    case 'version-conflict':
      return `version conflict, is ${outcome.version}`;
    default:
      return outcome.kind;
  }
}
