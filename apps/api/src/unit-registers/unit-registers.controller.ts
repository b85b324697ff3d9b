import { Controller } from '@nestjs/common';
import {
  dissolveGroup,
  formGroup,
  issueYellowCard,
  liftYellowCard,
  listGroups,
  listMinutes,
  listYellowCards,
  recordMinutes,
} from '#libs/contracts';
import type { AnswerOf } from '#libs/contracts';
import type { Call } from '../http/call.ts';
import { Endpoint, Input } from '../http/endpoint.decorator.ts';
import { GroupMinutes } from './group-minutes.ts';
import { SupervisionGroups } from './supervision-groups.ts';
import { YellowCards } from './yellow-cards.ts';

/** Yellow cards of units, and groups that supervise: registers beside the cases. */
@Controller()
export class UnitRegistersController {
  constructor(
    private readonly cards: YellowCards,
    private readonly groups: SupervisionGroups,
    private readonly meetings: GroupMinutes,
  ) {}

  @Endpoint(listYellowCards)
  listed(@Input() { viewer, query }: Call<typeof listYellowCards>): Promise<AnswerOf<typeof listYellowCards>> {
    return this.cards.page(viewer, query);
  }

  @Endpoint(issueYellowCard)
  issue(@Input() { viewer, body }: Call<typeof issueYellowCard>): Promise<AnswerOf<typeof issueYellowCard>> {
    return this.cards.issue(viewer, body);
  }

  @Endpoint(liftYellowCard)
  async lift(@Input() { viewer, params, body }: Call<typeof liftYellowCard>): Promise<AnswerOf<typeof liftYellowCard>> {
    await this.cards.lift(viewer, params.id, body.reason);
    return { ok: true };
  }

  @Endpoint(listGroups)
  all(@Input() { viewer, query }: Call<typeof listGroups>): Promise<AnswerOf<typeof listGroups>> {
    return this.groups.page(viewer, query);
  }

  @Endpoint(formGroup)
  form(@Input() { viewer, body }: Call<typeof formGroup>): Promise<AnswerOf<typeof formGroup>> {
    return this.groups.form(viewer, body);
  }

  @Endpoint(dissolveGroup)
  async dissolve(@Input() { viewer, params, body }: Call<typeof dissolveGroup>): Promise<AnswerOf<typeof dissolveGroup>> {
    await this.groups.dissolve(viewer, params.id, body.reason);
    return { ok: true };
  }

  @Endpoint(listMinutes)
  minutes(@Input() { viewer, params, query }: Call<typeof listMinutes>): Promise<AnswerOf<typeof listMinutes>> {
    return this.meetings.page(viewer, params.id, query);
  }

  @Endpoint(recordMinutes)
  meet(@Input() { viewer, params, body }: Call<typeof recordMinutes>): Promise<AnswerOf<typeof recordMinutes>> {
    return this.meetings.record(viewer, params.id, body);
  }
}
