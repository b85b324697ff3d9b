import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import type { Viewer } from '#libs/access';
import type { AnswerOf, BodyOf, issueYellowCard, listYellowCards, QueryOf } from '#libs/contracts';
import { DirectoryService } from '#libs/directory';
import { civilDateOf, liesWithin } from '#libs/domain';
import { LegalClock } from '#libs/engine';
import { IdentityService } from '#libs/identity';
import { inTransaction, READ_POOL } from '#libs/persistence';
import { AuditTrail } from '../administration/audit-trail.ts';
import { Cursors } from '../http/cursor.ts';
import { DEFAULT_LIMIT, pageOf } from '../http/page.ts';
import { permit } from '../http/permit.ts';
import { invalid, problemOf, unknownReference } from '../http/problem-error.ts';
import { YellowCardsInForce } from './yellow-cards-in-force.ts';

type Card = AnswerOf<typeof issueYellowCard>;

interface CardRow {
  readonly id: string;
  readonly unit_id: string;
  readonly reason: Buffer;
  readonly basis_no: string;
  readonly from: string;
  readonly until: string;
  readonly key: string;
  readonly lifted_at: Date | null;
  readonly lift_reason: Buffer | null;
}

const COLUMNS = `y.id, y.unit_id, y.reason, y.basis_no, y.from_date::text as "from", y.until_date::text as until, y.issued_at::text as key,
  y.lifted_at, y.lift_reason`;

/** 黄牌警告: a state of units, for a time, with its reason, by whoever answers for their place; every change of it is audited. */
@Injectable()
export class YellowCards {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    private readonly cursors: Cursors,
    private readonly directory: DirectoryService,
    private readonly time: LegalClock,
    private readonly audit: AuditTrail,
    private readonly inForce: YellowCardsInForce,
    private readonly identity: IdentityService,
  ) {}

  /** Units of the place that this person answers for; a handler or head sees those of his own unit. */
  async page(
    viewer: Viewer,
    { limit = DEFAULT_LIMIT, cursor, unitId, inForce }: QueryOf<typeof listYellowCards>,
  ): Promise<AnswerOf<typeof listYellowCards>> {
    const list = JSON.stringify(['yellow-cards', viewer.userId, unitId ?? null, inForce ?? null]);
    const after = this.cursors.read(list, cursor);
    const today = civilDateOf(await this.time.now());
    const ofPlace = viewer.roles.some((role) => role === 'supervisor' || role === 'leader' || role === 'auditor');
    const { rows } = await this.pool.query<CardRow>(
      `select ${COLUMNS} from jiefen.yellow_cards y join jiefen.units u on u.id = y.unit_id join jiefen.divisions d on d.code = u.division
        where (y.unit_id = $1 or ($2::bool and ($3 = d.code or $3 = any(d.ancestors))))
          and ($4::uuid is null or y.unit_id = $4)
          and ($5::bool is null or (y.lifted_at is null and y.from_date <= $6 and y.until_date >= $6) = $5)
          and ($7::timestamptz is null or (y.issued_at, y.id) < ($7, $8::uuid))
        order by y.issued_at desc, y.id desc limit ${String(limit + 1)}`,
      [
        viewer.unit?.id ?? null,
        ofPlace,
        viewer.unit?.division ?? null,
        unitId ?? null,
        inForce === undefined ? null : inForce === 'true',
        today,
        ...(after ?? [null, null]),
      ],
    );
    const page = pageOf(rows, limit, (last) => this.cursors.write(list, [last.key, last.id]));
    return { ...page, items: page.items.map((row) => this.#view(row, today)) };
  }

  /** @throws 400 for an unknown unit, 403 for whoever doesn't answer for its place, 409 while one is in force for its time */
  async issue(viewer: Viewer, { unitId, reason, basisNo, from, until }: BodyOf<typeof issueYellowCard>): Promise<Card> {
    this.#permitted(viewer, unitId);
    const now = await this.time.now();
    const id = randomUUID();
    const row = await inTransaction(this.pool, async (client) => {
      // Of two cards for one time, asked for at the same moment, the second sees the first.
      await client.query("select pg_advisory_xact_lock(hashtextextended('yellow-card ' || $1, 0))", [unitId]);
      const { rows } = await client.query<CardRow>(
        `insert into jiefen.yellow_cards as y (id, unit_id, reason, basis_no, from_date, until_date, issued_by, issued_at)
       select $1, $2, $3, $4, $5, $6, $7, $8
        where not exists (select from jiefen.yellow_cards o
          where o.unit_id = $2 and o.lifted_at is null and o.from_date <= $6::date and o.until_date >= $5::date)
       returning ${COLUMNS}`,
        [id, unitId, this.#sealed(id, 'reason', reason), basisNo, from, until, viewer.userId, now],
      );
      if (rows[0] === undefined) throw problemOf('yellow_card.in_force');
      await this.audit.record(viewer, 'yellow-card.issued', `unit:${unitId}`, { cardId: id, from, until, basisNo }, client);
      return rows[0];
    });
    await this.inForce.reload();
    return this.#view(row, civilDateOf(now));
  }

  /** @throws 404, 403 as `issue`, 409 for one that was lifted already */
  async lift(viewer: Viewer, id: string, reason: string): Promise<void> {
    const { rows } = await this.pool.query<{ id: string; unit_id: string }>(
      'select id, unit_id from jiefen.yellow_cards where id::text = $1',
      [id],
    );
    const [card] = rows;
    if (card === undefined) throw problemOf('yellow_card.not_found');
    this.#permitted(viewer, card.unit_id);
    await inTransaction(this.pool, async (client) => {
      const { rowCount } = await client.query(
        'update jiefen.yellow_cards set lifted_by = $2, lifted_at = jiefen.app_now(), lift_reason = $3 where id = $1 and lifted_at is null',
        [card.id, viewer.userId, this.#sealed(card.id, 'lift-reason', reason)],
      );
      if (rowCount === 0) throw problemOf('yellow_card.lifted');
      await this.audit.record(viewer, 'yellow-card.lifted', `unit:${card.unit_id}`, { cardId: card.id }, client);
    });
    await this.inForce.reload();
  }

  /** Supervisors and leaders, for units of their own place, and never for their own unit. */
  #permitted(viewer: Viewer, unitId: string): void {
    const unit = this.directory.unit(unitId);
    if (unit === undefined) throw invalid(unknownReference('unitId'));
    permit(viewer, 'supervisor', 'leader');
    if (viewer.unit === null || viewer.unit.id === unitId || !liesWithin(unit.division, viewer.unit.division))
      throw problemOf('access.forbidden');
  }

  #view(
    { id, unit_id: unitId, reason, basis_no: basisNo, from, until, lifted_at: liftedAt, lift_reason: liftReason }: CardRow,
    today: string,
  ): Card {
    return {
      id,
      unit: { unitId, name: this.directory.unit(unitId)?.name ?? unitId },
      reason: this.#opened(id, 'reason', reason),
      basisNo,
      from,
      until,
      inForce: liftedAt === null && from <= today && today <= until,
      liftedAt: liftedAt?.toISOString() ?? null,
      liftReason: liftReason === null ? null : this.#opened(id, 'lift-reason', liftReason),
    };
  }

  #sealed(id: string, field: 'reason' | 'lift-reason', text: string): Buffer {
    return this.identity.keyring.sealStored('register-prose', `yellow-card:${id}:${field}`, text);
  }

  #opened(id: string, field: 'reason' | 'lift-reason', sealed: Buffer): string {
    return this.identity.keyring.openStored('register-prose', `yellow-card:${id}:${field}`, sealed);
  }
}
