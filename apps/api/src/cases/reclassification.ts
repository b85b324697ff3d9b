import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { DirectoryService } from '#libs/directory';
import {
  CASE_CLASSES,
  matterClassOf,
  PROCEDURES,
  RECORD_CLASS,
  route as routeCase,
  ROUTES,
  settleProcedure,
  simpleMatterOf,
} from '#libs/domain';
import type { CaseClass, CaseContext, ProcedureId } from '#libs/domain';
import { READ_POOL } from '#libs/persistence';
import { invalid, unknownReference } from '../http/problem-error.ts';
import { carriedRouting } from '#libs/intake';
import { CaseStore } from './case-store.ts';

type Payload = Readonly<Record<string, unknown>>;

/** Somebody who had opened a case before it was sealed. */
export interface Reader {
  readonly userId: string;
  readonly username: string;
  readonly unitId: string | null;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly times: number;
}

const oneOf = <T extends string>(values: readonly T[], value: unknown): T | undefined => values.find((one) => one === value);

/** What RECLASSIFY needs from outside the case: the routing of the day for what it becomes, and who had read it. */
@Injectable()
export class Reclassification {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    private readonly store: CaseStore,
    private readonly directory: DirectoryService,
  ) {}

  /** The payload with its new routing. Whether this person may, and whether there is such a case, the engine says. */
  async routed(caseId: string, payload: Payload): Promise<Payload> {
    const { categoryCode } = payload;
    if (typeof categoryCode === 'string' && this.directory.category(categoryCode) === undefined)
      throw invalid(unknownReference('payload.categoryCode'));
    const row = await this.store.find(caseId);
    // Nobody reclassifies a record: the engine says so.
    if (row === null || row.context.class === RECORD_CLASS) return payload;
    const ofClass = oneOf(CASE_CLASSES, payload['class']) ?? matterClassOf(row.context);
    const route = ofClass === 'CLAIM' ? (oneOf(ROUTES, payload['route']) ?? row.context.route) : null;
    const wanted = oneOf(PROCEDURES, payload['procedure']) ?? row.procedure;
    const known = simpleMatterOf(row.context);
    const matter = { places: known.places, organs: known.organs, repeated: known.repeated || payload['repeated'] === true };
    const { procedure } = settleProcedure(ofClass, route, wanted, matter);
    const routing = carriedRouting(this.#route(row.context, ofClass, procedure, payload));
    return { ...payload, settledProcedure: procedure, routing };
  }

  #route(context: CaseContext, ofClass: CaseClass, procedure: ProcedureId, payload: Payload): ReturnType<typeof routeCase> {
    const { categoryCode } = payload;
    return routeCase(
      {
        class: ofClass,
        procedure,
        categoryCode: typeof categoryCode === 'string' ? categoryCode : context.categoryCode,
        divisionCode: context.divisionCode,
        divisionCodes: context.divisionCodes,
        respondents: context.parties.filter((party) => party.role === 'respondent').map(({ kind, unitId }) => ({ kind, unitId })),
      },
      this.directory,
    );
  }

  /** Who had opened it: sealing covers the past, and the clerk has to know whom to remind of it (Art 30(3)). */
  async readers(caseId: string): Promise<Reader[]> {
    const { rows } = await this.pool.query<{
      user_id: string;
      username: string;
      unit_id: string | null;
      first_at: Date;
      last_at: Date;
      times: number;
    }>(
      `select r.user_id, u.username, r.unit_id, r.first_at, r.last_at, r.times from jiefen.case_reads r join jiefen.users u on u.id = r.user_id
        where r.case_id = $1 order by r.first_at, u.username`,
      [caseId],
    );
    return rows.map((row) => ({
      userId: row.user_id,
      username: row.username,
      unitId: row.unit_id,
      firstAt: row.first_at.toISOString(),
      lastAt: row.last_at.toISOString(),
      times: row.times,
    }));
  }
}
