import { Controller } from '@nestjs/common';
import { confirmSwitch, listSwitches, listSwitchItems, previewSwitch, readLawInForce, readSwitch } from '#libs/contracts';
import type { AnswerOf } from '#libs/contracts';
import type { Call } from '../http/call.ts';
import { Endpoint, Input } from '../http/endpoint.decorator.ts';
import { permit } from '../http/permit.ts';
import { LawInForceView } from './law-in-force.ts';
import { Switches } from './switches.ts';

/**
 * Which law is in force, and switches from one edition to the next: an administrator previews, a leader or another
 * administrator confirms, auditors look on. Cases appear by id and dates alone.
 */
@Controller()
export class LawController {
  constructor(
    private readonly law: LawInForceView,
    private readonly switches: Switches,
  ) {}

  @Endpoint(readLawInForce)
  read(@Input() { viewer }: Call<typeof readLawInForce>): Promise<AnswerOf<typeof readLawInForce>> {
    permit(viewer, 'admin', 'leader', 'auditor');
    return this.law.read();
  }

  @Endpoint(previewSwitch)
  preview(@Input() { viewer, body }: Call<typeof previewSwitch>): Promise<AnswerOf<typeof previewSwitch>> {
    permit(viewer, 'admin');
    return this.switches.preview(viewer, body);
  }

  @Endpoint(listSwitches)
  list(@Input() { viewer, query }: Call<typeof listSwitches>): Promise<AnswerOf<typeof listSwitches>> {
    permit(viewer, 'admin', 'leader', 'auditor');
    return this.switches.page(query);
  }

  @Endpoint(readSwitch)
  one(@Input() { viewer, params }: Call<typeof readSwitch>): Promise<AnswerOf<typeof readSwitch>> {
    permit(viewer, 'admin', 'leader', 'auditor');
    return this.switches.one(params.id);
  }

  @Endpoint(listSwitchItems)
  items(@Input() { viewer, params, query }: Call<typeof listSwitchItems>): Promise<AnswerOf<typeof listSwitchItems>> {
    permit(viewer, 'admin', 'leader', 'auditor');
    return this.switches.items(params.id, query);
  }

  @Endpoint(confirmSwitch)
  confirm(@Input() { viewer, params, body }: Call<typeof confirmSwitch>): Promise<AnswerOf<typeof confirmSwitch>> {
    permit(viewer, 'admin', 'leader');
    return this.switches.confirm(viewer, params.id, body);
  }
}
