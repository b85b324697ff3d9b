import { Injectable } from '@nestjs/common';
import type { CaseView } from '#libs/contracts';
import { leaderCaseView } from '#libs/domain';
import type { CaseContext, NamedLeader } from '#libs/domain';
import { Colleagues } from '../registers/colleagues.ts';
import { Leaders } from '../registers/leaders.ts';

type View = NonNullable<CaseView['leaderCase']>;

/** A leader's responsibility as the case page shows it, with the names that the register has. */
@Injectable()
export class LeaderCaseViews {
  constructor(
    private readonly leaders: Leaders,
    private readonly colleagues: Colleagues,
  ) {}

  async of(context: CaseContext): Promise<View | null> {
    const shown = leaderCaseView(context);
    if (shown === null) return null;
    const { leader, leads, handler, duties } = shown;
    const [names, name] = await Promise.all([
      this.leaders.names([leader, ...leads.map((one) => one.leader)].map(({ leaderId }) => leaderId)),
      this.colleagues.nameOf(handler.userId),
    ]);
    const named = ({ leaderId, rank, level, division }: NamedLeader): View['leader'] => ({
      leaderId,
      name: names.get(leaderId) ?? '',
      rank,
      level,
      division,
    });
    return {
      ...shown,
      leader: named(leader),
      handler: { ...handler, name },
      duties: duties.map(({ duty, on }) => ({ duty, on })),
      leads: leads.map((one) => ({ level: one.level, leader: named(one.leader) })),
    };
  }
}
