import { createHash } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import type { DomainEnvironment, Engine, ExecuteRequest, Outcome } from '#libs/engine';
import { ENGINE_ACTOR, EngineOverloaded, EngineUnavailable } from '#libs/engine';
import { reachFaultPoint } from '#libs/fault-points';
import type { Log } from '#libs/observability';
import { inTransaction } from '#libs/persistence';
import type { Turn } from '#libs/polling';
import type { CasePlan } from './case-plan.ts';

/** Any number; the same in every process: one of them carries a switch out. */
const LOCK = 5_240_044;
/** Few enough to leave the engine's groups to people, and to lose little time to a kill. */
const TOGETHER = 100;
/** While another process carries it out. */
const ASK_EVERY_MS = 50;

interface Item {
  readonly n: number;
  readonly caseId: string;
  readonly command: NonNullable<CasePlan['command']>;
}

interface Running {
  readonly id: string;
  readonly subject: string;
}

/**
 * Carries confirmed switches out, a batch of cases a turn, each case by one command through the engine's grouped commit. A
 * command is keyed by switch and case, so that after a kill what was written is answered again and nothing is done twice.
 */
export class SwitchRunner {
  constructor(
    private readonly pool: Pool,
    private readonly engine: Pick<Engine, 'execute'>,
    private readonly environment: Pick<DomainEnvironment, 'refresh'>,
    private readonly log: Log,
  ) {}

  /** @throws EngineOverloaded, EngineUnavailable: people come first, the batch is tried again */
  async turn(): Promise<Turn> {
    return inTransaction(this.pool, async (client) => {
      const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_xact_lock($1) as mine', [LOCK]);
      if (rows[0]?.mine !== true) return 'idle';
      const found = await client.query<Running>(
        "select id, subject from jiefen.switches where state = 'running' order by confirmed_at, id limit 1",
      );
      const [running] = found.rows;
      if (running === undefined) return 'idle';
      await this.environment.refresh();
      await this.#batch(client, running);
      return 'busy';
    });
  }

  /** Resolves when a confirmed switch has been carried out, here or by another process. */
  async finish(id: string): Promise<void> {
    for (;;) {
      const { rows } = await this.pool.query<{ state: string }>('select state from jiefen.switches where id = $1', [id]);
      if (rows[0]?.state !== 'running') return;
      if ((await this.turn()) === 'idle') await new Promise((wake) => setTimeout(wake, ASK_EVERY_MS));
    }
  }

  async #batch(client: PoolClient, { id, subject }: Running): Promise<void> {
    const { rows } = await client.query<Item>(
      `select n, case_id as "caseId", plan -> 'command' as command from jiefen.switch_items where switch_id = $1 and outcome is null order by n limit $2`,
      [id, TOGETHER],
    );
    if (rows.length === 0) {
      await client.query("update jiefen.switches set state = 'done', finished_at = now() where id = $1", [id]);
      this.log.info('law.switch_done', { switch: id, subject });
      return;
    }
    const outcomes = await Promise.all(rows.map((item) => this.#move(id, item)));
    reachFaultPoint('engine.between-rederived');
    await client.query(
      'update jiefen.switch_items i set outcome = o.outcome from unnest($2::int[], $3::text[]) as o(n, outcome) where i.switch_id = $1 and i.n = o.n',
      [id, rows.map(({ n }) => n), outcomes],
    );
  }

  async #move(switchId: string, { caseId, command: { type, payload } }: Item): Promise<string> {
    const bodyHash = createHash('sha256')
      .update(JSON.stringify([type, payload]))
      .digest('hex');
    const request: ExecuteRequest = {
      caseId,
      actor: ENGINE_ACTOR,
      type,
      payload,
      idempotency: {
        scope: `switch ${switchId}`,
        key: caseId,
        bodyHash,
        answer: (outcome) => ({ status: outcome.kind === 'done' ? 200 : 409, body: { outcome: wordOf(outcome) } }),
      },
    };
    try {
      return wordOf(await this.engine.execute(request));
    } catch (error) {
      if (error instanceof EngineOverloaded || error instanceof EngineUnavailable) throw error;
      this.log.error('law.case_not_moved', { switch: switchId, caseId, error });
      return 'failed';
    }
  }
}

/** `moved`, or the code of what was in the way. */
function wordOf(outcome: Outcome): string {
  if (outcome.kind === 'done') return 'moved';
  if (outcome.kind === 'refused') return outcome.refusal.code;
  if (outcome.kind !== 'replayed') return outcome.kind;
  const { body } = outcome;
  return typeof body === 'object' && body !== null && 'outcome' in body ? String(body.outcome) : 'moved';
}
