import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import type { AnswerOf, QueryOf, readHistory, verifyCase } from '#libs/contracts';
import { decide, openCase } from '#libs/domain';
import type { CaseCommand, CaseSnapshot, Decision, Fact } from '#libs/domain';
import { READ_POOL } from '#libs/persistence';
import { RulesInForce } from '../deadlines/rules-in-force.ts';
import { Cursors } from '../http/cursor.ts';
import { DEFAULT_LIMIT, pageOf } from '../http/page.ts';
import type { KnownCase } from './case-store.ts';

interface EventRow {
  readonly seq: number;
  readonly type: string;
  readonly at: Date;
  readonly recorded_at: Date;
  readonly body: string;
  readonly hash: string;
  readonly prev_hash: string | null;
}

/** The part of a stored event that readers see; the whole is what was hashed. */
interface EventBody {
  readonly command: CaseCommand;
  readonly facts: readonly Fact[];
  readonly prevHash: string | null;
  readonly seq: number;
}

type Entry = AnswerOf<typeof readHistory>['items'][number];
const VERIFY_BATCH = 500;

/** What happened to a case, and the proof that nobody changed it afterwards. */
@Injectable()
export class CaseHistory {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    private readonly cursors: Cursors,
    private readonly rules: RulesInForce,
  ) {}

  async page({ row, content }: KnownCase, query: QueryOf<typeof readHistory>): Promise<AnswerOf<typeof readHistory>> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const list = JSON.stringify(['history', row.id]);
    const after = Number(this.cursors.read(list, query.cursor)?.[0] ?? 0);
    const rows = await this.#read(row.id, after, limit + 1);
    const page = pageOf(rows, limit, (last) => this.cursors.write(list, [last.seq]));
    return { ...page, items: page.items.map((event) => entryOf(event, content)) };
  }

  /** Recomputes every hash and link, and compares with the head that the case carries; texts and letters are those that the events name. */
  async verify({ row }: KnownCase): Promise<AnswerOf<typeof verifyCase>> {
    let length = 0;
    let head: string | null = null;
    const papers = await this.#papers(row.id);
    for (;;) {
      const events = await this.#read(row.id, length, VERIFY_BATCH);
      for (const event of events) {
        const body = JSON.parse(event.body) as EventBody;
        const whole = createHash('sha256').update(event.body).digest('hex') === event.hash;
        const linked = event.seq === length + 1 && body.seq === event.seq && event.prev_hash === head && body.prevHash === head;
        const isHead = event.seq !== row.seq || event.hash === row.head_hash;
        const kept = body.command.documents.every(({ id, field, digest }) => papers.get(id) === `${field} ${digest}`);
        if (!whole || !linked || !isHead || !kept) return { valid: false, length, head, brokenAt: length + 1 };
        length = event.seq;
        head = event.hash;
      }
      if (events.length < VERIFY_BATCH) break;
    }
    // The row was read first: events that came meanwhile are beyond its head, not against it.
    return { valid: length >= row.seq, length, head };
  }

  /** The digest of every text and letter as it is stored (SHA-256 of the ciphertext), by id. Older rows had one that only their key could check. */
  async #papers(caseId: string): Promise<ReadonlyMap<string, string>> {
    const { rows } = await this.pool.query<{ id: string; field: string; digest: string }>(
      `select id, field, case when length(digest) <> 43 then digest
         else rtrim(translate(encode(sha256(cipher), 'base64'), '+/', '-_'), '=') end as digest
         from jiefen.documents where case_id = $1`,
      [caseId],
    );
    return new Map(rows.map(({ id, field, digest }) => [id, `${field} ${digest}`]));
  }

  /** The states it went through in its present procedure, by deciding the stored commands again. */
  async path({ row }: KnownCase): Promise<readonly string[]> {
    const { rows } = await this.pool.query<{ body: string }>('select body from jiefen.events where case_id = $1 order by seq', [row.id]);
    const env = this.rules.env();
    const path: string[] = [];
    let before: CaseSnapshot | null = null;
    for (const { body } of rows) {
      const { command } = JSON.parse(body) as EventBody;
      const decision: Decision = before === null ? openCase(command, env) : decide(before, command, env);
      if (!decision.ok) break;
      // RECLASSIFY into another procedure begins another chart.
      if (before !== null && before.procedure !== decision.next.procedure) path.length = 0;
      before = decision.next;
      if (path.at(-1) !== before.state) path.push(before.state);
    }
    return path;
  }

  async #read(caseId: string, after: number, limit: number): Promise<readonly EventRow[]> {
    const { rows } = await this.pool.query<EventRow>(
      'select seq, type, at, recorded_at, body, hash, prev_hash from jiefen.events where case_id = $1 and seq > $2 order by seq limit $3',
      [caseId, after, limit],
    );
    return rows;
  }
}

function entryOf(event: EventRow, content: boolean): Entry {
  const { command, facts } = JSON.parse(event.body) as EventBody;
  const rule = facts.find((fact) => fact.rule !== undefined)?.rule;
  const common = {
    seq: event.seq,
    type: event.type,
    at: event.at.toISOString(),
    recordedAt: event.recorded_at.toISOString(),
    actor: { role: command.by.role, unitId: command.by.unitId },
    ...(rule === undefined ? {} : { rule }),
    hash: event.hash,
    prevHash: event.prev_hash,
  };
  // Whoever may only know that there is a case learns what kind of thing happened when, and by whom; never what it was about.
  if (!content)
    return { ...common, data: {}, facts: facts.map(({ type, rule: of }) => (of === undefined ? { type } : { type, rule: of })) };
  const documents = command.documents.map(({ id, field }) => ({ id, field }));
  return {
    ...common,
    command: command.type,
    data: { ...facts[0]?.data, ...(documents.length === 0 ? {} : { documents }) },
    facts: facts.map((fact) => ({ ...fact })),
  };
}
