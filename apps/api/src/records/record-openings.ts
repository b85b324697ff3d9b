import { Injectable } from '@nestjs/common';
import { actorOf } from '#libs/access';
import type { Viewer } from '#libs/access';
import type { AnswerOf, BodyOf, issueLetter, openRectification, openSupervision } from '#libs/contracts';
import { DirectoryService } from '#libs/directory';
import type { RecordOpening, Refusal, Unit } from '#libs/domain';
import {
  cardOpening,
  chartContext,
  isEntitled,
  isExcluded,
  rectificationOpening,
  suggestionOpening,
  recordPayload,
  recordTitle,
  whyNoLetter,
  whyNotRectified,
  whyNotSupervised,
} from '#libs/domain';
import { Engine, LegalClock } from '#libs/engine';
import type { Done } from '#libs/engine';
import { CaseStore } from '../cases/case-store.ts';
import type { KnownCase } from '../cases/case-store.ts';
import { UnitNames } from '../cases/unit-names.ts';
import { answeredBy, idempotencyOf, once } from '../http/engine-answer.ts';
import { permit } from '../http/permit.ts';
import { invalid, ProblemError, problemOf, refusalProblem, unknownReference } from '../http/problem-error.ts';
import { CaseNewsroom } from '../stream/case-news.ts';

type Opened = AnswerOf<typeof openSupervision>;

/** Whose policy is changed and reported to: the general office of the government of the level (Art 40(2)). */
const GOVERNMENT = 'government-office';

interface Opening {
  readonly known: KnownCase;
  readonly opening: RecordOpening;
  readonly texts: Readonly<Record<string, string>>;
  readonly idempotencyKey: string | undefined;
  /** The request as the client sent it. */
  readonly sent: unknown;
}

/** Opens records beside a case: supervision cards, letters of suggestion and rectifications, each a case of its own by the same engine. */
@Injectable()
export class RecordOpenings {
  constructor(
    private readonly engine: Engine,
    private readonly time: LegalClock,
    private readonly store: CaseStore,
    private readonly directory: DirectoryService,
    private readonly units: UnitNames,
    private readonly news: CaseNewsroom,
  ) {}

  /** @throws 404, 403 for all but supervisors and leaders, 400 for an unknown unit, 409 for a unit that never had the case */
  async supervise(
    viewer: Viewer,
    caseId: string,
    body: BodyOf<typeof openSupervision>,
    idempotencyKey: string | undefined,
  ): Promise<Opened> {
    const { known, by } = await this.#begin(viewer, caseId, body.unitId);
    const unitId = body.unitId ?? known.row.holder_unit_id;
    const [unit, own] = [unitId, by].map((id) => this.directory.unit(id));
    if (unit === undefined || own === undefined) throw invalid(unknownReference('unitId'));
    passing(whyNotSupervised(known.snapshot, unit, own), known);
    const opening = cardOpening({ unitId, by, ground: body.ground });
    return this.#open(viewer, { known, opening, texts: { demand: body.demand }, idempotencyKey, sent: body });
  }

  /** @throws as `supervise`, and 409 for an accusation or an organ that such a letter isn't for */
  async suggest(viewer: Viewer, caseId: string, body: BodyOf<typeof issueLetter>, idempotencyKey: string | undefined): Promise<Opened> {
    const { known, by, unit } = await this.#begin(viewer, caseId, body.unitId);
    const { kind, unitId, facts, suggestion } = body;
    if (unit !== undefined) passing(whyNoLetter(known.snapshot, kind, unit), known);
    const government = kind === 'change-policy' ? this.directory.unitOf(GOVERNMENT, viewer.unit?.division ?? '') : undefined;
    const reported = government !== undefined && !isExcluded(known.snapshot.context, government.id);
    const opening = suggestionOpening({ kind, unitId, by, ...(reported ? { reportedTo: government.id } : {}) });
    return this.#open(viewer, { known, opening, texts: { facts, suggestion }, idempotencyKey, sent: body });
  }

  /** @throws 404, 403 for all but those of the centre who may visit, 400 for an unknown unit, 409 where nobody has visited */
  async rectify(
    viewer: Viewer,
    caseId: string,
    body: BodyOf<typeof openRectification>,
    idempotencyKey: string | undefined,
  ): Promise<Opened> {
    if (body.unitId !== undefined && this.directory.unit(body.unitId) === undefined) throw invalid(unknownReference('unitId'));
    const known = await this.store.open(viewer, caseId);
    const { context } = known.snapshot;
    if (!known.content || !isEntitled(['visitor'], chartContext(context), actorOf(viewer))) throw problemOf('access.forbidden');
    const unitId = body.unitId ?? context.holderUnitId;
    passing(whyNotRectified(known.snapshot, unitId), known);
    const opening = rectificationOpening({ unitId, by: context.centreUnitId });
    return this.#open(viewer, { known, opening, texts: { finding: body.finding }, idempotencyKey, sent: body });
  }

  async #begin(
    viewer: Viewer,
    caseId: string,
    unitId: string | undefined,
  ): Promise<{ readonly known: KnownCase; readonly by: string; readonly unit: Unit | undefined }> {
    const unit = unitId === undefined ? undefined : this.directory.unit(unitId);
    if (unitId !== undefined && unit === undefined) throw invalid(unknownReference('unitId'));
    const known = await this.store.open(viewer, caseId);
    permit(viewer, 'supervisor', 'leader');
    if (viewer.unit === null || !known.content) throw problemOf('access.forbidden');
    return { known, by: viewer.unit.id, unit };
  }

  async #open(viewer: Viewer, { known, opening, texts, idempotencyKey, sent }: Opening): Promise<Opened> {
    const payload = recordPayload(known.snapshot, opening, await this.time.now());
    const record = once(({ caseId, caseNo, snapshot, version }: Done): Opened => ({
      id: caseId,
      caseNo,
      state: snapshot.state,
      version,
      holder: this.units.of(snapshot.context.holderUnitId),
    }));
    const scope = `${viewer.userId} POST /api/cases/${known.row.id}/${opening.procedure}`;
    const outcome = await this.engine.register({
      actor: actorOf(viewer),
      payload,
      texts: { title: recordTitle(payload), ...texts },
      parties: [],
      // Looked at again when it is written: it may have been sealed meanwhile.
      related: [known.row.id],
      ...idempotencyOf({ key: idempotencyKey, scope, body: sent }, 200, record),
    });
    if (outcome.kind === 'done') this.news.changed(outcome);
    // What was recorded is what `record` recorded.
    return answeredBy(outcome, record).body as Opened;
  }
}

/** @throws 409 with the reason */
function passing(refusal: Refusal | null, { row }: KnownCase): void {
  if (refusal !== null) throw new ProblemError(refusalProblem(refusal, [], row.version));
}
