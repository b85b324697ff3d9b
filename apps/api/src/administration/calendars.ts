import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import type { Viewer } from '#libs/access';
import type { AnswerOf, BodyOf, listCalendars, previewCalendar, publishCalendar } from '#libs/contracts';
import { OFFICIAL_CALENDARS } from '#libs/domain';
import type { CalendarData } from '#libs/domain';
import { DomainEnvironment } from '#libs/engine';
import { READ_POOL } from '#libs/persistence';
import { LawSwitches, SwitchError, SwitchRunner } from '#libs/switching';
import type { CasePlan, LawChange } from '#libs/switching';
import { invalid, problemOf } from '../http/problem-error.ts';

type Body = BodyOf<typeof publishCalendar>;
type Moved = AnswerOf<typeof previewCalendar>['items'][number];

interface PublishedRow {
  readonly version: string;
  readonly published_at: Date;
  readonly notice: string;
  readonly data: CalendarData;
}

/** Shown at most; the count is of all. */
const SHOWN = 200;

/** Calendars as dated data: listed, tried against the open deadlines, published by a switch of the law. */
@Injectable()
export class Calendars {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    private readonly environment: DomainEnvironment,
    private readonly switches: LawSwitches,
    private readonly runner: SwitchRunner,
  ) {}

  async list(): Promise<AnswerOf<typeof listCalendars>> {
    const { rows: published } = await this.pool.query<PublishedRow>(
      'select version, published_at, notice, data from jiefen.calendars order by published_at, version',
    );
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

  preview(body: Body): Promise<AnswerOf<typeof previewCalendar>> {
    return inCalendarWords(async () => {
      const items: Moved[] = [];
      let moved = 0;
      for await (const { caseId, plan } of this.switches.plans(changeOf(body))) {
        for (const one of movedBy(caseId, plan)) {
          moved += 1;
          if (items.length < SHOWN) items.push(one);
        }
      }
      return { moved, items };
    });
  }

  /**
   * The new version first, then each open deadline by a fact of its own; interrupted, it is finished by whichever process
   * carries switches out. An official notice can be checked by everybody: it takes no second person.
   */
  async publish({ userId }: Viewer, body: Body): Promise<AnswerOf<typeof publishCalendar>> {
    const { notice: reason } = body;
    const { id, digest } = await inCalendarWords(() => this.switches.preview({ ...changeOf(body), running: true, reason, userId }));
    await this.switches.confirm(id, { digest, reason, userId, byAnother: false });
    await this.runner.finish(id);
    const items: Moved[] = [];
    let moved = 0;
    for (let after: number | null = null; ;) {
      const page = await this.switches.items(id, SHOWN, after);
      for (const { caseId, plan, outcome } of page) {
        if (outcome !== 'moved') continue;
        for (const one of movedBy(caseId, plan)) {
          moved += 1;
          if (items.length < SHOWN) items.push(one);
        }
      }
      after = page.at(-1)?.n ?? null;
      if (after === null) return { version: body.version, moved, items };
    }
  }
}

function changeOf({ notice: _, extends: base, ...rest }: Body): LawChange {
  const calendar: CalendarData = base === undefined ? rest : { ...rest, extends: base };
  return { subject: { kind: 'calendar', id: calendar.version }, calendar };
}

function movedBy(caseId: string, { clocks }: CasePlan): readonly Moved[] {
  return clocks.flatMap(({ deadlineId, rule, from, to }) => (to === null ? [] : [{ caseId, deadlineId, rule, from, to }]));
}

/** @throws 409 for a version that is there already, 400 for data that can't be a calendar */
async function inCalendarWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof SwitchError)) throw error;
    if (error.code === 'switch.exists') throw problemOf('calendar.exists');
    throw invalid(...error.mistakes.map((message) => ({ field: 'holidays', code: 'calendar_mistake', message })));
  }
}
