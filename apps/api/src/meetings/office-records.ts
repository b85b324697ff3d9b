import { Injectable } from '@nestjs/common';
import { actorOf } from '#libs/access';
import type { Viewer } from '#libs/access';
import type { AnswerOf, openMeeting } from '#libs/contracts';
import { DirectoryService } from '#libs/directory';
import { RECORD_CLASS } from '#libs/domain';
import type { CaseContext, Deadline, Excluded, Instant, OfficeProcedureId } from '#libs/domain';
import { Engine } from '#libs/engine';
import type { Done } from '#libs/engine';
import { reachFaultPoint } from '#libs/fault-points';
import { UnitNames } from '../cases/unit-names.ts';
import { DeadlineViews } from '../deadlines/deadline-views.ts';
import { answeredBy, idempotencyOf, once } from '../http/engine-answer.ts';
import type { KeyedRequest } from '../http/engine-answer.ts';
import { recordedOutcome } from '../http/recorded-outcome.ts';
import { CaseNewsroom } from '../stream/case-news.ts';
import { Registration } from '../intake/registration.ts';

export type OfficeRecordAnswer = AnswerOf<typeof openMeeting>;
type Recorded = Omit<OfficeRecordAnswer, 'deadlines'> & { readonly at: Instant; readonly deadlines: readonly Deadline[] };

/** What a record is opened with, besides what every record carries. */
export interface NewRecord {
  readonly procedure: OfficeProcedureId;
  /** Codes, ids and dates of its kind. */
  readonly payload: Readonly<Record<string, unknown>>;
  /** Free texts by field, `title` among them. */
  readonly texts: Readonly<Record<string, string>>;
  /** Whose supervisors, leaders and auditors know of it. */
  readonly divisionCode: string;
  /** The cases it is about: whoever is excluded from one learns of none of its records. */
  readonly about: readonly CaseContext[];
  /** Where there is one of its kind: an id that follows from what makes it one. */
  readonly caseId?: string;
}

function excludedFrom(about: readonly CaseContext[]): readonly Excluded[] {
  const all = about.flatMap(({ excluded }) => excluded);
  return all.filter((one, i) => all.findIndex(({ unitId }) => unitId === one.unitId) === i);
}

/** Opens records beside cases: one command, one transaction, as any registration. */
@Injectable()
export class OfficeRecords {
  constructor(
    private readonly engine: Engine,
    private readonly directory: DirectoryService,
    private readonly registration: Registration,
    private readonly units: UnitNames,
    private readonly deadlines: DeadlineViews,
    private readonly news: CaseNewsroom,
  ) {}

  /** @throws the problem of a refusal; 503 of a busy engine */
  async open(viewer: Viewer, record: NewRecord, keyed: KeyedRequest): Promise<OfficeRecordAnswer> {
    reachFaultPoint('api.command-received');
    const actor = actorOf(viewer);
    const { procedure, payload, texts, divisionCode, about, caseId } = record;
    const aboutIds = about.map((one) => one.caseId);
    const remember = once((done: Done): Recorded => this.#record(done));
    const outcome = await this.engine.register({
      actor,
      caseId,
      // They are looked at again when it is written: one may have been sealed, or opened by somebody else, meanwhile.
      related: [...aboutIds, ...(caseId === undefined ? [] : [caseId])],
      payload: {
        ...payload,
        class: RECORD_CLASS,
        procedure,
        channel: 'department',
        centreUnitId: this.registration.reception(actor).centreUnitId,
        divisionCode,
        divisionPath: [divisionCode, ...(this.directory.division(divisionCode)?.ancestors ?? [])],
        about: aboutIds,
        excluded: excludedFrom(about),
      },
      texts,
      parties: [],
      ...idempotencyOf(keyed, 200, remember),
    });
    if (outcome.kind === 'done') this.news.changed(outcome);
    return this.#answer(answeredBy(outcome, remember).body as Recorded);
  }

  /** The answer to the same request, where it was sent before; null where it is new. @throws its problem, where that was its answer */
  async recorded(viewer: Viewer, keyed: KeyedRequest): Promise<OfficeRecordAnswer | null> {
    const outcome = await recordedOutcome(this.engine, actorOf(viewer), keyed);
    return outcome === null ? null : this.#answer(answeredBy(outcome, () => null).body as Recorded);
  }

  #answer({ at, deadlines, ...answer }: Recorded): OfficeRecordAnswer {
    return { ...answer, deadlines: deadlines.map((one) => this.deadlines.view(one, at)) };
  }

  /** Pure. */
  #record({ caseId, caseNo, snapshot, version, deadlines, at }: Done): Recorded {
    const { procedure, state, context } = snapshot;
    return { id: caseId, caseNo, procedure, state, version, holder: this.units.of(context.holderUnitId), deadlines, at };
  }
}
