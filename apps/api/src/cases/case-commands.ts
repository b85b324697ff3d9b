import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { actorOf } from '#libs/access';
import type { Viewer } from '#libs/access';
import type { AnswerOf, CommandBody, FieldError, sendCommand } from '#libs/contracts';
import {
  COMMANDS,
  knowledge,
  LINKED_PROCEDURES,
  matterClassOf,
  PROCEDURE_DEFINITIONS,
  PROCEDURES,
  settleProcedure,
  simpleMatterOf,
  viewerUnits,
} from '#libs/domain';
import type { Actor, Deadline, Instant } from '#libs/domain';
import { DirectoryService } from '#libs/directory';
import { Engine } from '#libs/engine';
import type { Done } from '#libs/engine';
import { reachFaultPoint } from '#libs/fault-points';
import { READ_POOL } from '#libs/persistence';
import { DeadlineViews } from '../deadlines/deadline-views.ts';
import { answeredBy, idempotencyOf, once } from '../http/engine-answer.ts';
import { invalid, problemOf, unknownReference } from '../http/problem-error.ts';
import { RelatedCases } from '../meetings/related-cases.ts';
import { CaseNewsroom } from '../stream/case-news.ts';
import { Colleagues } from '../registers/colleagues.ts';
import { RegisteredPeople } from '../registers/registered-people.ts';
import { CaseStore, isUuid } from './case-store.ts';
import { RecordLinks } from '../records/record-links.ts';
import { Reclassification } from './reclassification.ts';
import { RepeatedOpinions } from './repeated-opinions.ts';
import { UnitNames } from './unit-names.ts';

export interface CommandRequest {
  readonly caseId: string;
  readonly body: CommandBody;
  readonly idempotencyKey: string | undefined;
}

type CommandAnswer = AnswerOf<typeof sendCommand>;
/** What is recorded under an Idempotency-Key: deadlines as they are stored, presented again for every answer. */
type Recorded = Omit<CommandAnswer, 'deadlines'> & { readonly at: Instant; readonly deadlines: readonly Deadline[] };
type Payload = Readonly<Record<string, unknown>>;

/** Commands that a record which belongs to another case may get. */
const LINKED_TYPES: ReadonlySet<string> = new Set(
  PROCEDURE_DEFINITIONS.filter(({ id }) => LINKED_PROCEDURES.some((one) => one === id)).flatMap(({ commands }) => commands),
);

/** Sends people's commands to the engine and tells them what came of it. */
@Injectable()
export class CaseCommands {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    private readonly engine: Engine,
    private readonly directory: DirectoryService,
    private readonly deadlines: DeadlineViews,
    private readonly units: UnitNames,
    private readonly reclassification: Reclassification,
    private readonly opinions: RepeatedOpinions,
    private readonly news: CaseNewsroom,
    private readonly links: RelatedCases,
    private readonly store: CaseStore,
    private readonly people: RegisteredPeople,
    private readonly colleagues: Colleagues,
    private readonly records: RecordLinks,
  ) {}

  async send(viewer: Viewer, { caseId, body, idempotencyKey }: CommandRequest): Promise<CommandAnswer> {
    reachFaultPoint('api.command-received');
    const { type, expectedVersion } = body;
    const resolved = await this.resolved(type, body.payload);
    if (!isUuid(caseId)) throw problemOf('case.not_found');
    const id = caseId.toLowerCase();
    const payload = await this.#completed(viewer, type, id, await this.records.completed(viewer, id, type, resolved));
    const actor = actorOf(viewer);
    const record = once((done: Done): Recorded => this.#record(done, actor, type === 'RECLASSIFY' ? payload['procedure'] : undefined));
    const keyed = { key: idempotencyKey, scope: `${viewer.userId} POST /api/cases/${id}/commands`, body };
    const outcome = await this.engine.execute({
      caseId: id,
      actor,
      type,
      payload,
      ...(expectedVersion === undefined ? {} : { expectedVersion }),
      ...idempotencyOf(keyed, 200, record),
    });
    if (outcome.kind === 'done') this.news.changed(outcome);
    // What was recorded is what this method recorded.
    const answer = this.#answer(answeredBy(outcome, record).body as Recorded);
    return answer.facts.some((fact) => fact.type === 'case.sealed')
      ? { ...answer, readBy: await this.reclassification.readers(id) }
      : answer;
  }

  /** The payload with what the decision needs from outside the case. */
  async #completed(viewer: Viewer, type: string, caseId: string, payload: Payload): Promise<Payload> {
    if (LINKED_TYPES.has(type)) return this.#ofLinked(viewer, type, caseId, payload);
    if (type === 'RECLASSIFY') return this.reclassification.routed(caseId, payload);
    if (type === 'CLOSE_MEETING') return this.links.withOpenResolutions(caseId, payload);
    return type === 'ISSUE_OPINION' ? this.opinions.compared(caseId, payload) : payload;
  }

  /** A record that belongs to a case ends for whoever may no longer know of that one. @throws 404 */
  async #ofLinked(viewer: Viewer, type: string, caseId: string, payload: Payload): Promise<Payload> {
    const main = await this.store.mainOf(viewer, caseId);
    if (main === null || type !== 'CHANGE_CASE_HANDLER') return payload;
    const { userId } = payload;
    const handler = typeof userId === 'string' ? await this.colleagues.handler(userId) : null;
    return { ...payload, handler, reachedUnitIds: viewerUnits(main.context) };
  }

  /** The payload with what it names looked up. @throws 400 for units and users that don't exist. */
  async resolved(type: string, payload: Payload): Promise<Payload> {
    const spec = COMMANDS[type];
    if (spec === undefined) throw invalid({ field: 'type', code: 'unknown_command', message: 'there is no such command' });
    const missing: FieldError[] = spec.unitFields
      .filter((field) => typeof payload[field] === 'string' && this.directory.unit(payload[field]) === undefined)
      .map((field) => unknownReference(`payload.${field}`));
    const named = spec.userFields.filter((field) => typeof payload[field] === 'string');
    const found: Record<string, unknown> = {};
    for (const field of named) {
      const { rows } = await this.pool.query<{ unit_id: string | null }>('select unit_id from jiefen.users where id = $1', [
        payload[field],
      ]);
      const [user] = rows;
      if (user === undefined) missing.push(unknownReference(`payload.${field}`));
      else found[`${field}Unit`] = user.unit_id;
    }
    const registered = await this.people.named(spec.registerFields, payload);
    if (missing.length + registered.missing.length > 0) throw invalid(...missing, ...registered.missing);
    return { ...payload, ...found, ...registered.found };
  }

  /**
   * Pure. Whoever may no longer know of the case (an accusation he has just passed on) learns only that it is done, and of
   * one he has just sealed that it is sealed.
   */
  #record({ caseId, snapshot, version, facts, deadlines, at }: Done, actor: Actor, wantedProcedure: unknown): Recorded {
    const common = { id: caseId, state: snapshot.state, version, holder: this.units.of(snapshot.context.holderUnitId), at };
    if (knowledge(snapshot.context, actor) !== 'full') {
      const sealed = facts.filter((fact) => fact.type === 'case.sealed').map(({ type }) => ({ type }));
      return { ...common, facts: sealed, deadlines: [] };
    }
    const rows = new Map<string, Deadline>([...deadlines, ...snapshot.open].map((one) => [one.id, one]));
    // Class and route decide the procedure; one that contradicts them was replaced, and the answer says why.
    const { context } = snapshot;
    const wanted = PROCEDURES.find((one) => one === wantedProcedure);
    const { reason } =
      wanted === undefined || wanted === snapshot.procedure
        ? {}
        : settleProcedure(matterClassOf(context), context.route, wanted, simpleMatterOf(context));
    return {
      ...common,
      ...(reason === undefined ? {} : { procedureReason: reason }),
      facts: facts.map((fact) => ({ ...fact })),
      deadlines: [...rows.values()],
    };
  }

  /** Pure: the same for the first answer and every replay. */
  #answer({ at, deadlines, ...recorded }: Recorded): CommandAnswer {
    return { ...recorded, deadlines: deadlines.map((one) => this.deadlines.view(one, at)) };
  }
}
