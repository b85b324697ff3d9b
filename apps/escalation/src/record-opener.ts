import type { PostgresOutbox } from '#libs/backlog';
import { MAX_TRIES } from '#libs/backlog';
import type { Engine, RegisterRequest } from '#libs/engine';
import { EngineOverloaded, EngineUnavailable, recordRegistration } from '#libs/engine';
import type { Turn } from '#libs/polling';

const AT_ONCE = 100;
/** A process that dies with rows in hand gives them back after so many ms. */
const LEASE_MS = 15_000;
const RETRY_AFTER_MS = 1_000;

/**
 * Opens the records that the engine asked for when it climbed a rung: the request was committed with the rung, and the record's id follows
 * from what it is about, so that a second attempt finds the first one's. No queue is needed for it.
 */
export class RecordOpener {
  constructor(
    private readonly outbox: Pick<PostgresOutbox, 'leaseRecords' | 'finish' | 'rest' | 'bury'>,
    private readonly engine: Pick<Engine, 'register'>,
    /** Which of these cases are there. */
    private readonly existing: (ids: readonly string[]) => Promise<ReadonlySet<string>>,
  ) {}

  async turn(): Promise<Turn> {
    const rows = await this.outbox.leaseRecords(AT_ONCE, LEASE_MS);
    if (rows.length === 0) return 'idle';
    const asked = rows.flatMap((row) => row.payload.opens.map((record) => ({ row, registration: recordRegistration(record) })));
    const known = await this.existing(asked.map(({ registration }) => registration.caseId));
    const failures = new Map<string, string>();
    const later = new Set<string>();
    await Promise.all(
      asked
        .filter(({ registration }) => !known.has(registration.caseId))
        .map(async ({ row, registration }) => {
          try {
            await this.#open(registration);
          } catch (error) {
            // An engine that is busy or away is no fault of the row: its lease brings it back.
            if (error instanceof EngineOverloaded || error instanceof EngineUnavailable) later.add(row.id);
            else failures.set(row.id, error instanceof Error ? error.message.slice(0, 500) : String(error));
          }
        }),
    );
    await this.outbox.finish(rows.filter(({ id }) => !failures.has(id) && !later.has(id)).map(({ id }) => id));
    if (failures.size > 0) await this.#failed(failures);
    return rows.length === AT_ONCE ? 'busy' : 'some';
  }

  /** @throws when it isn't there afterwards */
  async #open(registration: RegisterRequest): Promise<void> {
    const outcome = await this.engine.register(registration);
    if (outcome.kind === 'done') return;
    throw new Error(outcome.kind === 'refused' ? outcome.refusal.code : outcome.kind);
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
