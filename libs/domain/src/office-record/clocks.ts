import type { CivilDate, Instant } from '../case/deadline.ts';
import type { ChartContext } from '../case/memo.ts';
import type { Effect } from '../chart/effect.ts';
import { deadline } from '../chart/effect.ts';

interface OfficeClock {
  readonly rule: string;
  readonly unitId: string;
  readonly triggerAt: Instant;
  /** Where somebody set the date. */
  readonly dueDate?: CivilDate;
}

/** A clock that a unit must keep: its counter at the centre, its handlers elsewhere. */
export function officeClock({ centreUnitId }: Pick<ChartContext, 'centreUnitId'>, clock: OfficeClock): Effect {
  const { rule, unitId, triggerAt, dueDate } = clock;
  const owner = { role: unitId === centreUnitId ? ('clerk' as const) : ('handler' as const), unitId };
  return deadline({ kind: 'start', rule, triggerAt, owner, ...(dueDate === undefined ? {} : { fixedDate: dueDate }) });
}
