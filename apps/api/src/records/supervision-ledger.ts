import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import type { Viewer } from '#libs/access';
import type { AnswerOf, listSupervisions, QueryOf, readSupervisionBoard } from '#libs/contracts';
import { cardView, civilDateOf } from '#libs/domain';
import type { CaseContext, Instant, ShownCard } from '#libs/domain';
import { LegalClock } from '#libs/engine';
import { READ_POOL } from '#libs/persistence';
import type { CaseRow } from '../cases/case-row.ts';
import { CaseViews } from '../cases/case-views.ts';
import { UnitNames } from '../cases/unit-names.ts';
import { RecordLinks } from './record-links.ts';
import { recordConditions, RecordList } from './record-list.ts';

type Ledger = AnswerOf<typeof listSupervisions>;
type Board = AnswerOf<typeof readSupervisionBoard>;

interface BoardRow {
  readonly unit_id: string;
  readonly open: number;
  readonly items_open: number;
  readonly overdue: number;
  readonly warned: number;
  readonly listed: number;
  readonly signed_off: number;
}

/** 督办台账 and the zero-out board: units and what they are asked for, never persons who petition. */
@Injectable()
export class SupervisionLedger {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    private readonly list: RecordList,
    private readonly links: RecordLinks,
    private readonly views: CaseViews,
    private readonly units: UnitNames,
    private readonly time: LegalClock,
  ) {}

  async page(viewer: Viewer, query: QueryOf<typeof listSupervisions>): Promise<Ledger> {
    const [page, now] = await Promise.all([this.list.page(viewer, 'supervision', query), this.time.now()]);
    const leaders = await this.#leaders(page.items);
    return { ...page, items: await Promise.all(page.items.map((row) => this.#item(viewer, row, now, leaders))) };
  }

  /** Units that are supervised, those with most open cards first; counted over what this person may know of. */
  async board(viewer: Viewer, filter: QueryOf<typeof readSupervisionBoard>): Promise<Board> {
    const where = recordConditions(viewer, 'supervision', filter);
    const { rows } = await this.pool.query<BoardRow>(
      `with cards as materialized (
         select c.holder_unit_id, c.state, c.closed_at, c.overdue, c.context::jsonb->'memo'->'card' as card from jiefen.cases c where ${where.sql})
       select holder_unit_id as unit_id,
              (count(*) filter (where closed_at is null))::int as open,
              coalesce(sum((select count(*) from jsonb_array_elements(card->'items') i where not i ? 'signedOff')) filter (where closed_at is null), 0)::int as items_open,
              (count(*) filter (where closed_at is null and overdue))::int as overdue,
              (count(*) filter (where closed_at is null and card ? 'warnedOn' and not card ? 'listed' and not card ? 'delistedOn'))::int as warned,
              (count(*) filter (where closed_at is null and card ? 'listed'))::int as listed,
              (count(*) filter (where state in ('signed-off', 'archived')))::int as signed_off
         from cards group by holder_unit_id order by 2 desc, 1`,
      where.values,
    );
    const sum = (of: (row: BoardRow) => number): number => rows.reduce((all, row) => all + of(row), 0);
    return {
      items: rows.map(({ unit_id: unitId, open, items_open: itemsOpen, overdue, warned, listed, signed_off: signedOff }) => ({
        unit: this.units.of(unitId),
        open,
        itemsOpen,
        overdue,
        warned,
        listed,
        signedOff,
      })),
      total: { open: sum((row) => row.open), signedOff: sum((row) => row.signed_off), listed: sum((row) => row.listed) },
    };
  }

  async #item(viewer: Viewer, row: CaseRow, now: Instant, leaders: ReadonlyMap<string, string>): Promise<Ledger['items'][number]> {
    const { id, caseNo, title, state, stateLabel, divisionCode, holder, registeredAt, closedAt, overdue, clock } = this.views.item(
      row,
      now,
    );
    const card = cardOf(row.context);
    return {
      ...{ id, caseNo, title, state, stateLabel, divisionCode, holder, registeredAt, closedAt, overdue, clock },
      card,
      mainCase: await this.links.mainOf(viewer, row.context),
      leader: card.listed === undefined ? null : (leaders.get(card.listed.leaderId) ?? null),
      repliedOn: card.answeredOn ?? (await this.#repliedInCase(row.context, card)),
    };
  }

  /** What the engine opened is replied to in the case that is overdue. */
  async #repliedInCase({ mainCaseId }: CaseContext, { overdue }: ShownCard): Promise<string | null> {
    if (overdue === undefined) return null;
    const { rows } = await this.pool.query<{ at: Date }>(
      `select at from jiefen.events where case_id = $1 and type = 'supervision.replied'
          and body::jsonb->'facts' @> jsonb_build_array(jsonb_build_object('data', jsonb_build_object('deadlineId', $2::text)))
        order by seq desc limit 1`,
      [mainCaseId, overdue.deadlineId],
    );
    return rows[0] === undefined ? null : civilDateOf(rows[0].at.toISOString());
  }

  async #leaders(rows: readonly CaseRow[]): Promise<ReadonlyMap<string, string>> {
    const ids = rows.flatMap(({ context }) => cardOf(context).listed?.leaderId ?? []);
    if (ids.length === 0) return new Map();
    const { rows: users } = await this.pool.query<{ id: string; name: string }>(
      'select id, display_name as name from jiefen.users where id = any($1::uuid[])',
      [ids],
    );
    return new Map(users.map(({ id, name }) => [id, name]));
  }
}

function cardOf(context: CaseContext): ShownCard {
  const card = cardView(context);
  if (card === null) throw new Error('a supervision has its card');
  return card;
}
