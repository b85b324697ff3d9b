import { calendarBook, civilDateOf, OFFICIAL_CALENDARS } from '../calendar/index.ts';
import type { CaseCommand, ReferencedCase } from '../case/command.ts';
import type { Deadline, Instant } from '../case/deadline.ts';
import type { Accepted, Fact, Notice, Refusal } from '../case/decision.ts';
import type { Unit } from '../case/directory.ts';
import type { DomainEnv } from '../case/env.ts';
import type { Actor, CaseSnapshot, PartyRef } from '../case/snapshot.ts';
import { RECORD_CLASS } from '../case/vocabulary.ts';
import type { OfficeProcedureId, ProcedureId, Role } from '../case/vocabulary.ts';
import { dueRung } from '../deadlines/index.ts';
import { COMMANDS } from '../definitions/commands.ts';
import { fixtureDirectory } from '../routing/city.fixture.ts';
import { route } from '../routing/index.ts';
import { RULE_PACKS } from '../rule-packs/index.ts';
import type { RecordOpening } from '../record/opening.ts';
import { besideCommand } from '../record/beside.fixture.ts';
import { settleProcedure } from '../classification/settle-procedure.ts';
import { RUNG_EDITION } from './clocks.ts';
import { decide } from './decide.ts';
import { namedCases, namedUnits } from './named.ts';
import { openCase } from './open-case.ts';

export const CENTRE = 'governance-centre.430400';
export const HOUSING = 'housing-construction.430407';
export const CITY_HOUSING = 'housing-construction.430400';
export const PROVINCE_HOUSING = 'housing-construction.430000';

export const ENV: DomainEnv = { calendars: calendarBook(OFFICIAL_CALENDARS), rulePacks: RULE_PACKS, directory: fixtureDirectory() };

/** A staff member: user ids read like demo accounts. */
export function person(role: Role, unitId: string, userId = `${unitId}.${role}`): Actor {
  return { userId, role, roles: [role], unitId, division: ENV.directory.unit(unitId)?.division ?? null };
}

export const CLERK = person('clerk', CENTRE, 'clerk');
export const CLERK2 = person('clerk', CENTRE, 'clerk2');
export const SUPERVISOR = person('supervisor', CENTRE, 'supervisor');
export const LEADER = person('leader', CENTRE, 'leader');
export const AUDITOR = person('auditor', CENTRE, 'auditor');
export const HANDLER = person('handler', HOUSING);
export const HEAD = person('head', HOUSING);
export const CITY = person('handler', CITY_HOUSING);
export const PROVINCE = person('handler', PROVINCE_HOUSING);
export const COMMITTEE = 'mediation-committee.430407';
export const MEDIATOR = person('mediator', COMMITTEE);
export const COMMITTEE_HEAD = person('head', COMMITTEE);
export const PETITIONER: Actor = { userId: null, role: 'petitioner', roles: ['petitioner'], unitId: null, division: null };
export const ENGINE: Actor = { userId: null, role: 'engine', roles: ['engine'], unitId: null, division: null };

let minted = 0;
/** Command ids of the engine's kind: unique, last byte `00`. */
export function mintId(): string {
  minted += 1;
  return `018f0000-0000-7000-8000-${minted.toString(16).padStart(10, '0')}00`;
}

export const at = (day: string, time = '10:00:00'): Instant => new Date(`${day}T${time}+08:00`).toISOString();
function unitsOf(ids: readonly string[]): Readonly<Record<string, Unit>> {
  return Object.fromEntries(ids.flatMap((id) => (ENV.directory.unit(id) === undefined ? [] : [[id, ENV.directory.unit(id) as Unit]])));
}

export interface Intake {
  readonly class?: 'CLAIM' | 'SUGGESTION' | 'ACCUSATION';
  readonly route?: 'PETITION' | 'ARBITRATION';
  readonly procedure?: ProcedureId;
  readonly channel?: string;
  readonly repeated?: boolean;
  readonly categoryCode?: string;
  readonly receivedAt?: Instant;
  readonly parties?: readonly PartyRef[];
  readonly direct?: boolean;
  readonly anonymous?: boolean;
  readonly urgent?: boolean;
  readonly by?: Actor;
  readonly ladderFrom?: string;
  readonly importedState?: string;
  /** Asks for a mediation, of this kind. */
  readonly mediation?: { readonly kind: string; readonly application: string };
}

export const PARTIES: readonly PartyRef[] = [{ id: 'party-1', role: 'petitioner', kind: 'person', unitId: null }];
/** A dispute has two sides. */
export const SIDES: readonly PartyRef[] = [...PARTIES, { id: 'party-2', role: 'respondent', kind: 'person', unitId: null }];
const PLACE = '430407';

/** A REGISTER command as the engine prepares it: routed, with the directory's facts. */
export function registration(intake: Intake, now: Instant): CaseCommand {
  const { class: caseClass = 'CLAIM', route: legalRoute = 'PETITION', categoryCode = '010903', parties = PARTIES, by = CLERK } = intake;
  const wanted = intake.mediation === undefined ? intake.procedure : 'mediation';
  const { procedure } = settleProcedure(caseClass, caseClass === 'CLAIM' ? legalRoute : null, wanted);
  const respondents = parties.filter((one) => one.role === 'respondent').map(({ kind, unitId }) => ({ kind, unitId }));
  const routing = route(
    { class: caseClass, procedure, categoryCode, divisionCode: PLACE, divisionCodes: [PLACE], respondents },
    ENV.directory,
  );
  return {
    type: 'REGISTER',
    commandId: mintId(),
    at: now,
    by,
    payload: {
      channel: intake.channel ?? 'visit',
      class: caseClass,
      ...(caseClass === 'CLAIM' ? { route: legalRoute } : {}),
      ...(intake.procedure === undefined ? {} : { procedure: intake.procedure }),
      ...(intake.repeated === true ? { repeated: true } : {}),
      categoryCode,
      divisionCode: PLACE,
      divisionCodes: [PLACE],
      divisionPath: [PLACE, '430400', '430000'],
      receivedAt: intake.receivedAt ?? now,
      headcount: 1,
      urgent: intake.urgent ?? false,
      confidential: false,
      centreUnitId: CENTRE,
      direct: intake.direct ?? false,
      anonymous: intake.anonymous ?? false,
      parties,
      routing: { leadUnitId: routing.lead.unitId, assistUnitIds: routing.assist.map((one) => one.unitId), excluded: routing.excluded },
      ...(intake.ladderFrom === undefined ? {} : { ladderFrom: intake.ladderFrom }),
      ...(intake.mediation === undefined ? {} : { procedure, mediation: intake.mediation }),
      ...(intake.importedState === undefined ? {} : { importedState: intake.importedState }),
    },
    documents: [],
    units: {},
    cases: {},
  };
}

/** A REGISTER command of a record that an office keeps, as the API prepares it. */
function officeRegistration(
  procedure: OfficeProcedureId,
  payload: Readonly<Record<string, unknown>>,
  by: Actor,
  now: Instant,
): CaseCommand {
  return {
    type: 'REGISTER',
    commandId: mintId(),
    at: now,
    by,
    payload: {
      class: RECORD_CLASS,
      procedure,
      centreUnitId: CENTRE,
      divisionCode: '430400',
      divisionPath: ['430400', '430000'],
      about: [],
      excluded: [],
      ...payload,
    },
    documents: [],
    units: {},
    cases: {},
  };
}

/** One case at work: sends commands as the engine does, fires what falls due, remembers everything for folding. */
export class Desk {
  snapshot: CaseSnapshot;
  readonly commands: CaseCommand[] = [];
  readonly facts: Fact[] = [];
  readonly states: string[] = [];
  lastNotices: readonly Notice[] = [];
  readonly rows = new Map<string, Deadline>();

  private constructor(opened: Accepted, command: CaseCommand) {
    this.snapshot = opened.next;
    this.keep(opened, command);
  }

  static open(intake: Intake = {}, now = at('2026-03-06')): Desk {
    return Desk.begun(registration(intake, now));
  }

  static openOffice(procedure: OfficeProcedureId, payload: Readonly<Record<string, unknown>>, by: Actor, now = at('2026-03-06')): Desk {
    const command = officeRegistration(procedure, payload, by, now);
    return Desk.begun(command);
  }

  private static begun(command: CaseCommand): Desk {
    const opened = openCase(command, ENV);
    if (!opened.ok) throw new Error(`not opened: ${opened.refusal.reason.en}`);
    return new Desk(opened, command);
  }

  /** A record beside this case, as the engine or a supervisor opens it. */
  beside(opening: RecordOpening, by: Actor, now: Instant): Desk {
    return Desk.begun(besideCommand(this.snapshot, opening, { by, now, commandId: mintId() }));
  }

  /** A record that belongs to `main`, with what its procedure asks for. */
  static openLinked(main: Desk, procedure: string, own: Readonly<Record<string, unknown>>, by: Actor, now: Instant): Desk {
    const command = Desk.linking(main, procedure, own, by, now);
    return Desk.begun(command);
  }

  /** The command that opens it. */
  static linking(main: Desk, procedure: string, own: Readonly<Record<string, unknown>>, by: Actor, now: Instant): CaseCommand {
    const { caseId } = main.context;
    return {
      type: 'REGISTER',
      commandId: mintId(),
      at: now,
      by,
      payload: { procedure, mainCaseId: caseId, channel: 'visit', ...own },
      documents: [],
      units: {},
      cases: { [caseId]: { id: caseId, snapshot: main.snapshot } },
    };
  }

  private keep(accepted: Accepted, command: CaseCommand): void {
    this.snapshot = accepted.next;
    this.commands.push(command);
    this.facts.push(...accepted.facts);
    this.states.push(accepted.next.state);
    this.lastNotices = accepted.notices;
    for (const row of accepted.deadlines) this.rows.set(row.id, row);
  }

  get state(): string {
    return this.snapshot.state;
  }

  get context(): CaseSnapshot['context'] {
    return this.snapshot.context;
  }

  command(
    type: string,
    by: Actor,
    now: Instant,
    payload: Readonly<Record<string, unknown>> = {},
    known: readonly Desk[] = [],
  ): CaseCommand {
    const texts = new Set(COMMANDS[type]?.texts ?? []);
    const entries = Object.entries(payload);
    const named = namedCases(type, payload);
    const cases: Record<string, ReferencedCase> = {};
    for (const { snapshot } of known)
      if (named.includes(snapshot.context.caseId)) cases[snapshot.context.caseId] = { id: snapshot.context.caseId, snapshot };
    return {
      type,
      commandId: mintId(),
      at: now,
      by,
      payload: Object.fromEntries(entries.filter(([field]) => !texts.has(field))),
      documents: entries.filter(([field]) => texts.has(field)).map(([field], n) => ({ id: `doc-${String(n)}`, field, digest: 'x' })),
      units: unitsOf(namedUnits(this.snapshot, type, payload, ENV)),
      cases,
    };
  }

  /** Sends a command that must be accepted. */
  send(type: string, by: Actor, now: Instant, payload: Readonly<Record<string, unknown>> = {}, known: readonly Desk[] = []): this {
    const command = this.command(type, by, now, payload, known);
    const decision = decide(this.snapshot, command, ENV);
    if (!decision.ok) throw new Error(`${type} in ${this.state}: ${decision.refusal.code}: ${decision.refusal.reason.en}`);
    this.keep(decision, command);
    return this;
  }

  /** Sends a command that must be refused. */
  refuses(type: string, by: Actor, now: Instant, payload: Readonly<Record<string, unknown>> = {}, known: readonly Desk[] = []): Refusal {
    const decision = decide(this.snapshot, this.command(type, by, now, payload, known), ENV);
    if (decision.ok) throw new Error(`${type} was accepted and led to ${decision.next.state}`);
    return decision.refusal;
  }

  /** Climbs every rung due by `until`, each at its own instant, as the sweep does under the manual clock. */
  pass(until: Instant): this {
    for (let due = dueRung(this.snapshot.open, until); due !== undefined; due = dueRung(this.snapshot.open, until)) {
      this.send('DEADLINE_STEP', ENGINE, due.nextAt, {
        deadlineId: due.deadline.id,
        edition: RUNG_EDITION,
        step: due.claim.step,
        version: due.claim.version,
      });
    }
    return this;
  }

  armed(rule: string): Deadline | undefined {
    return this.snapshot.open.findLast((one) => one.rule === rule && one.state === 'armed');
  }

  /** All deadlines of a rule, ended ones too, oldest first. */
  all(rule: string): readonly Deadline[] {
    return [...this.rows.values()].filter((one) => one.rule === rule);
  }

  factTypes(): readonly string[] {
    return this.facts.map((one) => one.type);
  }

  today(now: Instant): string {
    return civilDateOf(now);
  }
}
