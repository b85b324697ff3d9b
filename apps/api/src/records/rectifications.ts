import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import type { Viewer } from '#libs/access';
import type { AnswerOf, listPublishedResults, listRectifications, QueryOf } from '#libs/contracts';
import { DirectoryService } from '#libs/directory';
import { chartContext, civilDateOf } from '#libs/domain';
import type { CaseContext } from '#libs/domain';
import { LegalClock } from '#libs/engine';
import { READ_POOL } from '#libs/persistence';
import { addDivision } from '../cases/case-filter.ts';
import { CaseViews } from '../cases/case-views.ts';
import { SqlConditions } from '../cases/sql-conditions.ts';
import { UnitNames } from '../cases/unit-names.ts';
import { RecordLinks } from './record-links.ts';
import { RecordList } from './record-list.ts';

type Listed = AnswerOf<typeof listRectifications>;
type Published = AnswerOf<typeof listPublishedResults>;

/** So many of the newest results are shown to the public. */
const NEWEST = 200;

/** 访、改、宣: rectifications as the staff follow them, and their results as everybody may read them. */
@Injectable()
export class Rectifications {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    private readonly list: RecordList,
    private readonly links: RecordLinks,
    private readonly views: CaseViews,
    private readonly units: UnitNames,
    private readonly directory: DirectoryService,
    private readonly time: LegalClock,
  ) {}

  async page(viewer: Viewer, query: QueryOf<typeof listRectifications>): Promise<Listed> {
    const [page, now] = await Promise.all([this.list.page(viewer, 'rectification', query), this.time.now()]);
    const items = page.items.map(async (row): Promise<Listed['items'][number]> => {
      const { id, caseNo, title, state, stateLabel, divisionCode, holder, registeredAt, closedAt, overdue, clock } = this.views.item(
        row,
        now,
      );
      const mainCase = await this.links.mainOf(viewer, row.context);
      return { id, caseNo, title, state, stateLabel, divisionCode, holder, registeredAt, closedAt, overdue, clock, mainCase };
    });
    return { ...page, items: await Promise.all(items) };
  }

  /** Codes alone, and nothing of a case that is sealed or confidential by now. */
  async published({ division }: QueryOf<typeof listPublishedResults>): Promise<Published> {
    const where = new SqlConditions();
    where.add("c.procedure = 'rectification' and c.state in ('result-published', 'archived') and not c.confidential");
    where.add('exists (select from jiefen.cases m where m.id = c.main_case_id and not m.sealed and not m.confidential)');
    where.add("c.context::jsonb->'memo'->'rectification' ? 'publishedOn'");
    if (division !== undefined) addDivision(where, division);
    const { rows } = await this.pool.query<{ context: CaseContext; registered_at: Date }>(
      `select c.context::json as context, c.registered_at from jiefen.cases c where ${where.sql} order by c.registered_at desc, c.id desc limit ${String(NEWEST)}`,
      where.values,
    );
    const items = rows.flatMap(({ context, registered_at: asked }): Published['items'] => {
      const { how, checkedOn, publishedOn } = chartContext(context).memo.rectification ?? {};
      if (how === undefined || checkedOn === undefined || publishedOn === undefined) return [];
      // Of a place no more than its county: a village says too much of whom it was about.
      const county = context.divisionCode.slice(0, 6);
      return [
        {
          unit: this.units.of(context.holderUnitId).name,
          category: this.directory.category(context.categoryCode)?.path ?? context.categoryCode,
          place: this.directory.division(county)?.name ?? county,
          how,
          askedOn: civilDateOf(asked.toISOString()),
          checkedOn,
          publishedOn,
        },
      ];
    });
    return { items, nextCursor: null };
  }
}
