import { Controller } from '@nestjs/common';
import { decideRoutingDraft, listRoutingDrafts, openDispute } from '#libs/contracts';
import type { AnswerOf } from '#libs/contracts';
import type { Call } from '../http/call.ts';
import { Endpoint, Input } from '../http/endpoint.decorator.ts';
import { permit } from '../http/permit.ts';
import { Disputes } from './disputes.ts';
import { RoutingDrafts } from './routing-drafts.ts';

@Controller()
export class JurisdictionController {
  constructor(
    private readonly disputes: Disputes,
    private readonly drafts: RoutingDrafts,
  ) {}

  @Endpoint(openDispute)
  open(@Input() { viewer, params, body, idempotencyKey }: Call<typeof openDispute>): Promise<AnswerOf<typeof openDispute>> {
    permit(viewer, 'clerk', 'supervisor', 'handler', 'head');
    return this.disputes.open(viewer, params.id, body, idempotencyKey);
  }

  @Endpoint(listRoutingDrafts)
  list(@Input() { viewer }: Call<typeof listRoutingDrafts>): Promise<AnswerOf<typeof listRoutingDrafts>> {
    permit(viewer, 'admin');
    return this.drafts.list();
  }

  @Endpoint(decideRoutingDraft)
  decide(@Input() { viewer, params, body }: Call<typeof decideRoutingDraft>): Promise<AnswerOf<typeof decideRoutingDraft>> {
    permit(viewer, 'admin');
    return this.drafts.decide(viewer, params.id, body);
  }
}
