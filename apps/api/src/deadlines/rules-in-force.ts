import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '#libs/config';
import type { Config } from '#libs/config';
import { civilDateOf, conditionsFor, findRule, rulePackFor } from '#libs/domain';
import type { DomainEnv, Instant, PackConditions, Rule, RulePack } from '#libs/domain';
import { DomainEnvironment } from '#libs/engine';

/** Calendars, rule packs and organisation, exactly as the engine decides with them. */
@Injectable()
export class RulesInForce {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly environment: DomainEnvironment,
  ) {}

  /** The province this installation works in. */
  get region(): string {
    return this.config.region;
  }

  env(): DomainEnv {
    return this.environment.current();
  }

  /** What the packs say besides limits, for a place on that day. */
  conditions(region: string, at: Instant): PackConditions {
    return conditionsFor(this.env().rulePacks, region, civilDateOf(at));
  }

  /** The narrowest pack of this city's province on that day. */
  pack(at: Instant): RulePack {
    return rulePackFor(this.env().rulePacks, this.config.region, civilDateOf(at));
  }

  /** A rule as it stands on that day in this city's province. */
  rule(id: string, at: Instant): Rule | undefined {
    return findRule(this.env().rulePacks, this.config.region, civilDateOf(at), id)?.rule;
  }
}
