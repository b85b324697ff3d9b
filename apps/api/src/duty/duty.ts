import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import type { Viewer } from '#libs/access';
import type { AnswerOf, BodyOf, handOverDuty, readDuty } from '#libs/contracts';
import { DirectoryService } from '#libs/directory';
import { chartContext } from '#libs/domain';
import type { CaseContext } from '#libs/domain';
import { READ_POOL } from '#libs/persistence';
import { UnitNames } from '../cases/unit-names.ts';
import { invalid, problemOf, unknownReference } from '../http/problem-error.ts';
import { Registration } from '../intake/registration.ts';
import { OfficeRecords } from '../meetings/office-records.ts';
import type { OfficeRecordAnswer } from '../meetings/office-records.ts';

export interface OnDuty {
  readonly unitId: string;
  readonly onCall: readonly string[];
  /** Null: nobody has ever handed it over, it is the centre's. */
  readonly since: Date | null;
}

/** The round-the-clock duty: it is with whoever took it over last; each hand-over is a record with its note, its clock and its receipt. */
@Injectable()
export class Duty {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    private readonly directory: DirectoryService,
    private readonly registration: Registration,
    private readonly records: OfficeRecords,
    private readonly units: UnitNames,
  ) {}

  /** Whoever took it over last; before anybody did, the city's centre. */
  async now(): Promise<OnDuty> {
    const { rows } = await this.pool.query<{ context: CaseContext; closed_at: Date }>(
      `select c.context::json as context, c.closed_at from jiefen.cases c
        where c.class = 'RECORD' and c.procedure = 'duty-handover' and c.closed_at is not null order by c.closed_at desc, c.id desc limit 1`,
    );
    const [last] = rows;
    const duty = last === undefined ? undefined : chartContext(last.context).memo.duty;
    if (last === undefined || duty === undefined) return { unitId: this.registration.centreOfCity(), onCall: [], since: null };
    return { unitId: duty.toUnitId, onCall: duty.onCall, since: last.closed_at };
  }

  async read(): Promise<AnswerOf<typeof readDuty>> {
    const { unitId, onCall, since } = await this.now();
    return { unit: this.units.of(unitId), since: since?.toISOString() ?? null, onCall: onCall.map((id) => this.units.of(id)) };
  }

  /** @throws 403 for anybody but the unit that has the duty */
  async handOver(viewer: Viewer, body: BodyOf<typeof handOverDuty>, key: string | undefined): Promise<OfficeRecordAnswer> {
    const keyed = { key, scope: `${viewer.userId} POST /api/duty/handovers`, body };
    const before = await this.records.recorded(viewer, keyed);
    if (before !== null) return before;
    const named = [['unitId', body.unitId], ...body.onCall.map((id, i) => [`onCall.${String(i)}`, id])] as const;
    const missing = named.flatMap(([field = '', id = '']) => (this.directory.unit(id) === undefined ? [unknownReference(field)] : []));
    if (missing.length > 0) throw invalid(...missing);
    const { unitId: fromUnitId } = await this.now();
    const from = this.directory.unit(fromUnitId);
    if (viewer.unit?.id !== fromUnitId || from === undefined) throw problemOf('access.forbidden');
    const { rows } = await this.pool.query<{ context: CaseContext }>(
      "select c.context::json as context from jiefen.cases c where c.class = 'RECORD' and c.procedure = 'urgent-matter' and c.closed_at is null order by c.id limit 200",
    );
    return this.records.open(
      viewer,
      {
        procedure: 'duty-handover',
        payload: { fromUnitId, unitId: body.unitId, onCall: body.onCall },
        texts: { title: '值守交接班', note: body.note },
        divisionCode: from.division,
        about: rows.map(({ context }) => ({ ...context, excluded: [] })),
      },
      keyed,
    );
  }
}
