import type { LeasedRecord, PostgresOutbox } from '#libs/backlog';
import { MAX_TRIES } from '#libs/backlog';
import type { Engine, Outcome, RegisterRequest } from '#libs/engine';
import { ENGINE_ACTOR, EngineOverloaded, EngineUnavailable, recordRegistration } from '#libs/engine';
import { reachFaultPoint } from '#libs/fault-points';
import type { Turn } from '#libs/polling';

type CommandToSend = NonNullable<LeasedRecord['payload']['sends']>[number];

const AT_ONCE = 100;
/** A process that dies with rows in hand gives them back after so many ms. */
const LEASE_MS = 15_000;
const RETRY_AFTER_MS = 1_000;
/** What the other case says when it has been told before, or when there is nothing left that it could do about it. */
const DONE_WITH: ReadonlySet<string> = new Set(['jurisdiction.settled', 'jurisdiction.moot', 'record.stopped']);

/**
 * Does what a decision asked of other cases: opens the records that the engine asked for when it climbed a rung, sends the commands that
 * follow from a ruling. The request was committed with the decision; a record's id follows from what it is about and a command is
 * refused the second time, so that a second attempt finds the first one's. No queue is needed for it.
 */
export class RecordOpener {
  constructor(
    private readonly outbox: Pick<PostgresOutbox, 'leaseRecords' | 'finish' | 'rest' | 'bury'>,
    private readonly engine: Pick<Engine, 'register' | 'execute'>,
    /** Which of these cases are there. */
    private readonly existing: (ids: readonly string[]) => Promise<ReadonlySet<string>>,
  ) {}

  async turn(): Promise<Turn> {
    const rows = await this.outbox.leaseRecords(AT_ONCE, LEASE_MS);
    if (rows.length === 0) return 'idle';
    reachFaultPoint('escalation.records-leased');
    const asked = await this.#asked(rows);
    const failures = new Map<string, string>();
    const later = new Set<string>();
    await Promise.all(
      asked.map(async ({ row, act }) => {
        try {
          await act();
        } catch (error) {
          // An engine that is busy or away is no fault of the row: its lease brings it back.
          if (error instanceof EngineOverloaded || error instanceof EngineUnavailable) later.add(row.id);
          else failures.set(row.id, error instanceof Error ? error.message.slice(0, 500) : String(error));
        }
      }),
    );
    reachFaultPoint('escalation.records-opened');
    await this.outbox.finish(rows.filter(({ id }) => !failures.has(id) && !later.has(id)).map(({ id }) => id));
    if (failures.size > 0) await this.#failed(failures);
    return rows.length === AT_ONCE ? 'busy' : 'some';
  }

  /** What is left to do of these rows. */
  async #asked(rows: readonly LeasedRecord[]): Promise<readonly { readonly row: LeasedRecord; readonly act: () => Promise<void> }[]> {
    const records = rows.flatMap((row) => row.payload.opens.map((record) => ({ row, registration: recordRegistration(record) })));
    const known = records.length === 0 ? new Set() : await this.existing(records.map(({ registration }) => registration.caseId));
    const opening = records.filter(({ registration }) => !known.has(registration.caseId));
    return [
      ...opening.map(({ row, registration }) => ({ row, act: () => this.#open(registration) })),
      ...rows.flatMap((row) => (row.payload.sends ?? []).map((command) => ({ row, act: () => this.#send(command) }))),
    ];
  }

  async #open(registration: RegisterRequest): Promise<void> {
    passing(await this.engine.register(registration));
  }

  /** @throws when it wasn't done, now or before */
  async #send(command: CommandToSend): Promise<void> {
    const outcome = await this.engine.execute({ ...command, actor: ENGINE_ACTOR });
    if (outcome.kind === 'refused' && DONE_WITH.has(outcome.refusal.code)) return;
    passing(outcome);
  }

  /** They rest and come again; those that have had enough become dead letters. */
  async #failed(failures: ReadonlyMap<string, string>): Promise<void> {
    const resting = await this.outbox.rest(
      [...failures].map(([id, reason]) => ({ id, reason })),
      false,
      RETRY_AFTER_MS,
    );
    const spent = resting.filter(({ tries }) => tries >= MAX_TRIES);
    if (spent.length > 0) await this.outbox.bury(spent.map(({ id, error }) => ({ id, reason: error })));
  }
}

/** @throws when it wasn't done */
function passing(outcome: Outcome): void {
  if (outcome.kind !== 'done') throw new Error(outcome.kind === 'refused' ? outcome.refusal.code : outcome.kind);
}
