import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { asOfEdition, decide, openCase, ruleOf } from '#libs/domain';
import type { CaseCommand, CaseContext, CaseSnapshot, Decision, Deadline, Fact } from '#libs/domain';
import { IdentityService } from '#libs/identity';
import type { Recorded, TimedDeadline } from '#libs/letters';
import { READ_POOL } from '#libs/persistence';
import { RulesInForce } from '../deadlines/rules-in-force.ts';

interface EventBody {
  readonly at: string;
  readonly command: CaseCommand;
  readonly facts: readonly Fact[];
}

/** An event with how the case stood after it, as deciding the stored commands again gives it. */
export interface Step extends Recorded {
  readonly context: CaseContext;
  /** The deadlines that it started or changed, as they were then. */
  readonly deadlines: readonly TimedDeadline[];
}

/** What is recorded of a case, for letters: they tell of an event as things were then, whatever has happened since. */
@Injectable()
export class CaseRecord {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    private readonly identity: IdentityService,
    private readonly rules: RulesInForce,
  ) {}

  async steps(caseId: string): Promise<readonly Step[]> {
    const [{ rows }, documents] = await Promise.all([
      this.pool.query<{ seq: number; body: string }>('select seq, body from jiefen.events where case_id = $1 order by seq', [caseId]),
      this.identity.documents(caseId),
    ]);
    const steps: Step[] = [];
    let before: CaseSnapshot | null = null;
    for (const { seq, body } of rows) {
      const { at, command, facts } = JSON.parse(body) as EventBody;
      const env = asOfEdition(this.rules.env(), command.edition);
      const decision: Decision = before === null ? openCase(command, env) : decide(before, command, env);
      if (!decision.ok) throw new Error(`event ${String(seq)} of the history is refused: ${decision.refusal.code}`);
      before = decision.next;
      const texts: Record<string, string> = {};
      for (const one of documents) if (one.seq === seq && one.text !== null) texts[one.field] = one.text;
      steps.push({
        seq,
        at,
        facts,
        payload: command.payload,
        texts,
        actorUnitId: command.by.unitId,
        context: before.context,
        deadlines: decision.deadlines.map((deadline) => this.#timed(deadline)),
      });
    }
    return steps;
  }

  #timed(deadline: Deadline): TimedDeadline {
    return { deadline, rule: ruleOf(this.rules.env().rulePacks, deadline.rulePack, deadline.rule) };
  }
}
