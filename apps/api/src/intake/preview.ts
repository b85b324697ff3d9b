import { Injectable } from '@nestjs/common';
import { actorOf } from '#libs/access';
import type { Viewer } from '#libs/access';
import type { AnswerOf, IntakeBody, previewCase } from '#libs/contracts';
import { childId, openCase } from '#libs/domain';
import type { CaseCommand, Unit } from '#libs/domain';
import { DirectoryService } from '#libs/directory';
import { LegalClock } from '#libs/engine';
import { DeadlineViews } from '../deadlines/deadline-views.ts';
import type { DeadlineAnswer } from '../deadlines/deadline-views.ts';
import { UnitNames } from '../cases/unit-names.ts';
import { RulesInForce } from '../deadlines/rules-in-force.ts';
import { ProblemError, refusalProblem } from '../http/problem-error.ts';
import { DuplicateSearch } from './duplicate-search.ts';
import { IntakePlanner } from '#libs/intake';
import type { IntakePlan } from '#libs/intake';
import { Registration } from './registration.ts';

type PreviewAnswer = AnswerOf<typeof previewCase>;

/** The id of a command that is never stored. */
const NOWHERE = '00000000-0000-7000-8000-000000000000';

/** What registering would give, by the same code, storing nothing. */
@Injectable()
export class Preview {
  constructor(
    private readonly registration: Registration,
    private readonly planner: IntakePlanner,
    private readonly duplicates: DuplicateSearch,
    private readonly deadlines: DeadlineViews,
    private readonly units: UnitNames,
    private readonly rules: RulesInForce,
    private readonly directory: DirectoryService,
    private readonly time: LegalClock,
  ) {}

  async of(viewer: Viewer, asked: IntakeBody): Promise<PreviewAnswer> {
    await this.registration.check(asked);
    this.registration.permitted(viewer);
    const body = await this.registration.withHistory(viewer, asked);
    const plan = this.planner.plan(body, { sortByWords: true });
    const [now, duplicates] = await Promise.all([this.time.now(), this.duplicates.of(viewer, body, plan.categoryCode)]);
    return {
      class: plan.class,
      route: plan.route,
      procedure: plan.procedure,
      categoryCode: plan.categoryCode,
      ...(plan.procedureReason === undefined ? {} : { procedureReason: plan.procedureReason }),
      ...(Object.keys(plan.suggestion).length === 0 ? {} : { suggestion: plan.suggestion }),
      suggestions: plan.suggestions.map(({ categoryCode, confidence, words }) => ({ categoryCode, confidence, words: [...words] })),
      routing: this.units.routing(plan.routing),
      deadlines: this.#deadlines(viewer, body, plan, now),
      duplicates,
    } as PreviewAnswer;
  }

  #deadlines(viewer: Viewer, body: IntakeBody, plan: IntakePlan, now: string): DeadlineAnswer[] {
    const actor = actorOf(viewer);
    const payload = this.registration.payload(actor, body, plan);
    const parties = (body.parties ?? []).map(({ role, kind, unitId }, i) => ({
      id: childId(NOWHERE, i + 1),
      role,
      kind,
      unitId: unitId ?? null,
    }));
    const named = [
      payload['centreUnitId'],
      plan.routing.lead.unitId,
      viewer.unit?.id,
      ...plan.routing.assist.map((unit) => unit.unitId),
      ...plan.routing.excluded.map((unit) => unit.unitId),
      ...parties.map((party) => party.unitId),
    ];
    const units = named
      .map((id) => (typeof id === 'string' ? this.directory.unit(id) : undefined))
      .filter((unit): unit is Unit => unit !== undefined);
    const command: CaseCommand = {
      type: 'REGISTER',
      commandId: NOWHERE,
      at: now,
      by: actor,
      documents: [],
      cases: {},
      payload: { ...payload, parties },
      units: Object.fromEntries(units.map((unit) => [unit.id, unit])),
    };
    const opened = openCase(command, this.rules.env());
    if (!opened.ok) throw new ProblemError(refusalProblem(opened.refusal, [], 0));
    return opened.deadlines.map((one) => this.deadlines.view(one, now));
  }
}
