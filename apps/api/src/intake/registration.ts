import { Inject, Injectable } from '@nestjs/common';
import { actorOf, hasRole } from '#libs/access';
import type { Viewer } from '#libs/access';
import { CONFIG } from '#libs/config';
import type { Config } from '#libs/config';
import type { AnswerOf, IntakeBody, PublicIntakeBody, registerCase } from '#libs/contracts';
import { DirectoryService } from '#libs/directory';
import { isPetitionOffice } from '#libs/domain';
import type { Actor, Deadline, Instant } from '#libs/domain';
import { Engine, LegalClock } from '#libs/engine';
import type { Done } from '#libs/engine';
import { reachFaultPoint } from '#libs/fault-points';
import { DeadlineViews } from '../deadlines/deadline-views.ts';
import { UnitNames } from '../cases/unit-names.ts';
import { answeredBy, idempotencyOf, once } from '../http/engine-answer.ts';
import { invalid, problemOf } from '../http/problem-error.ts';
import { CaseNewsroom } from '../stream/case-news.ts';
import { DuplicateSearch } from './duplicate-search.ts';
import { IntakeChecks } from './intake-checks.ts';
import { IntakePlanner } from '#libs/intake';
import type { IntakePlan } from '#libs/intake';
import { PetitionLinks } from './petition-links.ts';
import { Receipts } from './receipts.ts';
import { registrationPayload } from '#libs/intake';

export const CENTRE_FUNCTION = 'governance-centre';
/** Anybody at the public page: the petitioner himself, without an account. */
export const PETITIONER: Actor = { userId: null, role: 'petitioner', roles: ['petitioner'], unitId: null, division: null };

type IntakeAnswer = AnswerOf<typeof registerCase>;
/**
 * What is recorded under an Idempotency-Key: without code, secret and title, which are put in again on every answer, and with
 * the deadlines as they are stored, which are presented again.
 */
type Recorded = Omit<IntakeAnswer, 'queryCode' | 'receipt' | 'deadlines'> & {
  readonly receivedAt: Instant;
  readonly registeredAt: Instant;
  readonly deadlines: readonly Deadline[];
};

export interface IntakeRequest<B = IntakeBody> {
  readonly body: B;
  readonly idempotencyKey: string | undefined;
  /** The id where it follows from something else, so that there is one such case. */
  readonly caseId?: string;
}

interface Sender {
  readonly actor: Actor;
  readonly scope: string;
  /** As the client sent it, which is what a key is compared by. */
  readonly sent: unknown;
}

/** A mediation out of a petition carries who handles that one. */
function linked(payload: Readonly<Record<string, unknown>>, petitionUnitId: string | null): Readonly<Record<string, unknown>> {
  return petitionUnitId === null ? payload : { ...payload, mediation: { ...(payload['mediation'] as object), petitionUnitId } };
}

/** Registers matters: at the counter, by an organ that received one directly, by the public. */
@Injectable()
export class Registration {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly engine: Engine,
    private readonly time: LegalClock,
    private readonly checks: IntakeChecks,
    private readonly planner: IntakePlanner,
    private readonly receipts: Receipts,
    private readonly directory: DirectoryService,
    private readonly deadlines: DeadlineViews,
    private readonly units: UnitNames,
    private readonly news: CaseNewsroom,
    private readonly links: PetitionLinks,
    private readonly duplicates: DuplicateSearch,
  ) {}

  async atCounter(viewer: Viewer, request: IntakeRequest): Promise<IntakeAnswer> {
    await this.check(request.body);
    this.permitted(viewer);
    const body = await this.withHistory(viewer, request.body);
    return this.#register({ ...request, body }, { actor: actorOf(viewer), scope: `${viewer.userId} POST /api/cases`, sent: request.body });
  }

  /** Received now, by the legal clock, unless it says when. */
  async byPublic({ body: sent, ...request }: IntakeRequest<PublicIntakeBody & Pick<IntakeBody, 'class'>>): Promise<IntakeAnswer> {
    const body = { ...sent, receivedAt: sent.receivedAt ?? (await this.time.now()) };
    await this.check(body);
    return this.#register({ body, ...request }, { actor: PETITIONER, scope: 'public POST /api/public/cases', sent });
  }

  /** @throws 400 with every field that names nothing or lies in the future */
  async check(body: IntakeBody): Promise<void> {
    // Mostly the database need not be asked: what lies in no earlier moment's future lies in none now.
    if (this.checks.mistakes(body, this.time.atLeast).length === 0) return;
    const mistakes = this.checks.mistakes(body, await this.time.now());
    if (mistakes.length > 0) throw invalid(...mistakes);
  }

  /** With what the registrar may know of earlier matters of the same petitioner, where the procedure depends on it. */
  async withHistory(viewer: Viewer, body: IntakeBody): Promise<IntakeBody> {
    return (await this.duplicates.raisedBefore(viewer, body)) ? { ...body, repeated: true } : body;
  }

  /** A clerk at his counter; a handler or head for what his own unit receives directly. @throws 403 for everybody else */
  permitted(viewer: Viewer): void {
    if (viewer.unit === null || !hasRole(viewer, 'clerk', 'handler', 'head')) throw problemOf('access.forbidden');
  }

  /**
   * Who answers for what this person registers: a clerk's own centre; for an organ that received it directly, and for the
   * public, the centre of the city that this installation serves.
   */
  reception(actor: Actor): { readonly centreUnitId: string; readonly direct: boolean } {
    const own = actor.unitId === null ? undefined : this.directory.unit(actor.unitId);
    if (own !== undefined && isPetitionOffice(own.function) && actor.roles.includes('clerk'))
      return { centreUnitId: own.id, direct: false };
    return { centreUnitId: this.centreOfCity(), direct: own !== undefined };
  }

  /** The city's one-stop centre. */
  centreOfCity(): string {
    const centre = this.directory.unitOf(CENTRE_FUNCTION, this.config.city);
    if (centre === undefined) throw new Error(`no ${CENTRE_FUNCTION} in ${this.config.city}`);
    return centre.id;
  }

  /** The codes of a REGISTER command, as the preview and the registration send them. */
  payload(actor: Actor, body: IntakeBody, plan: IntakePlan): Readonly<Record<string, unknown>> {
    const division = this.directory.division(body.divisionCode);
    return registrationPayload(body, {
      ...plan,
      ...this.reception(actor),
      divisionPath: [body.divisionCode, ...(division?.ancestors ?? [])],
    });
  }

  async #register({ body, idempotencyKey, caseId: given }: IntakeRequest, { actor, scope, sent }: Sender): Promise<IntakeAnswer> {
    reachFaultPoint('api.command-received');
    const petitionUnitId = await this.links.holderOf(actor, body);
    const plan = this.planner.plan(body, { sortByWords: false });
    const record = once((done: Done): Recorded => this.#record(done, plan));
    const { title, narrative, address } = body;
    const outcome = await this.engine.register({
      actor,
      ...(given === undefined ? {} : { caseId: given, related: [given] }),
      payload: linked(this.payload(actor, body, plan), petitionUnitId),
      texts: { title, narrative, ...(address === undefined ? {} : { address }) },
      parties: body.parties ?? [],
      ...idempotencyOf({ key: idempotencyKey, scope, body: sent }, 201, record),
    });
    if (outcome.kind === 'done') this.news.changed(outcome);
    const { caseId, body: recorded } = answeredBy(outcome, record);
    return this.#complete(caseId, recorded as Recorded, body);
  }

  /** Pure. */
  #record({ caseId, caseNo, snapshot, version, deadlines, at }: Done, plan: IntakePlan): Recorded {
    const { context } = snapshot;
    return {
      id: caseId,
      caseNo,
      state: snapshot.state,
      version,
      holder: this.units.of(context.holderUnitId),
      class: context.class,
      route: context.route,
      procedure: snapshot.procedure,
      categoryCode: context.categoryCode,
      ...(plan.procedureReason === undefined ? {} : { procedureReason: plan.procedureReason }),
      ...(Object.keys(plan.suggestion).length === 0 ? {} : { suggestion: plan.suggestion }),
      routing: this.units.routing(plan.routing),
      deadlines,
      receivedAt: context.receivedAt,
      registeredAt: at,
    } as Recorded;
  }

  /** Pure: the same for the first answer and every replay. */
  #complete(caseId: string, { receivedAt, registeredAt, deadlines, ...recorded }: Recorded, { title, parties }: IntakeBody): IntakeAnswer {
    return {
      ...recorded,
      deadlines: deadlines.map((one) => this.deadlines.view(one, registeredAt)),
      ...this.receipts.of({ caseId, caseNo: recorded.caseNo, holder: recorded.holder, receivedAt, registeredAt, title, parties }),
    };
  }
}
