import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { actorOf } from '#libs/access';
import type { Viewer } from '#libs/access';
import { READ_POOL, visibleCases } from '#libs/persistence';
import { CASE_COLUMNS } from '../cases/case-row.ts';
import type { CaseRow } from '../cases/case-row.ts';

/** A case has few records; more than this many are a list of their own. */
const MOST = 200;

/** Records and the cases they are about, both ways; what the viewer may not know of isn't there. */
@Injectable()
export class RelatedCases {
  constructor(@Inject(READ_POOL) private readonly pool: Pool) {}

  /** The records about a case, oldest first. */
  recordsOf(viewer: Viewer, caseId: string): Promise<readonly CaseRow[]> {
    return this.#linked(viewer, 'l.record_id', 'l.case_id', caseId);
  }

  /** The cases that a record is about. */
  casesOf(viewer: Viewer, recordId: string): Promise<readonly CaseRow[]> {
    return this.#linked(viewer, 'l.case_id', 'l.record_id', recordId);
  }

  /** CLOSE_MEETING with what it is judged by: the resolutions of the meeting, and how many of them are open. */
  async withOpenResolutions(meetingId: string, payload: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, unknown>>> {
    const { rows } = await this.pool.query<{ all: number; open: number }>(
      `select count(*)::int as "all", (count(*) filter (where c.closed_at is null))::int as open
         from jiefen.case_links l join jiefen.cases c on c.id = l.record_id where l.case_id = $1 and c.procedure = 'resolution'`,
      [meetingId],
    );
    return { ...payload, openResolutions: rows[0]?.open ?? 0, resolutions: rows[0]?.all ?? 0 };
  }

  async #linked(viewer: Viewer, wanted: string, by: string, id: string): Promise<readonly CaseRow[]> {
    const visible = visibleCases(actorOf(viewer), 2);
    const { rows } = await this.pool.query<CaseRow>(
      `select ${CASE_COLUMNS} from jiefen.case_links l join jiefen.cases c on c.id = ${wanted}
        where ${by} = $1 and ${visible.sql} order by c.registered_at, c.id limit ${String(MOST)}`,
      [id, ...visible.values],
    );
    return rows;
  }
}
