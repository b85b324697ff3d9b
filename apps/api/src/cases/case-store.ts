import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { actorOf } from '#libs/access';
import type { Viewer } from '#libs/access';
import { knowledge, LISTING_PROCEDURES, RECORD_CLASS } from '#libs/domain';
import type { CaseSnapshot, Knowledge } from '#libs/domain';
import { READ_POOL } from '#libs/persistence';
import { problemOf } from '../http/problem-error.ts';
import { CASE_COLUMNS, snapshotOf } from './case-row.ts';
import type { CaseRow } from './case-row.ts';

/** A case that the viewer may know of. */
export interface KnownCase {
  readonly row: CaseRow;
  readonly snapshot: CaseSnapshot;
  /** False: that there is such a case, its state and clocks, and no content (auditor of a sealed case). */
  readonly content: boolean;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
export const isUuid = (text: string): boolean => UUID.test(text);

/** Single cases, for whoever may know of them. */
@Injectable()
export class CaseStore {
  constructor(@Inject(READ_POOL) private readonly pool: Pool) {}

  async find(id: string): Promise<CaseRow | null> {
    if (!isUuid(id)) return null;
    const { rows } = await this.pool.query<CaseRow>({
      name: 'case-by-id',
      text: `select ${CASE_COLUMNS} from jiefen.cases c where c.id = $1`,
      values: [id.toLowerCase()],
    });
    return rows[0] ?? null;
  }

  /** @throws 404 for what doesn't exist and for what this viewer may not know of, alike. */
  async open(viewer: Viewer, id: string): Promise<KnownCase> {
    const row = await this.find(id);
    const known = row === null ? 'none' : await this.knowledgeOf(viewer, row);
    if (row === null || known === 'none') throw problemOf('case.not_found');
    return { row, snapshot: snapshotOf(row), content: known === 'full' };
  }

  /** What this viewer may know of a case; of a record that belongs to another one no more than of that. */
  async knowledgeOf(viewer: Viewer, { context, procedure }: Pick<CaseRow, 'context' | 'procedure'>): Promise<Knowledge> {
    const known = knowledge(context, actorOf(viewer));
    if (known === 'none' || (context.class === RECORD_CLASS && (await this.#hiddenWith(viewer, context.caseId, procedure)))) return 'none';
    if (context.mainCaseId === undefined) return known;
    const main = await this.find(context.mainCaseId);
    if (main === null || main.sealed) return 'none';
    // A letter of suggestion is for whoever it is addressed to, who needn't know the case.
    return procedure === 'suggestion-letter' || knowledge(main.context, actorOf(viewer)) === 'full' ? known : 'none';
  }

  /** Whether a case that this record is about is sealed by now, or excludes the viewer's unit. */
  async #hiddenWith(viewer: Viewer, recordId: string, procedure: string): Promise<boolean> {
    if (LISTING_PROCEDURES.some((one) => one === procedure)) return false;
    const { rows } = await this.pool.query(
      `select from jiefen.case_links l join jiefen.cases m on m.id = l.case_id where l.record_id = $1
         and (m.sealed or m.context::jsonb->'excluded' @> jsonb_build_array(jsonb_build_object('unitId', $2::uuid))) limit 1`,
      [recordId, viewer.unit?.id ?? null],
    );
    return rows.length > 0;
  }

  /** The main case of a record that belongs to one; null for a case of its own. @throws 404 where the viewer may not know of the record */
  async mainOf(viewer: Viewer, id: string): Promise<CaseRow | null> {
    const { rows } = await this.pool.query<{ main_case_id: string | null }>('select main_case_id from jiefen.cases where id = $1', [id]);
    const main = rows[0]?.main_case_id ?? null;
    if (main === null) return null;
    await this.open(viewer, id);
    return this.find(main);
  }

  /** Who opened which case, one row a person and case: RECLASSIFY to ACCUSATION lists them. */
  async recordRead(caseId: string, viewer: Viewer): Promise<void> {
    await this.pool.query(
      `insert into jiefen.case_reads as r (case_id, user_id, unit_id, first_at, last_at, times) values ($1, $2, $3, jiefen.app_now(), jiefen.app_now(), 1)
       on conflict (case_id, user_id) do update set last_at = excluded.last_at, unit_id = excluded.unit_id, times = r.times + 1`,
      [caseId, viewer.userId, viewer.unit?.id ?? null],
    );
  }
}
