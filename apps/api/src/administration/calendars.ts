import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import type { Viewer } from '#libs/access';
import type { AnswerOf, BodyOf, listCalendars, previewCalendar, publishCalendar } from '#libs/contracts';
import { calendarBook, calendarMistakes, OFFICIAL_CALENDARS, rederive } from '#libs/domain';
import type { CalendarBook, CalendarData, MovedDeadline, OpenDeadline } from '#libs/domain';
import { DomainEnvironment, Engine } from '#libs/engine';
import { READ_POOL } from '#libs/persistence';
import { invalid, problemOf } from '../http/problem-error.ts';
import { AuditTrail } from './audit-trail.ts';

type Body = BodyOf<typeof publishCalendar>;
type Moved = MovedDeadline & { readonly caseId: string };

interface PublishedRow {
  readonly version: string;
  readonly published_at: Date;
  readonly notice: string;
  readonly data: CalendarData;
}

/** Shown at most; the count is of all. */
const SHOWN = 200;
const PAGE = 500;

/** Calendars as dated data: listed, tried against the open deadlines, published. */
@Injectable()
export class Calendars {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    private readonly engine: Engine,
    private readonly environment: DomainEnvironment,
    private readonly audit: AuditTrail,
  ) {}

  async list(): Promise<AnswerOf<typeof listCalendars>> {
    const published = await this.#published();
    const shipped = OFFICIAL_CALENDARS.filter(({ version }) => !published.some((row) => row.version === version));
    const current = (data: CalendarData): boolean => this.environment.current().calendars.current(data.region).version === data.version;
    const items = [
      ...published.map(({ version, published_at: at, notice, data }) => ({
        version,
        publishedAt: at.toISOString(),
        notice,
        current: current(data),
        data,
      })),
      ...shipped.map((data) => ({
        version: data.version,
        publishedAt: null,
        notice: data.sources.join('; '),
        current: current(data),
        data,
      })),
    ];
    return { items: items.sort((a, b) => Number(b.current) - Number(a.current)), nextCursor: null };
  }

  async preview(body: Body): Promise<AnswerOf<typeof previewCalendar>> {
    const moved = await this.#wouldMove(body, await this.#bookWith(body));
    return { moved: moved.length, items: moved.slice(0, SHOWN).map((one) => ({ ...one })) };
  }

  /** The new version first, then each open deadline by a fact of its own: interrupted, it is finished by publishing the same again. */
  async publish(viewer: Viewer, body: Body): Promise<AnswerOf<typeof publishCalendar>> {
    await this.#bookWith(body);
    const { notice, ...data } = body;
    const { rowCount } = await this.pool.query(
      'insert into jiefen.calendars(version, notice, published_by, data) values ($1, $2, $3, $4) on conflict (version) do nothing',
      [body.version, notice, viewer.userId, JSON.stringify(data)],
    );
    if (rowCount === 0) throw problemOf('calendar.exists');
    await this.environment.reload();
    const moved = await this.engine.rederiveAll({ calendarVersion: body.version, dryRun: false });
    await this.audit.record(viewer, 'calendar.published', body.version, { region: body.region, moved: moved.length });
    return { version: body.version, moved: moved.length, items: moved.slice(0, SHOWN).map((one) => ({ ...one })) };
  }

  /** @throws 409 for a version that is there already, 400 for data that can't be a calendar */
  async #bookWith({ notice: _, ...data }: Body): Promise<CalendarBook> {
    const { extends: base, ...rest } = data;
    const calendar: CalendarData = base === undefined ? rest : { ...rest, extends: base };
    const mistakes = calendarMistakes(calendar);
    if (mistakes.length > 0) throw invalid(...mistakes.map((message) => ({ field: 'holidays', code: 'calendar_mistake', message })));
    const published = (await this.#published()).map((row) => row.data);
    const known = [...OFFICIAL_CALENDARS, ...published.filter(({ version }) => !OFFICIAL_CALENDARS.some((one) => one.version === version))];
    if (known.some(({ version }) => version === calendar.version)) throw problemOf('calendar.exists');
    if (base !== undefined && !known.some(({ version }) => version === base))
      throw invalid({ field: 'extends', code: 'unknown_reference', message: 'names no calendar version' });
    return calendarBook([...known, calendar]);
  }

  async #published(): Promise<readonly PublishedRow[]> {
    const { rows } = await this.pool.query<PublishedRow>(
      'select version, published_at, notice, data from jiefen.calendars order by published_at, version',
    );
    return rows;
  }

  async #wouldMove({ version }: Body, calendars: CalendarBook): Promise<readonly Moved[]> {
    const calendar = calendars.version(version);
    if (calendar === undefined) throw new Error(`calendar ${version} was lost`);
    const env = { ...this.environment.current(), calendars };
    const at = await this.engine.now();
    const moved: Moved[] = [];
    for (let last = '00000000-0000-0000-0000-000000000000'; ;) {
      const { rows } = await this.pool.query<{ id: string; division: string; open: readonly OpenDeadline[] }>(
        `select id, division_code as division, open_deadlines::json as open from jiefen.cases where id > $1 and open_deadlines <> '[]' order by id limit $2`,
        [last, PAGE],
      );
      for (const { id, division, open } of rows) {
        if (calendars.current(division).version === version)
          moved.push(...rederive(open, calendar, at, env).moved.map((one) => ({ caseId: id, ...one })));
      }
      const next = rows.at(-1)?.id;
      if (next === undefined) return moved;
      last = next;
    }
  }
}
