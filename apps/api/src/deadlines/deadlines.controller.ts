import { Controller } from '@nestjs/common';
import { explainDeadline as endpoint } from '#libs/contracts';
import type { AnswerOf } from '#libs/contracts';
import { explainDeadline } from '#libs/domain';
import type { Call } from '../http/call.ts';
import { Endpoint, Input } from '../http/endpoint.decorator.ts';
import { ProblemError } from '../http/problem-error.ts';
import { RulesInForce } from './rules-in-force.ts';

const utc = (instant: string): string => new Date(instant).toISOString();

@Controller()
export class DeadlinesController {
  constructor(private readonly rules: RulesInForce) {}

  /** The same code as the engine's. */
  @Endpoint(endpoint)
  explain(@Input() { body }: Call<typeof endpoint>): AnswerOf<typeof endpoint> {
    const { rule, region, triggerAt, extensionDays, pauses } = body;
    const result = explainDeadline(
      {
        rule,
        region,
        triggerAt: utc(triggerAt),
        ...(extensionDays === undefined ? {} : { extensionDays }),
        ...(pauses === undefined ? {} : { pauses: pauses.map(({ from, to }) => ({ from: utc(from), to: utc(to) })) }),
      },
      this.rules.env(),
    );
    if (result.ok) return { ...result.explanation, derivation: [...result.explanation.derivation] };
    const { status, code, reason, field } = result;
    throw new ProblemError({ status, code, reason, errors: [{ field, code, message: reason.en }] });
  }
}
