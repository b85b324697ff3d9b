import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { actorOf } from '#libs/access';
import { LegalClock } from '#libs/engine';
import type { Viewer } from '#libs/access';
import type { AnswerOf, CaseView as CaseAnswer, listCases } from '#libs/contracts';
import { DirectoryService } from '#libs/directory';
import {
  cardView,
  chartContext,
  knowledge,
  letterFormatOf,
  lettersOf,
  linkedOptions,
  mediationView,
  options,
  paperAccess,
  readsNames,
  resolutionOf,
  stateLabel,
  suggestionView,
} from '#libs/domain';
import type { CaseContext, CaseSnapshot, Instant } from '#libs/domain';
import { reachFaultPoint } from '#libs/fault-points';
import { IdentityService } from '#libs/identity';
import { READ_POOL } from '#libs/persistence';
import { DeadlineViews } from '../deadlines/deadline-views.ts';
import { RulesInForce } from '../deadlines/rules-in-force.ts';
import { SupervisionViews } from '../deadlines/supervision-views.ts';
import { ReceptionViews } from '../reception/reception-views.ts';
import { UrgentViews } from '../urgent/urgent-views.ts';
import { RecordLinks } from '../records/record-links.ts';
import type { CaseRow } from './case-row.ts';
import type { KnownCase } from './case-store.ts';
import { Refiled } from '../visits/refiled.ts';
import { LeaderCaseViews } from './leader-case-views.ts';
import { UnitNames } from './unit-names.ts';

type Item = AnswerOf<typeof listCases>['items'][number];

/** What the auditor of a sealed case doesn't learn. */
const WITHHELD = { title: '', headcount: 0, categoryCode: '', divisionCode: '' } as const;

/** Cases as clients see them: what this person may see, and nothing else. */
@Injectable()
export class CaseViews {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    private readonly identity: IdentityService,
    private readonly units: UnitNames,
    private readonly deadlines: DeadlineViews,
    private readonly supervisions: SupervisionViews,
    private readonly rules: RulesInForce,
    private readonly time: LegalClock,
    private readonly directory: DirectoryService,
    private readonly urgent: UrgentViews,
    private readonly receptions: ReceptionViews,
    private readonly leading: LeaderCaseViews,
    private readonly again: Refiled,
    private readonly records: RecordLinks,
  ) {}

  item(row: CaseRow, now: Instant): Item {
    return {
      id: row.id,
      caseNo: row.case_no,
      title: row.title,
      state: row.state,
      stateLabel: stateLabel(row.procedure, row.state),
      version: row.version,
      class: row.class,
      route: row.route,
      procedure: row.procedure,
      categoryCode: row.category_code,
      divisionCode: row.division_code,
      channel: row.channel,
      holder: this.units.of(row.holder_unit_id),
      headcount: row.headcount,
      urgent: row.urgent,
      confidential: row.confidential,
      sealed: row.sealed,
      receivedAt: row.received_at.toISOString(),
      registeredAt: row.registered_at.toISOString(),
      closedAt: row.closed_at?.toISOString() ?? null,
      nextDueAt: row.next_due_at?.toISOString() ?? null,
      overdue: row.overdue,
      clock: this.deadlines.toMind(row.open_deadlines, now),
    };
  }

  /** A page of a list, every clock of it at the same instant. */
  async list(viewer: Viewer, rows: readonly CaseRow[]): Promise<Item[]> {
    const now = await this.time.now();
    return Promise.all(rows.map((row) => this.#listed(viewer, row, now)));
  }

  /** A row of a list. A sealed case shows its title to whoever may read it, and nothing but its state and clocks to the auditor. */
  async #listed(viewer: Viewer, row: CaseRow, now: Instant): Promise<Item> {
    const item = this.item(row, now);
    if (!row.sealed) return item;
    if (knowledge(row.context, actorOf(viewer)) !== 'full') return { ...item, ...WITHHELD };
    const title = (await this.identity.documents(row.id)).find((one) => one.field === 'title');
    return { ...item, title: title?.text ?? '' };
  }

  async page(viewer: Viewer, known: KnownCase): Promise<CaseAnswer> {
    const { row, snapshot, content } = known;
    const { context } = snapshot;
    const now = await this.time.now();
    const [deadlines, documents, parties, mainCase] = await Promise.all([
      this.deadlines.ofCase(row.id, now),
      content ? this.#documents(viewer, known) : [],
      content ? this.#parties(viewer, known) : [],
      this.records.mainOf(viewer, context),
    ]);
    const item = this.item(row, now);
    const { allowed, blocked } = options(snapshot, actorOf(viewer), now, this.rules.env());
    const { class: of, route, procedure, categoryCode } = item;
    return {
      ...item,
      title: row.sealed ? (documents.find((one) => one.field === 'title')?.text ?? '') : item.title,
      ...(content ? {} : WITHHELD),
      redacted: !content,
      procedureVersion: row.procedure_version,
      classification: {
        class: of,
        route,
        procedure,
        procedureVersion: row.procedure_version,
        categoryCode: content ? categoryCode : '',
        categoryPath: content ? (this.directory.category(categoryCode)?.path ?? '') : '',
      },
      divisionCodes: content ? [...context.divisionCodes] : [],
      registeredBy: { role: context.registeredBy.role, unitId: context.registeredBy.unitId },
      lead: content ? this.units.of(context.leadUnitId) : null,
      assisting: content ? context.assisting.map((unitId) => this.units.of(unitId)) : [],
      excluded: content ? context.excluded.map((one) => ({ ...one, name: this.units.of(one.unitId).name })) : [],
      parties,
      documents,
      deadlines,
      supervisions: content ? this.supervisions.ofCase(snapshot, now) : [],
      meeting: content ? this.#meeting(context) : null,
      resolution: content ? this.#resolution(snapshot) : null,
      urgentMatter: content ? this.urgent.of(context) : null,
      reception: content ? await this.receptions.of(context) : null,
      mediation: content ? mediationView(context) : null,
      leaderCase: content ? await this.leading.of(context) : null,
      mainCaseId: content ? (context.mainCaseId ?? null) : null,
      refiled: await this.again.before(viewer, known),
      mayOpen: [...linkedOptions(snapshot, actorOf(viewer))],
      mainCase,
      card: cardView(context),
      suggestionLetter: suggestionView(context),
      allowed: allowed.map(({ type, label }) => ({ type, label })),
      blocked: blocked.map(({ type, label, code, reason, basis, whoMay, from }) => ({ type, label, code, reason, basis, whoMay, from })),
    };
  }

  #meeting(context: CaseContext): CaseAnswer['meeting'] {
    const { meeting } = chartContext(context).memo;
    if (meeting === undefined) return null;
    const named = (unitIds: readonly string[]): ReturnType<UnitNames['of']>[] => unitIds.map((unitId) => this.units.of(unitId));
    const { level, members, present = [], on = null, agenda } = meeting;
    return { level, members: named(members), present: named(present), on, agenda: agenda.map(({ reason }) => reason) };
  }

  #resolution(snapshot: CaseSnapshot): CaseAnswer['resolution'] {
    const resolution = resolutionOf(snapshot);
    if (resolution === null) return null;
    const { kind, meetingId, officeUnitId, dueDate, reports } = resolution;
    return { kind, meetingId, office: this.units.of(officeUnitId), dueDate, reports };
  }

  /** What this person may read: talks with one side and closed sessions are for those who sat there. */
  async #documents(viewer: Viewer, { row: { id: caseId }, snapshot }: KnownCase): Promise<CaseAnswer['documents']> {
    const [stored, { rows }] = await Promise.all([
      this.identity.documents(caseId),
      this.pool.query<{ seq: number; at: Date }>('select seq, at from jiefen.events where case_id = $1', [caseId]),
    ]);
    const at = new Map(rows.map((row) => [row.seq, row.at.toISOString()]));
    const reader = actorOf(viewer);
    return stored.flatMap(({ id, field, seq, text }) => {
      const access = paperAccess(snapshot.context, reader, { id, field });
      if (access === 'hidden') return [];
      const paper = { id, field, seq, at: at.get(seq) ?? '', ...letterOf(snapshot, id, field) };
      return [access === 'text' ? { ...paper, text } : { ...paper, text: null, withheld: true as const }];
    });
  }

  async #parties(viewer: Viewer, { row, snapshot }: KnownCase): Promise<CaseAnswer['parties']> {
    const clear = readsNames(snapshot, actorOf(viewer));
    const [masked, names] = await Promise.all([this.identity.maskedParties([row.id]), clear ? this.#names(viewer, row) : null]);
    return masked.map(({ id, role, kind, unitId, nameMask, hasPhone }) => ({
      id,
      role,
      kind,
      unitId,
      name: names === null ? nameMask : (names.get(id) ?? null),
      masked: names === null,
      hasPhone,
    }));
  }

  /** Audited by the identity schema itself, in the same transaction as the reading. */
  async #names(viewer: Viewer, row: CaseRow): Promise<ReadonlyMap<string, string | null>> {
    const purpose = row.state === 'registered' ? 'registration' : 'case-work';
    const parties = await this.identity.disclose({
      caseId: row.id,
      fields: ['name'],
      userId: viewer.userId,
      unitId: viewer.unit?.id ?? null,
      purpose,
    });
    reachFaultPoint('api.identity-disclosed');
    return new Map(parties.map(({ id, name }) => [id, name]));
  }
}

/** Which letter a document is the file of; nothing for every other one. */
function letterOf({ context }: KnownCase['snapshot'], id: string, field: string): Pick<CaseAnswer['documents'][number], 'letter'> {
  const format = letterFormatOf(field);
  const made = format === undefined ? undefined : lettersOf(context).find((one) => one[format] === id);
  return format === undefined || made === undefined ? {} : { letter: { kind: made.kind, letterNo: made.no, format } };
}
