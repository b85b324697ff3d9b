import { Controller } from '@nestjs/common';
import { addHelper, addLeader, changeHelper, changeLeader, listColleagues, listHelpers, listLeaders } from '#libs/contracts';
import type { AnswerOf } from '#libs/contracts';
import type { Call } from '../http/call.ts';
import { Endpoint, Input } from '../http/endpoint.decorator.ts';
import { Colleagues } from './colleagues.ts';
import { Helpers } from './invitable.ts';
import { Leaders } from './leaders.ts';

/** Registers of people by name: leaders, helpers of mediations, and whom a unit has. Read by all staff, kept by the supervisor of the place. */
@Controller()
export class RegistersController {
  constructor(
    private readonly leaders: Leaders,
    private readonly helpers: Helpers,
    private readonly colleagues: Colleagues,
  ) {}

  @Endpoint(listLeaders)
  listLeaders(@Input() { query }: Call<typeof listLeaders>): Promise<AnswerOf<typeof listLeaders>> {
    return this.leaders.page(query);
  }

  @Endpoint(addLeader)
  addLeader(@Input() { viewer, body }: Call<typeof addLeader>): Promise<AnswerOf<typeof addLeader>> {
    return this.leaders.add(viewer, body);
  }

  @Endpoint(changeLeader)
  changeLeader(@Input() { viewer, params, body }: Call<typeof changeLeader>): Promise<AnswerOf<typeof changeLeader>> {
    return this.leaders.change(viewer, params.id, body);
  }

  @Endpoint(listHelpers)
  listHelpers(@Input() { query }: Call<typeof listHelpers>): Promise<AnswerOf<typeof listHelpers>> {
    return this.helpers.page(query);
  }

  @Endpoint(addHelper)
  addHelper(@Input() { viewer, body }: Call<typeof addHelper>): Promise<AnswerOf<typeof addHelper>> {
    return this.helpers.add(viewer, body);
  }

  @Endpoint(changeHelper)
  changeHelper(@Input() { viewer, params, body }: Call<typeof changeHelper>): Promise<AnswerOf<typeof changeHelper>> {
    return this.helpers.change(viewer, params.id, body);
  }

  @Endpoint(listColleagues)
  people(@Input() { query }: Call<typeof listColleagues>): Promise<AnswerOf<typeof listColleagues>> {
    return this.colleagues.of(query.unitId);
  }
}
