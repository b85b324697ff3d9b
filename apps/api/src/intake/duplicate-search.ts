import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { actorOf } from '#libs/access';
import type { Viewer } from '#libs/access';
import type { AnswerOf, IntakeBody, previewCase } from '#libs/contracts';
import { proposeDuplicates } from '#libs/domain';
import type { DuplicateCandidate } from '#libs/domain';
import { DirectoryService } from '#libs/directory';
import { IdentityService } from '#libs/identity';
import { READ_POOL, visibleCases } from '#libs/persistence';
import { SqlConditions } from '../cases/sql-conditions.ts';

interface CandidateRow {
  readonly id: string;
  readonly case_no: string;
  readonly title: string;
  readonly category_code: string;
  readonly division_code: string;
  readonly county_code: string | null;
  readonly received_at: Date;
  readonly closed: boolean;
  readonly final: boolean;
}

const CANDIDATES = 200;
const COLUMNS = `c.id, c.case_no, c.title, c.category_code, c.division_code, c.county_code, c.received_at, c.closed_at is not null as closed,
  coalesce((c.context::json->'memo'->>'finalReached')::bool, false) as final`;

/** Earlier cases that may be about the same matter; proposals for a person, among the cases that person may know of. */
@Injectable()
export class DuplicateSearch {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    private readonly identity: IdentityService,
    private readonly directory: DirectoryService,
  ) {}

  async of(viewer: Viewer, body: IntakeBody, categoryCode: string): Promise<AnswerOf<typeof previewCase>['duplicates']> {
    const samePetitioner = await this.#ofSamePetitioner(body);
    const candidates = await this.#candidates(viewer, body, { categoryCode, ids: [...samePetitioner] });
    const fresh = {
      title: body.title,
      categoryCode,
      divisionCode: body.divisionCode,
      countyCode: this.#county(body.divisionCode),
      receivedAt: new Date(body.receivedAt).toISOString(),
    };
    return proposeDuplicates(
      fresh,
      candidates.map((row) => candidateOf(row, samePetitioner.has(row.id))),
    ).map(({ id, caseNo, score, reasons }) => ({
      id,
      caseNo,
      score,
      reasons: reasons.map(({ rule, zh, en }) => ({ rule, text: zh, zh, en })),
    }));
  }

  /** Cases of whoever gave the same ID number or phone, by keyed blind index. */
  async #ofSamePetitioner(body: IntakeBody): Promise<ReadonlySet<string>> {
    const ours = (body.parties ?? []).filter((party) => party.role === 'petitioner' || party.role === 'representative').slice(0, 6);
    const found = await Promise.all(
      ours.flatMap(({ idNumber, phone }) => [
        ...(idNumber === undefined ? [] : [this.identity.findByIdNumber(idNumber)]),
        ...(phone === undefined ? [] : [this.identity.findByPhone(phone)]),
      ]),
    );
    return new Set(
      found
        .flat()
        .map(({ caseId }) => caseId)
        .slice(0, CANDIDATES),
    );
  }

  /** Same petitioner, or same place and category, or a title that shares words; the newest first. */
  async #candidates(
    viewer: Viewer,
    body: IntakeBody,
    like: { readonly categoryCode: string; readonly ids: readonly string[] },
  ): Promise<readonly CandidateRow[]> {
    const where = new SqlConditions();
    const visible = visibleCases(actorOf(viewer), 1);
    where.add(visible.sql, ...visible.values);
    where.add('not c.sealed');
    where.add(
      '(c.id = any($1::uuid[]) or (c.division_code = $2 and c.category_code = $3) or c.title % $4)',
      like.ids,
      body.divisionCode,
      like.categoryCode,
      body.title,
    );
    const { rows } = await this.pool.query<CandidateRow>(
      `select ${COLUMNS} from jiefen.cases c where ${where.sql} order by c.received_at desc, c.id limit ${String(CANDIDATES)}`,
      where.values,
    );
    return rows;
  }

  #county(divisionCode: string): string | null {
    const division = this.directory.division(divisionCode);
    if (division?.level === 'county') return divisionCode;
    return division?.ancestors.find((code) => this.directory.division(code)?.level === 'county') ?? null;
  }
}

function candidateOf(row: CandidateRow, samePetitioner: boolean): DuplicateCandidate {
  return {
    id: row.id,
    caseNo: row.case_no,
    title: row.title,
    categoryCode: row.category_code,
    divisionCode: row.division_code,
    countyCode: row.county_code,
    receivedAt: row.received_at.toISOString(),
    samePetitioner,
    standing: row.final ? 'final' : row.closed ? 'closed' : 'open',
  };
}
