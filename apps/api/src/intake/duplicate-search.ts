import { Inject, Injectable } from '@nestjs/common';
import type { Pool, QueryResultRow } from 'pg';
import { actorOf } from '#libs/access';
import type { Viewer } from '#libs/access';
import type { AnswerOf, IntakeBody, previewCase } from '#libs/contracts';
import { rarityOfPair } from '#libs/category-model';
import { chinesePairs, proposeDuplicates } from '#libs/domain';
import type { DUPLICATE_RULES, DuplicateCandidate } from '#libs/domain';
import { DirectoryService } from '#libs/directory';
import { IdentityService } from '#libs/identity';
import { READ_POOL, RECORD_PROCEDURE_LIST, visibleCases } from '#libs/persistence';
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

/** Compared at most, of each kind: of the same petitioner, and with a title that shares rare pairs. */
const CANDIDATES = 50;
/** Pairs of the title that are looked for, the rarest first. */
const RAREST_PAIRS = 12;
/** Of the cases that share a pair, the newest are ranked by how many they share. */
const RANKED = 1_000;
/** The category of a matter that nobody has sorted yet. */
const UNSORTED = '990000';
const SAME_PETITIONER: (typeof DUPLICATE_RULES)[number] = 'same-petitioner';

interface TitleRow {
  readonly id: string;
  readonly title: string;
}

const COLUMNS = `c.id, c.case_no, c.title, c.category_code, c.division_code, c.county_code, c.received_at, c.closed_at is not null as closed,
  coalesce((c.context::json->'memo'->>'finalReached')::bool, false) as final`;

/** Earlier cases that may be about the same matter; proposals for a person, among the cases that person may know of, never a sealed one. */
@Injectable()
export class DuplicateSearch {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    private readonly identity: IdentityService,
    private readonly directory: DirectoryService,
  ) {}

  async of(viewer: Viewer, body: IntakeBody, categoryCode: string): Promise<AnswerOf<typeof previewCase>['duplicates']> {
    const samePetitioner = await this.#ofSamePetitioner(body);
    const rows = await this.#candidates(viewer, body.title, [...samePetitioner]);
    const narratives = await this.identity.textsOf(
      rows.map(({ id }) => id),
      'narrative',
    );
    const fresh = {
      title: body.title,
      narrative: body.narrative,
      categoryCode,
      divisionCode: body.divisionCode,
      countyCode: this.#county(body.divisionCode),
      receivedAt: new Date(body.receivedAt).toISOString(),
    };
    return proposeDuplicates(
      fresh,
      rows.map((row) => candidateOf(row, narratives.get(row.id) ?? null, samePetitioner.has(row.id))),
      rarityOfPair,
    ).map(({ id, caseNo, score, reasons }) => ({
      id,
      caseNo,
      score,
      reasons: reasons.map(({ rule, zh, en }) => ({ rule, text: zh, zh, en })),
    }));
  }

  /**
   * Whether whoever asks to be handled simply has raised the matter before, as far as the registrar may know of it: the simplified
   * procedure is for first petitions alone (《信访事项简易办理办法》), and what is known isn't asked for.
   */
  async raisedBefore(viewer: Viewer, body: IntakeBody): Promise<boolean> {
    if (body.procedure !== 'simplified' || body.repeated === true) return body.repeated ?? false;
    const duplicates = await this.of(viewer, body, body.categoryCode ?? UNSORTED);
    return duplicates.some(({ reasons }) => reasons.some(({ rule }) => rule === SAME_PETITIONER));
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

  /** Cases of the same petitioner, and those whose titles share most of the rarest pairs; the newer first among equals. */
  async #candidates(viewer: Viewer, title: string, samePetitioner: readonly string[]): Promise<readonly CandidateRow[]> {
    const pairs = rarestPairs(title);
    const alike = await this.#select<TitleRow>('c.id, c.title', viewer, 'jiefen.title_pairs(c.title) && $1::text[]', pairs, RANKED);
    const ranked = alike
      .map(({ id, title }) => ({ id, shared: sharedOf(chinesePairs(title), pairs) }))
      .sort((a, b) => b.shared - a.shared)
      .slice(0, CANDIDATES);
    const ids = [...samePetitioner, ...ranked.map(({ id }) => id)];
    return this.#select<CandidateRow>(COLUMNS, viewer, 'c.id = any($1::uuid[])', ids, 2 * CANDIDATES);
  }

  /** Newest first, of the cases that this person may know of. A sealed one is never among them, not even for who may read it. */
  async #select<Row extends QueryResultRow>(
    columns: string,
    viewer: Viewer,
    condition: string,
    values: readonly string[],
    limit: number,
  ): Promise<readonly Row[]> {
    const where = new SqlConditions();
    const visible = visibleCases(actorOf(viewer), 1);
    where.add(visible.sql, ...visible.values);
    where.add('not c.sealed');
    where.add(`c.procedure not in (${RECORD_PROCEDURE_LIST})`);
    where.add(condition, values);
    const { rows } = await this.pool.query<Row>(
      `select ${columns} from jiefen.cases c where ${where.sql} order by c.received_at desc, c.id limit ${String(limit)}`,
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

function sharedOf(title: ReadonlySet<string>, pairs: readonly string[]): number {
  return pairs.reduce((shared, pair) => shared + (title.has(pair) ? 1 : 0), 0);
}

function rarestPairs(title: string): readonly string[] {
  return [...chinesePairs(title)]
    .map((pair) => ({ pair, rarity: rarityOfPair(pair) }))
    .sort((a, b) => b.rarity - a.rarity)
    .slice(0, RAREST_PAIRS)
    .map(({ pair }) => pair);
}

function candidateOf(row: CandidateRow, narrative: string | null, samePetitioner: boolean): DuplicateCandidate {
  return {
    id: row.id,
    caseNo: row.case_no,
    title: row.title,
    narrative,
    categoryCode: row.category_code,
    divisionCode: row.division_code,
    countyCode: row.county_code,
    receivedAt: row.received_at.toISOString(),
    samePetitioner,
    standing: row.final ? 'final' : row.closed ? 'closed' : 'open',
  };
}
