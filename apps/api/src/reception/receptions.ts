import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { actorOf } from '#libs/access';
import type { Viewer } from '#libs/access';
import type { AnswerOf, BodyOf, listReceptionDays, listReceptions, openReception, QueryOf, readReceptionFigures } from '#libs/contracts';
import { DirectoryService } from '#libs/directory';
import { civilDateOf, isPetitionOffice, liesWithin } from '#libs/domain';
import type { CaseContext } from '#libs/domain';
import { derivedCaseId, LegalClock } from '#libs/engine';
import { READ_POOL, visibleCases } from '#libs/persistence';
import { CaseViews } from '../cases/case-views.ts';
import { invalid, problemOf, unknownReference } from '../http/problem-error.ts';
import { OfficeRecords } from '../meetings/office-records.ts';
import type { OfficeRecordAnswer } from '../meetings/office-records.ts';
import { RecordRegister } from '../meetings/record-register.ts';
import { Leaders } from '../registers/leaders.ts';
import { ReceptionViews } from './reception-views.ts';

type PublicDay = AnswerOf<typeof listReceptionDays>['items'][number];
type Figure = AnswerOf<typeof readReceptionFigures>['items'][number];

/** Days of a city are few; what lies further ahead is published later. */
const MOST = 200;

/** 领导接访 (Art 18(2)): which leaders owe days of reception, when and where they are held. */
@Injectable()
export class Receptions {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    private readonly directory: DirectoryService,
    private readonly leaders: Leaders,
    private readonly records: OfficeRecords,
    private readonly register: RecordRegister,
    private readonly views: CaseViews,
    private readonly receptions: ReceptionViews,
    private readonly time: LegalClock,
  ) {}

  /**
   * The office arranges the days of leaders of its own place and of places in it: one record a leader, because its id follows from his.
   *
   * @throws 400 for nobody of the register, 403 for other units and places, 409 for a leader who has one
   */
  async open(viewer: Viewer, body: BodyOf<typeof openReception>, key: string | undefined): Promise<OfficeRecordAnswer> {
    const leader = await this.leaders.named(body.leaderId);
    if (leader === null) throw invalid(unknownReference('leaderId'));
    const office = viewer.unit === null ? undefined : this.directory.unit(viewer.unit.id);
    if (office === undefined || !isPetitionOffice(office.function) || !liesWithin(leader.division, office.division))
      throw problemOf('access.forbidden');
    return this.records.open(
      viewer,
      {
        procedure: 'reception-day',
        caseId: derivedCaseId('reception', leader.leaderId),
        payload: { unitId: office.id, leader },
        texts: { title: '领导接访' },
        divisionCode: leader.division,
        about: [],
      },
      { key, scope: `${viewer.userId} POST /api/receptions`, body },
    );
  }

  async page(viewer: Viewer, query: QueryOf<typeof listReceptions>): Promise<AnswerOf<typeof listReceptions>> {
    const page = await this.register.page(viewer, 'reception-day', query);
    const [items, shown] = await Promise.all([
      this.views.list(viewer, page.items),
      this.receptions.all(page.items.map(({ context }) => context)),
    ]);
    return {
      ...page,
      items: items.flatMap((item, i) => {
        const reception = shown[i];
        return reception === null || reception === undefined ? [] : [{ ...item, reception }];
      }),
    };
  }

  /** What each place and level owes and does: counted for places, late where a day that is owed has passed. */
  async figures(viewer: Viewer): Promise<readonly Figure[]> {
    const visible = visibleCases(actorOf(viewer), 1);
    const { rows } = await this.pool.query<Figure>(
      `select r.leader ->> 'division' as division, r.leader ->> 'level' as level, (count(*) filter (where r.closed_at is null))::int as owing,
              sum(r.held)::int as held, (count(*) filter (where r.late))::int as late, sum(r.opened)::int as cases
         from (select c.closed_at, memo -> 'leader' as leader, (memo ->> 'held')::int as held, jsonb_array_length(memo -> 'opened') as opened,
                      exists (select from jiefen.deadlines d where d.case_id = c.id and d.rule like 'RECEPT-%' and d.state = 'fired'
                        and d.done_at is null) as late
                 from jiefen.cases c, lateral (select c.context::jsonb #> '{memo,reception}' as memo) m
                where c.class = 'RECORD' and c.procedure = 'reception-day' and ${visible.sql}) r
        group by 1, 2 order by 1, 2`,
      [...visible.values],
    );
    return rows;
  }

  /** Published days from today on, for everybody. */
  async published(): Promise<readonly PublicDay[]> {
    const { rows } = await this.pool.query<{ id: string; context: CaseContext }>(
      `select c.id, c.context::json as context from jiefen.cases c
        where c.class = 'RECORD' and c.procedure = 'reception-day' and c.state = 'announced'
          and c.context::jsonb #>> '{memo,reception,day,on}' >= $1
        order by c.context::jsonb #>> '{memo,reception,day,on}', c.id limit $2`,
      [civilDateOf(await this.time.now()), MOST],
    );
    const shown = await this.receptions.all(rows.map(({ context }) => context));
    return rows.flatMap(({ id }, i) => {
      const one = shown[i];
      if (one === null || one === undefined || one.day === null) return [];
      const { leader, day } = one;
      const { level, division, name } = leader;
      return [{ id, on: day.on, level, division, leader: name, at: { name: day.unit.name }, free: day.free }];
    });
  }
}
