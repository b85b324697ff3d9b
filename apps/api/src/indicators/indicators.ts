import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { actorOf } from '#libs/access';
import type { Viewer } from '#libs/access';
import type { AnswerOf, QueryOf, readIndicators } from '#libs/contracts';
import { DirectoryService } from '#libs/directory';
import { dayAfter, RECORD_CLASS, startOfDay } from '#libs/domain';
import { READ_POOL, visibleCases } from '#libs/persistence';
import { addDivision } from '../cases/case-filter.ts';
import { SqlConditions } from '../cases/sql-conditions.ts';

type Answer = AnswerOf<typeof readIndicators>;
type Group = Answer['groupBy'];
type Row = Answer['items'][number];
type Target = keyof Row['satisfaction'];
type Side = keyof Row['satisfaction'][Target];

interface Figures {
  readonly key: string;
  readonly registered: number;
  readonly open: number;
  readonly closed: number;
  readonly overdue: number;
  readonly acceptances: number;
  readonly accepted_in_time: number;
  readonly answers: number;
  readonly answered_in_time: number;
  readonly ratings: readonly Rated[];
}

/** So many closed cases whose last word of this side on this target is this one. */
interface Rated {
  readonly target: Target;
  readonly side: Side;
  readonly value: 'satisfied' | 'basically' | 'dissatisfied';
  readonly n: number;
}

/** What a case is counted under. A month is the civil month of its receipt. */
const KEYS: Readonly<Record<Group, string>> = {
  unit: 'c.holder_unit_id::text',
  division: 'coalesce(c.county_code, c.city_code, c.province_code, c.division_code)',
  category: "left(c.category_code, 2) || '0000'",
  class: 'c.class',
  channel: 'c.channel',
  month: "to_char(c.received_at at time zone 'Asia/Shanghai', 'YYYY-MM')",
};

/** Clocks of acceptance (notice of receipt) and of the answer; in time = met, late = fired, still running = not counted yet. */
const ACCEPTANCE = "('PET-NOTICE-DIRECT', 'PET-NOTICE-FWD')";
// A simplified handling that ran out became an ordinary one, which has its own clock.
const ANSWER = "(d.rule in ('PET-HANDLE', 'PET-REDO') or d.rule = 'PET-SIMPLE' and d.state = 'met')";
const ENDED = "d.state in ('met', 'fired')";

/** Figures by SQL aggregates over what the viewer may know of, sealed cases left out for everybody. */
@Injectable()
export class Indicators {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    private readonly directory: DirectoryService,
  ) {}

  async of(viewer: Viewer, query: QueryOf<typeof readIndicators>): Promise<Answer> {
    const groupBy = query.groupBy ?? 'unit';
    const where = new SqlConditions();
    const visible = visibleCases(actorOf(viewer), 1);
    where.add(visible.sql, ...visible.values);
    where.add('not c.sealed');
    // Records beside cases are no matters of anybody's.
    where.add('c.class <> $1', RECORD_CLASS);
    // What belongs to a case is no matter of its own.
    where.add('c.main_case_id is null');
    if (query.from !== undefined) where.add('c.received_at >= $1', startOfDay(query.from));
    if (query.to !== undefined) where.add('c.received_at < $1', startOfDay(dayAfter(query.to)));
    if (query.division !== undefined) addDivision(where, query.division);
    if (query.class !== undefined) where.add('c.class = $1', query.class);
    const [items, [total]] = await Promise.all([this.#figures(where, KEYS[groupBy]), this.#figures(where, "'total'")]);
    return {
      from: query.from ?? null,
      to: query.to ?? null,
      groupBy,
      total: rowOf(total ?? NOTHING, 'total'),
      items: items.map((figures) => rowOf(figures, this.#name(groupBy, figures.key))),
    };
  }

  async #figures(where: SqlConditions, key: string): Promise<readonly Figures[]> {
    const { rows } = await this.pool.query<Figures>(
      `with counted as materialized (select c.id, ${key} as key, c.closed_at, c.overdue, case when c.closed_at is not null then c.context::json->'memo'->'ratings' end as ratings from jiefen.cases c where ${where.sql}),
       cases as (select key, count(*)::int as registered, (count(*) filter (where closed_at is null))::int as open, count(closed_at)::int as closed,
                        (count(*) filter (where overdue))::int as overdue from counted group by key),
       clocks as (select k.key, (count(*) filter (where d.rule in ${ACCEPTANCE}))::int as acceptances,
                         (count(*) filter (where d.rule in ${ACCEPTANCE} and d.state = 'met'))::int as accepted_in_time,
                         (count(*) filter (where ${ANSWER}))::int as answers, (count(*) filter (where ${ANSWER} and d.state = 'met'))::int as answered_in_time
                    from counted k join jiefen.deadlines d on d.case_id = k.id and ${ENDED} group by k.key),
       last_ratings as (select distinct on (k.id, r->>'target', r->>'side') k.key, r->>'target' as target, r->>'side' as side, r->>'value' as value
                    from counted k cross join lateral json_array_elements(coalesce(k.ratings, '[]')) with ordinality as e(r, n)
                   where k.closed_at is not null order by k.id, r->>'target', r->>'side', n desc),
       rated as (select key, jsonb_agg(jsonb_build_object('target', target, 'side', side, 'value', value, 'n', n)) as ratings
                   from (select key, target, side, value, count(*)::int as n from last_ratings group by key, target, side, value) counts group by key)
       select cases.*, coalesce(acceptances, 0) as acceptances, coalesce(accepted_in_time, 0) as accepted_in_time, coalesce(answers, 0) as answers,
              coalesce(answered_in_time, 0) as answered_in_time, coalesce(ratings, '[]') as ratings
         from cases left join clocks using (key) left join rated using (key) order by key`,
      where.values,
    );
    return rows;
  }

  #name(groupBy: Group, key: string): string {
    if (groupBy === 'unit') return this.directory.unit(key)?.name ?? key;
    if (groupBy === 'division') return this.directory.division(key)?.name ?? key;
    return groupBy === 'category' ? (this.directory.category(key)?.path ?? key) : key;
  }
}

const NOTHING: Figures = {
  key: 'total',
  registered: 0,
  open: 0,
  closed: 0,
  overdue: 0,
  acceptances: 0,
  accepted_in_time: 0,
  answers: 0,
  answered_in_time: 0,
  ratings: [],
};

const share = (part: number, of: number): number | null => (of === 0 ? null : Math.round((part / of) * 10_000) / 10_000);

function rowOf(figures: Figures, name: string): Row {
  const { key, registered, open, closed, overdue, acceptances, accepted_in_time: accepted, answers, answered_in_time: answered } = figures;
  return {
    key,
    name,
    registered,
    open,
    closed,
    overdue,
    acceptance: { of: acceptances, inTime: accepted, rate: share(accepted, acceptances) },
    answers: { of: answers, inTime: answered, rate: share(answered, answers) },
    satisfaction: { centre: bothSides(figures, 'centre'), unit: bothSides(figures, 'unit') },
  };
}

const bothSides = (figures: Figures, target: Target): Row['satisfaction'][Target] => ({
  public: ratingsOf(figures, target, 'public'),
  staff: ratingsOf(figures, target, 'staff'),
});

/** Silence is shown apart and is neither satisfied nor dissatisfied. */
function ratingsOf({ ratings, closed }: Figures, target: Target, side: Side): Row['satisfaction'][Target][Side] {
  const count = (value: Rated['value']): number =>
    ratings.find((one) => one.target === target && one.side === side && one.value === value)?.n ?? 0;
  const [satisfied, basically, dissatisfied] = [count('satisfied'), count('basically'), count('dissatisfied')];
  const rated = satisfied + basically + dissatisfied;
  return {
    satisfied,
    basically,
    dissatisfied,
    silent: Math.max(closed - rated, 0),
    participation: share(rated, closed),
    rate: share(satisfied + basically, rated),
  };
}
