import { createHash, randomUUID } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import type { CalendarData, Directory, Instant, LawMaterial, RulePack } from '#libs/domain';
import { PROCEDURE_DEFINITIONS } from '#libs/domain';
import type { DomainEnvironment, Engine } from '#libs/engine';
import { inTransaction, readLaw } from '#libs/persistence';
import { planCase } from './case-plan.ts';
import type { LawChange } from './law-change.ts';
import { editionAfter, nameOf, subjectOf } from './law-change.ts';
import { ItemWriter } from './item-writer.ts';
import type { Around } from './law-reader.ts';
import { changedLaw } from './law-reader.ts';
import { reachedCases } from './reached-cases.ts';
import { SwitchError } from './switch-error.ts';
import type { LawSwitch, SwitchItem } from './switch-rows.ts';
import { SWITCH_COLUMNS } from './switch-rows.ts';
import { Tally } from './totals.ts';

/** Any number; the same in every process: editions are made one after the other. */
const LOCK = 5_240_043;

export interface Proposal extends LawChange {
  /** Whether running cases are moved too, as far as the transitional rule and the map let them. */
  readonly running: boolean;
  readonly reason: string;
  readonly userId: string;
}

export interface Confirmation {
  /** Of the preview that was looked at. */
  readonly digest: string;
  readonly reason: string;
  readonly userId: string;
  /** Left out for calendars: an official notice, which everybody can check, needs no second person. */
  readonly byAnother: boolean;
}

/** Switches of the law: previewed, confirmed, listed. What is confirmed is carried out by the `SwitchRunner`. */
export class LawSwitches {
  constructor(
    private readonly pool: Pool,
    private readonly directory: Directory,
    private readonly engine: Pick<Engine, 'now'>,
    private readonly environment: Pick<DomainEnvironment, 'refresh'>,
    private readonly procedures: LawMaterial['procedures'] = PROCEDURE_DEFINITIONS,
  ) {}

  /** Plans what the change does to every case and keeps the plan. @throws SwitchError */
  async preview(proposal: Proposal): Promise<LawSwitch> {
    const { subject, running, reason, userId, calendar, rulePack } = proposal;
    const at = await this.engine.now();
    const work = async (client: PoolClient): Promise<LawSwitch> => {
      const { base, after, env } = await changedLaw(client, proposal, this.#around(at));
      if (after === base && !running) throw new SwitchError('switch.nothing_new');
      const id = randomUUID();
      const material = calendar ?? rulePack ?? null;
      const tally = new Tally();
      const digest = createHash('sha256').update(JSON.stringify([subject, running, base.number, material]));
      const items = new ItemWriter(client, id);
      for await (const reached of reachedCases(client, subject)) {
        if (!running) break;
        const plan = planCase(subject, reached, env, at);
        if (plan === null) continue;
        digest.update(`\n${reached.id} ${JSON.stringify(plan)}`);
        if (!reached.sealed) tally.add(plan);
        await items.add({ caseId: reached.id, sealed: reached.sealed, plan });
      }
      await items.flush();
      const { rows } = await client.query<LawSwitch>(
        `insert into jiefen.switches(id, kind, subject, material, running, state, base_edition, digest, totals, reason, proposed_by)
         values ($1, $2, $3, $4, $5, 'previewed', $6, $7, $8, $9, $10) returning ${SWITCH_COLUMNS}`,
        [
          id,
          subject.kind,
          nameOf(subject),
          material === null ? null : JSON.stringify(material),
          running,
          base.number,
          digest.digest('hex'),
          JSON.stringify(tally.totals()),
          reason,
          userId,
        ],
      );
      await record(client, userId, 'law.previewed', nameOf(subject), { switch: id, running });
      const [kept] = rows;
      if (kept === undefined) throw new Error('the switch was not kept');
      return kept;
    };
    return inTransaction(this.pool, work, 'repeatable read');
  }

  /** What the change would do, without keeping it; sealed cases left out. @throws SwitchError */
  async *plans(change: LawChange): AsyncGenerator<Omit<SwitchItem, 'n' | 'outcome'>> {
    const at = await this.engine.now();
    const { env } = await changedLaw(this.pool, change, this.#around(at));
    const client = await this.pool.connect();
    try {
      for await (const reached of reachedCases(client, change.subject)) {
        const plan = reached.sealed ? null : planCase(change.subject, reached, env, at);
        if (plan !== null) yield { caseId: reached.id, plan };
      }
    } finally {
      client.release();
    }
  }

  /** Brings it into force: from now on whatever begins goes by it; running cases follow as planned. @throws SwitchError */
  async confirm(id: string, { digest, reason, userId, byAnother }: Confirmation): Promise<LawSwitch> {
    const confirmed = await inTransaction(this.pool, async (client) => {
      await client.query('select pg_advisory_xact_lock($1)', [LOCK]);
      const { rows } = await client.query<LawSwitch & { readonly material: unknown }>(
        `select ${SWITCH_COLUMNS}, material from jiefen.switches where id = $1 for update`,
        [id],
      );
      const [found] = rows;
      if (found === undefined) throw new SwitchError('switch.not_found');
      if (found.state !== 'previewed') throw new SwitchError('switch.not_open');
      if (byAnother && found.proposedBy === userId) throw new SwitchError('switch.four_eyes');
      const { editions } = await readLaw(client, this.procedures);
      const base = editions.at(-1);
      if (base === undefined || found.digest !== digest || base.number !== found.baseEdition) throw new SwitchError('switch.stale');
      await keepMaterial(client, found, userId);
      const after = editionAfter(base, subjectOf(found.kind, found.subject));
      if (after !== base)
        await client.query('insert into jiefen.editions(number, switch_id, data) values ($1, $2, $3)', [
          after.number,
          id,
          JSON.stringify(after),
        ]);
      const written = await client.query<LawSwitch>(
        `update jiefen.switches set state = 'running', edition = $2, confirm_reason = $3, confirmed_by = $4, confirmed_at = now()
          where id = $1 returning ${SWITCH_COLUMNS}`,
        [id, after.number, reason, userId],
      );
      await record(client, userId, 'law.switched', found.subject, { switch: id, kind: found.kind, edition: after.number, reason });
      const [row] = written.rows;
      if (row === undefined) throw new SwitchError('switch.not_found');
      return row;
    });
    await this.environment.refresh();
    return confirmed;
  }

  #around(at: Instant): Around {
    return { directory: this.directory, procedures: this.procedures, at };
  }

  async list(limit: number, before: Instant | null): Promise<readonly LawSwitch[]> {
    const { rows } = await this.pool.query<LawSwitch>(
      `select ${SWITCH_COLUMNS} from jiefen.switches where $2::timestamptz is null or proposed_at < $2 order by proposed_at desc, id limit $1`,
      [limit, before],
    );
    return rows;
  }

  /** With how far it is: cases by outcome, `null` for those not yet moved; sealed ones left out. @throws SwitchError */
  async one(id: string): Promise<LawSwitch & { readonly outcomes: Readonly<Record<string, number>>; readonly left: number }> {
    const { rows } = await this.pool.query<LawSwitch>(`select ${SWITCH_COLUMNS} from jiefen.switches where id = $1`, [id]);
    const [found] = rows;
    if (found === undefined) throw new SwitchError('switch.not_found');
    const counted = await this.pool.query<{ outcome: string | null; n: number }>(
      'select outcome, count(*)::int as n from jiefen.switch_items where switch_id = $1 and not sealed group by outcome',
      [id],
    );
    const outcomes: Record<string, number> = {};
    let left = 0;
    for (const { outcome, n } of counted.rows) {
      if (outcome === null) left = n;
      else outcomes[outcome] = n;
    }
    return { ...found, outcomes, left };
  }

  /** Everything the plan of a switch may name, with the version that isn't published yet. @throws SwitchError */
  async materialOf(id: string): Promise<LawMaterial> {
    const { rows } = await this.pool.query<{ kind: string; material: unknown }>(
      'select kind, material from jiefen.switches where id = $1',
      [id],
    );
    const [found] = rows;
    if (found === undefined) throw new SwitchError('switch.not_found');
    const { material } = await readLaw(this.pool, this.procedures);
    return withUnpublished(material, found.kind, found.material);
  }

  /** A page of the plan in its order, sealed cases left out. */
  async items(id: string, limit: number, after: number | null): Promise<readonly SwitchItem[]> {
    const { rows } = await this.pool.query<SwitchItem>(
      `select n, case_id as "caseId", plan, outcome from jiefen.switch_items
        where switch_id = $1 and n > $3 and not sealed order by n limit $2`,
      [id, limit, after ?? 0],
    );
    return rows;
  }
}

async function keepMaterial(
  client: PoolClient,
  { kind, subject, reason, material }: LawSwitch & { readonly material: unknown },
  userId: string,
) {
  if (material === null) return;
  const data = JSON.stringify(material);
  const { rowCount } =
    kind === 'calendar'
      ? await client.query(
          'insert into jiefen.calendars(version, notice, published_by, data) values ($1, $2, $3, $4) on conflict do nothing',
          [subject, reason, userId, data],
        )
      : await client.query('insert into jiefen.rule_packs(id, uploaded_by, data) values ($1, $2, $3) on conflict do nothing', [
          subject,
          userId,
          data,
        ]);
  // Two previews of the same name: the second one is about other data.
  if (rowCount === 0) throw new SwitchError('switch.stale');
}

async function record(
  client: PoolClient,
  userId: string,
  action: string,
  object: string,
  data: Readonly<Record<string, unknown>>,
): Promise<void> {
  await client.query('insert into jiefen.audit_log(user_id, action, object, data) values ($1, $2, $3, $4)', [
    userId,
    action,
    object,
    JSON.stringify(data),
  ]);
}

/** @param data of a calendar or rule pack, as it was checked before it was kept */
function withUnpublished(material: LawMaterial, kind: string, data: unknown): LawMaterial {
  if (data === null) return material;
  if (kind === 'calendar') {
    const calendar = data as CalendarData;
    const published = material.calendars.some(({ version }) => version === calendar.version);
    return published ? material : { ...material, calendars: [...material.calendars, calendar] };
  }
  const pack = data as RulePack;
  const published = material.rulePacks.some(({ id }) => id === pack.id);
  return published ? material : { ...material, rulePacks: [...material.rulePacks, pack] };
}
