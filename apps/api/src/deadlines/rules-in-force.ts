import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '#libs/config';
import type { Config } from '#libs/config';
import { civilDateOf, findRule } from '#libs/domain';
import type { DomainEnv, Instant, Rule } from '#libs/domain';
import { DomainEnvironment } from '#libs/engine';

/** Calendars, rule packs and organisation, exactly as the engine decides with them. */
@Injectable()
export class RulesInForce {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly environment: DomainEnvironment,
  ) {}

  env(): DomainEnv {
    return this.environment.current();
  }

  /** A rule as it stands on that day in this city's province. */
  rule(id: string, at: Instant): Rule | undefined {
    return findRule(this.env().rulePacks, this.config.region, civilDateOf(at), id)?.rule;
  }
}
