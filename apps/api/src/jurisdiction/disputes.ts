import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { actorOf } from '#libs/access';
import type { Viewer } from '#libs/access';
import type { BodyOf, openDispute } from '#libs/contracts';
import { DirectoryService } from '#libs/directory';
import { RECORD_CLASS, superiorOfAll, whyNotDisputed } from '#libs/domain';
import type { Unit } from '#libs/domain';
import { derivedCaseId } from '#libs/engine';
import { READ_POOL } from '#libs/persistence';
import { CaseStore } from '../cases/case-store.ts';
import { invalid, problemOf, unknownReference } from '../http/problem-error.ts';
import { OfficeRecords } from '../meetings/office-records.ts';
import type { OfficeRecordAnswer } from '../meetings/office-records.ts';

/** Disputes on jurisdiction (Art 24(1)) beside their cases. */
@Injectable()
export class Disputes {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    private readonly store: CaseStore,
    private readonly directory: DirectoryService,
    private readonly records: OfficeRecords,
  ) {}

  /** @throws 403 for anybody but the holder and the centre; 409 for a case under seal, one that is closed, and one that is disputed already */
  async open(viewer: Viewer, caseId: string, body: BodyOf<typeof openDispute>, key: string | undefined): Promise<OfficeRecordAnswer> {
    const keyed = { key, scope: `${viewer.userId} POST /api/cases/${caseId.toLowerCase()}/jurisdiction`, body };
    const before = await this.records.recorded(viewer, keyed);
    if (before !== null) return before;
    const units = this.#units(body.organs);
    const { row, snapshot } = await this.store.open(viewer, caseId);
    const { context } = snapshot;
    const own = actorOf(viewer).unitId;
    if (own !== context.holderUnitId && own !== context.centreUnitId) throw problemOf('access.forbidden');
    if (row.sealed || context.class === RECORD_CLASS) throw problemOf('case.sealed_alone');
    const earlier = await this.#earlier(row.id);
    if (whyNotDisputed(snapshot) !== null || earlier.open) throw problemOf('jurisdiction.not_open');
    const first = this.directory.unit(context.holderUnitId);
    return this.records.open(
      viewer,
      {
        procedure: 'jurisdiction',
        payload: {
          caseId: row.id,
          unitId: context.holderUnitId,
          organs: body.organs,
          superiorId: superiorOfAll([...(first === undefined ? [] : [first]), ...units]),
        },
        texts: { title: '管辖争议', reason: body.reason },
        divisionCode: context.divisionCode,
        about: [context],
        // The next dispute of this case: of two that are opened at the same moment one is there.
        caseId: derivedCaseId('jurisdiction', row.id, String(earlier.count)),
      },
      keyed,
    );
  }

  /** @throws 400 with the fields that name no unit */
  #units(ids: readonly string[]): readonly Unit[] {
    const missing = ids.flatMap((id, i) => (this.directory.unit(id) === undefined ? [unknownReference(`organs.${String(i)}`)] : []));
    if (missing.length > 0) throw invalid(...missing);
    return ids.flatMap((id) => this.directory.unit(id) ?? []);
  }

  async #earlier(caseId: string): Promise<{ readonly count: number; readonly open: boolean }> {
    const { rows } = await this.pool.query<{ readonly count: number; readonly open: boolean }>(
      `select count(*)::int as count, coalesce(bool_or(c.closed_at is null), false) as open
         from jiefen.case_links l join jiefen.cases c on c.id = l.record_id where l.case_id = $1 and c.procedure = 'jurisdiction'`,
      [caseId],
    );
    return rows[0] ?? { count: 0, open: false };
  }
}
