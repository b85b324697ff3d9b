import { Injectable } from '@nestjs/common';
import type { supervision as schema } from '#libs/contracts';
import { presentReplyClock, ruleOf, supervisionsOf } from '#libs/domain';
import type { CaseSnapshot, Instant, SupervisedDeadline } from '#libs/domain';
import type { z } from 'zod';
import { UnitNames } from '../cases/unit-names.ts';
import { answerOf } from './deadline-views.ts';
import { RulesInForce } from './rules-in-force.ts';

export type SupervisionAnswer = z.output<typeof schema>;

/** What of a case is supervised, with the clock by which the unit replies: units and deadlines, never persons. */
@Injectable()
export class SupervisionViews {
  constructor(
    private readonly rules: RulesInForce,
    private readonly units: UnitNames,
  ) {}

  ofCase(snapshot: CaseSnapshot, now: Instant): SupervisionAnswer[] {
    return supervisionsOf(snapshot).map((one) => this.#view(one, now));
  }

  #view({ deadline, supervision }: SupervisedDeadline, now: Instant): SupervisionAnswer {
    const env = this.rules.env();
    const { unitId, level, by, openedAt, repliedAt } = supervision;
    const reply = presentReplyClock(supervision, now, env);
    return {
      deadlineId: deadline.id,
      rule: deadline.rule,
      title: ruleOf(env.rulePacks, deadline.rulePack, deadline.rule).title,
      unit: { unitId, name: this.units.of(unitId).name },
      level,
      by: { ...by, name: this.units.of(by.unitId).name },
      openedAt,
      repliedAt: repliedAt ?? null,
      reply: reply === null ? null : answerOf(reply),
    };
  }
}
