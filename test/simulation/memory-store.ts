import type { CaseSnapshot, Deadline, Instant } from '#libs/domain';
import type { CaseRow, DueRung, Forecast, KeyRow, LoadAnswer, LoadRequest, SoughtEvent, StandingEvent } from '#libs/engine';
import { RUNG_ATTEMPTS } from '#libs/engine';
import { documentDigest } from '#libs/identity';
import type { CaseHistory } from '#libs/invariants';
import { CASE_NUMBER_BLOCK } from '../../libs/engine/src/case-numbers.ts';
import type { GroupToCommit, Prepared } from './memory-commit.ts';
import { prepareCommit } from './memory-commit.ts';
import type { CaseRecord, DeadlineRecord } from './memory-tables.ts';
import { keyPlace, MemoryTables } from './memory-tables.ts';
import type { PlantedBug } from './planted-bugs.ts';

const RETRY_AFTER_MS = 2_000;

/** What the engine's SQL does, on tables in memory: every call is one transaction, done at once. */
export class MemoryStore {
  readonly tables = new MemoryTables();
  /** The manual clock; null: real time governs. */
  manual: Instant | null = null;
  /** Rungs that a planted bug has taken off the list. */
  readonly #takenOff = new Set<string>();

  /** @param realNow the server's own clock, in ms */
  constructor(
    readonly realNow: () => number,
    readonly bug: PlantedBug | null = null,
  ) {}

  get legalNow(): Instant {
    return this.manual ?? this.#instant();
  }

  set(at: Instant): boolean {
    if (this.manual !== null && this.manual > at) return false;
    this.manual = at;
    return true;
  }

  /** What every answer says of time. */
  get toldTime(): Pick<LoadAnswer, 'manual' | 'real_now'> {
    return { manual: this.manual === null ? null : new Date(this.manual), real_now: new Date(this.#instant()) };
  }

  load({ caseIds, heads, scopes, keys, vaults }: LoadRequest): LoadAnswer {
    const { cases, commandKeys, caseKeys } = this.tables;
    return {
      ...this.toldTime,
      cases: caseIds.flatMap((id, i) => {
        const row = cases.get(id);
        return row === undefined ? [] : [this.#caseRow(row, heads[i] ?? '')];
      }),
      keys: scopes.flatMap((scope, i): KeyRow[] => {
        const row = commandKeys.get(keyPlace(scope, keys[i] ?? ''));
        if (row === undefined) return [];
        return [[scope, row.key ?? '', row.body_hash ?? '', row.status ?? 0, JSON.parse(row.answer ?? 'null'), row.case_id ?? null]];
      }),
      vaults: vaults.flatMap((id) => {
        const wrapped = caseKeys.get(id);
        return wrapped === undefined ? [] : [[id, wrapped.toString('base64')] as const];
      }),
    };
  }

  prepare(group: GroupToCommit): Prepared {
    return prepareCommit(this.tables, group, { manual: this.manual, realNow: this.#instant() }, this.bug);
  }

  standing(sought: readonly SoughtEvent[]): readonly StandingEvent[] {
    return sought.flatMap(({ caseId, seq }) => {
      const commandId = this.tables.events.get(caseId)?.find((event) => event.seq === seq)?.command_id;
      return typeof commandId === 'string' ? [{ caseId, seq, commandId }] : [];
    });
  }

  numberBlocks(blocks: number): readonly number[] {
    return Array.from({ length: blocks }, () => this.tables.numberBlocks++ * CASE_NUMBER_BLOCK);
  }

  due(limit: number, except: readonly string[], now: Instant = this.legalNow): readonly DueRung[] {
    const rungs = this.#waiting()
      .filter(({ id, next_at }) => next_at <= now && !except.includes(id ?? ''))
      .slice(0, limit)
      .map(rungOf);
    if (this.bug === 'rung-taken-before-climbed')
      for (const { deadlineId, version } of rungs) this.#takenOff.add(`${deadlineId}:${version}`);
    return rungs;
  }

  upcoming(withinMs: number, limit: number): Forecast {
    const until = new Date(this.realNow() + withinMs).toISOString();
    const rungs = this.manual !== null ? [] : this.#waiting().filter(({ next_at }) => next_at <= until);
    return { rungs: rungs.slice(0, limit).map((row) => ({ ...rungOf(row), due: new Date(row.next_at) })), told: this.toldTime };
  }

  nextRungAt(): Instant | null {
    return this.#waiting()[0]?.next_at ?? null;
  }

  failed({ deadlineId, version }: DueRung): number {
    const row = this.tables.deadlines.get(deadlineId);
    if (row?.version !== version || typeof row.next_at !== 'string' || row.next_at > this.legalNow) return 0;
    const known = this.tables.rungFailures.get(deadlineId);
    const before = known?.version === version ? known.attempts : 0;
    const retryAt = this.realNow() + RETRY_AFTER_MS * 4 ** before;
    this.tables.rungFailures.set(deadlineId, { version, attempts: before + 1, retryAt });
    return before + 1;
  }

  bury(rung: DueRung, reason: string): void {
    this.tables.deadLetters.set(`${rung.deadlineId}:${String(rung.version)}`, { rung, reason });
  }

  /** Every case with all that belongs to it, as the checker of invariants reads it. */
  histories(): readonly CaseHistory[] {
    const { tables } = this;
    return [...tables.cases.values()].map((row) => {
      const id = row.id ?? '';
      return {
        row: storedCase(row),
        events: (tables.events.get(id) ?? []).map((event) => ({
          seq: event.seq ?? 0,
          type: event.type ?? '',
          at: event.at ?? '',
          recordedAt: event.recorded_at ?? '',
          commandId: event.command_id ?? '',
          body: event.body ?? '',
          hash: event.hash ?? '',
          prevHash: event.prev_hash ?? null,
        })),
        deadlines: [...tables.deadlines.values()].filter(({ case_id }) => case_id === id).map(storedDeadline),
        documents: [...tables.documents.values()]
          .filter(({ case_id }) => case_id === id)
          .map(({ id: document, seq, field, digest, cipher }) => ({
            id: document ?? '',
            seq: seq ?? 0,
            field: field ?? '',
            digest: digest ?? '',
            intact: Buffer.isBuffer(cipher) && documentDigest(cipher) === digest,
          })),
        partyIds: [...tables.parties].filter(([, caseId]) => caseId === id).map(([party]) => party),
        toldSeqs: new Set(tables.outbox.filter(({ case_id }) => case_id === id).map(({ seq }) => seq ?? 0)),
      };
    });
  }

  #instant(): Instant {
    return new Date(Math.floor(this.realNow())).toISOString();
  }

  #caseRow(row: CaseRecord, head: string): CaseRow {
    const unchanged = row.head_hash === head || (this.bug === 'memory-not-compared' && head !== '');
    return [
      row.id ?? '',
      row.head_hash ?? '',
      row.seq ?? 0,
      row.version ?? 0,
      row.case_no ?? '',
      row.last_at ?? '',
      row.closed_at ?? null,
      unchanged ? null : snapshotOf(row),
    ];
  }

  /** Deadlines with a rung that isn't resting, the earliest first. */
  #waiting(): readonly (DeadlineRecord & { readonly next_at: Instant })[] {
    const rows: (DeadlineRecord & { readonly next_at: Instant })[] = [];
    for (const row of this.tables.deadlines.values()) {
      const { id, next_at, version } = row;
      if (typeof next_at !== 'string' || this.#takenOff.has(`${id ?? ''}:${version ?? 0}`)) continue;
      const failure = this.tables.rungFailures.get(id ?? '');
      const failing = failure !== undefined && failure.version === version;
      if (failing && (failure.attempts >= RUNG_ATTEMPTS || failure.retryAt > this.realNow())) continue;
      rows.push({ ...row, next_at });
    }
    return rows.sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  }
}

/** Sorts as `next_at, next_step, id` do. */
function placeOf({ id, next_at, next_step }: DeadlineRecord): string {
  return `${next_at ?? ''} ${String(next_step ?? 0).padStart(3, '0')} ${id ?? ''}`;
}

function rungOf({ id, case_id, next_step, version }: DeadlineRecord): DueRung {
  return { deadlineId: id ?? '', caseId: case_id ?? '', step: next_step ?? 0, version: version ?? 0 };
}

function snapshotOf(row: CaseRecord): CaseSnapshot {
  return {
    procedure: row.procedure,
    procedureVersion: row.procedure_version,
    state: row.state,
    context: JSON.parse(row.context ?? 'null') as unknown,
    open: JSON.parse(row.open_deadlines ?? '[]') as unknown,
  } as CaseSnapshot;
}

function storedCase(row: CaseRecord): CaseHistory['row'] {
  const { context, open, ...folded } = snapshotOf(row);
  return {
    id: row.id ?? '',
    ...folded,
    version: row.version ?? 0,
    seq: row.seq ?? 0,
    headHash: row.head_hash ?? '',
    lastAt: row.last_at ?? '',
    closedAt: row.closed_at ?? null,
    context,
    open,
    projection: {
      class: row.class,
      route: row.route,
      sealed: row.sealed,
      categoryCode: row.category_code,
      divisionCode: row.division_code,
      countyCode: row.county_code,
      cityCode: row.city_code,
      provinceCode: row.province_code,
      holderUnitId: row.holder_unit_id,
      leadUnitId: row.lead_unit_id,
      viewerUnitIds: row.viewer_unit_ids,
      keeperUserId: row.keeper_user_id,
      nextDueAt: row.next_due_at,
      overdue: row.overdue,
    },
  };
}

function storedDeadline(row: DeadlineRecord): Deadline & { readonly endedSeq: number | null } {
  return {
    id: row.id,
    rule: row.rule,
    state: row.state,
    triggerAt: row.trigger_at,
    rulePack: row.rule_pack,
    calendarVersion: row.calendar_version,
    extensionDays: row.extension_days,
    pauses: JSON.parse(row.pauses ?? '[]') as unknown,
    fixedDate: row.fixed_date,
    dueDate: row.due_date,
    dueAt: row.due_at,
    digest: row.digest,
    owner: { role: row.owner_role, unitId: row.owner_unit_id },
    version: row.version,
    nextStep: row.next_step,
    nextAt: row.next_at,
    ladderFrom: row.ladder_from,
    firedAt: row.fired_at,
    doneAt: row.done_at,
    endedSeq: row.ended_seq,
  } as Deadline & { readonly endedSeq: number | null };
}
