import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import type { AnswerOf, trackCase } from '#libs/contracts';
import { PUBLIC_COMMAND_TYPES } from '#libs/contracts';
import { options, paperAccess, stateLabel } from '#libs/domain';
import type { BilingualText, CaseSnapshot, Instant, OpenDeadline } from '#libs/domain';
import { LegalClock } from '#libs/engine';
import { IdentityService } from '#libs/identity';
import { READ_POOL } from '#libs/persistence';
import { CASE_COLUMNS, snapshotOf } from '../cases/case-row.ts';
import type { CaseRow } from '../cases/case-row.ts';
import { UnitNames } from '../cases/unit-names.ts';
import { DeadlineViews } from '../deadlines/deadline-views.ts';
import { RulesInForce } from '../deadlines/rules-in-force.ts';
import { PETITIONER } from '../intake/registration.ts';

export type TrackAnswer = AnswerOf<typeof trackCase>;

/** The field of a note of a talk with one side. */
const CAUCUS_NOTE = 'caucusNote';

const REMEDIES: Readonly<Record<string, { readonly command: string; readonly text: BilingualText }>> = {
  'PET-REVIEW-REQ': {
    command: 'REQUEST_REVIEW',
    text: {
      zh: '对处理意见不服的，可在期限内请求复查（条例第三十五条）',
      en: 'If you disagree with the opinion you may ask for a review until that day (Art 35)',
    },
  },
  'PET-RECHECK-REQ': {
    command: 'REQUEST_RECHECK',
    text: {
      zh: '对复查意见不服的，可在期限内请求复核（条例第三十六条）',
      en: 'If you disagree with the review you may ask for a re-review until that day (Art 36)',
    },
  },
  'JC-APPLY': {
    command: 'APPLY_FOR_CONFIRMATION',
    text: {
      zh: '双方可在期限内共同向法院申请司法确认（人民调解法第三十三条）',
      en: 'Both sides may jointly ask a court to confirm the agreement until that day (Art 33)',
    },
  },
};

/** What a petitioner learns of his own matter; never a party's data, and of documents only what was said to his side alone. */
@Injectable()
export class Tracking {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    private readonly identity: IdentityService,
    private readonly units: UnitNames,
    private readonly deadlines: DeadlineViews,
    private readonly rules: RulesInForce,
    private readonly time: LegalClock,
  ) {}

  /** The case that code and digits open together; null for every kind of miss. */
  async find(queryCode: string, secret: string): Promise<CaseRow | null> {
    const hash = this.identity.hashQueryCode(queryCode);
    if (hash === null) return null;
    const { rows } = await this.pool.query<CaseRow>(`select ${CASE_COLUMNS} from jiefen.cases c where c.query_hash = $1`, [hash]);
    const row = rows[0];
    return row !== undefined && (await this.identity.verifyLast4(row.id, secret)) ? row : null;
  }

  async byId(caseId: string): Promise<TrackAnswer> {
    const { rows } = await this.pool.query<CaseRow>(`select ${CASE_COLUMNS} from jiefen.cases c where c.id = $1`, [caseId]);
    const row = rows[0];
    if (row === undefined) throw new Error('a case is gone');
    return this.view(row);
  }

  async view(row: CaseRow): Promise<TrackAnswer> {
    const now = await this.time.now();
    const snapshot = snapshotOf(row);
    const { allowed } = options(snapshot, PETITIONER, now, this.rules.env());
    const open = (types: readonly string[]): TrackAnswer['allowed'] =>
      allowed.filter(({ type }) => types.includes(type)).map(({ type, label }) => ({ type, label }));
    const clock = runningClock(snapshot.open);
    const remedy = snapshot.open.find((one) => one.state === 'armed' && REMEDIES[one.rule] !== undefined);
    return {
      caseNo: row.case_no,
      state: row.state,
      stateText: stateLabel(row.procedure, row.state),
      receivedAt: row.received_at.toISOString(),
      holder: { name: this.units.of(row.holder_unit_id).name },
      clock: clock === undefined ? null : this.#clock(clock, now),
      standsStill: standsStill(snapshot.open),
      ownNotes: await this.#ownNotes(snapshot),
      remedy: remedy === undefined ? null : remedyOf(remedy),
      allowed: open(PUBLIC_COMMAND_TYPES),
    };
  }

  async #ownNotes({ procedure, context }: CaseSnapshot): Promise<TrackAnswer['ownNotes']> {
    if (procedure !== 'mediation') return [];
    const documents = await this.identity.documents(context.caseId);
    return documents.flatMap((one) =>
      one.text !== null && one.field === CAUCUS_NOTE && paperAccess(context, PETITIONER, one) === 'text' ? [{ text: one.text }] : [],
    );
  }

  #clock(deadline: OpenDeadline, now: Instant): NonNullable<TrackAnswer['clock']> {
    const { rule, dueDate, remaining, basis, basisEn, state, doneAt } = this.deadlines.view(deadline, now);
    const title = this.rules.rule(rule, now)?.title ?? { zh: rule, en: rule };
    return { rule, title, dueDate, remaining, basis, basisEn, overdue: state === 'fired' && doneAt === null };
  }
}

/** The clock of whoever has to act now, not the petitioner's own windows; an overdue one first. */
function runningClock(open: readonly OpenDeadline[]): OpenDeadline | undefined {
  return open
    .filter((one) => one.owner.role !== 'petitioner' && REMEDIES[one.rule] === undefined && one.rule !== 'PET-OBJECT')
    .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))[0];
}

function standsStill(open: readonly OpenDeadline[]): BilingualText | null {
  const paused = open.find((one) => one.state === 'paused');
  if (paused === undefined) return null;
  const since = paused.pauses.at(-1)?.from ?? '';
  if (paused.rule.startsWith('MED-'))
    return {
      zh: `自 ${since} 起进行鉴定，鉴定时间不计入调解期限`,
      en: `An appraisal goes on since ${since}; its time is not counted`,
    };
  return {
    zh: `自 ${since} 起举行听证，听证时间不计入期限（条例第三十六条）`,
    en: `A hearing is held since ${since}; its time is not counted (Art 36)`,
  };
}

function remedyOf({ rule, dueDate }: OpenDeadline): TrackAnswer['remedy'] {
  const remedy = REMEDIES[rule];
  return remedy === undefined ? null : { ...remedy, until: dueDate };
}
