import { randomInt } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { Instant } from '#libs/domain';
import type { DecidedAt } from './clock-estimate.ts';
import { isServerRefusal } from './database-errors.ts';
import type { CommitAnswer, GroupSession, LoadAnswer, LoadRequest, SoughtEvent, StandingEvent } from './engine-store.ts';
import { groupRows } from './group-rows.ts';
import type { CaseWrite, KeyWrite } from './verdict.ts';

const LOAD = { name: 'engine-load', text: 'select * from jiefen.engine_load($1, $2, $3, $4, $5)' };
const COMMIT = {
  name: 'engine-commit',
  text: 'select * from jiefen.engine_commit($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)',
};

/** The cases as JSON text. */
type LoadedRow = Omit<LoadAnswer, 'cases'> & { readonly cases: string | null };

/** A connection out of the pool. Each call is a statement and a transaction of its own, unless cases are held. */
export class PostgresSession implements GroupSession {
  readonly attempt = String(randomInt(2 ** 47));
  /** Cases, by a transaction, until it is given up. */
  #holdsCases = false;

  constructor(private readonly client: PoolClient) {}

  async lock(caseIds: readonly string[]): Promise<void> {
    this.#holdsCases = true;
    await this.client.query('begin');
    await this.client.query('select from jiefen.cases where id = any($1::uuid[]) order by id for update', [caseIds]);
  }

  async load({ caseIds, heads, scopes, keys, vaults }: LoadRequest): Promise<LoadAnswer> {
    const { rows } = await this.client.query<LoadedRow>({ ...LOAD, values: [caseIds, heads, scopes, keys, vaults] });
    const [row] = rows;
    if (row === undefined) throw new Error('engine_load answered nothing');
    return { ...row, cases: row.cases === null ? null : (JSON.parse(row.cases) as LoadAnswer['cases']) };
  }

  async commit(writes: readonly (CaseWrite | KeyWrite)[], decidedAt: DecidedAt, knownWakeups: ReadonlySet<Instant>): Promise<CommitAnswer> {
    const values = groupRows(this.attempt, decidedAt, writes, knownWakeups);
    const { rows } = await this.client.query<CommitAnswer>({ ...COMMIT, values: [...values] });
    const [row] = rows;
    if (row === undefined) throw new Error('engine_commit answered nothing');
    if (this.#holdsCases) {
      await this.client.query('commit');
      this.#holdsCases = false;
    }
    return row;
  }

  async closeAttempt(attempt: string, sought: readonly SoughtEvent[]): Promise<readonly StandingEvent[]> {
    await this.client.query('select jiefen.close_attempt($1)', [attempt]);
    const { rows } = await this.client.query<StandingEvent>(
      `select e.case_id as "caseId", e.seq, e.command_id as "commandId"
       from unnest($1::uuid[], $2::int[]) as s(case_id, seq) join jiefen.events e on e.case_id = s.case_id and e.seq = s.seq`,
      [sought.map(({ caseId }) => caseId), sought.map(({ seq }) => seq)],
    );
    return rows;
  }

  async end(error?: unknown): Promise<void> {
    // After a refusal a connection that holds nothing is as good as before.
    let broken = error !== undefined && (this.#holdsCases || !isServerRefusal(error));
    if (this.#holdsCases && !broken) {
      await this.client.query('rollback').catch(() => {
        broken = true;
      });
    }
    this.client.release(broken);
  }
}
