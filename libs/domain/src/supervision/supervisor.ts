import { isExcluded } from '../access/people.ts';
import type { OpenDeadline } from '../case/deadline.ts';
import type { Directory, Unit } from '../case/directory.ts';
import type { CaseContext } from '../case/snapshot.ts';
import type { Supervision, Supervisor } from '../case/supervision.ts';
import type { DeadlineEnv } from '../deadlines/deadline-effects.ts';
import { rungOf } from '../deadlines/climb.ts';
import type { Rung } from '../rule-packs/rule.ts';

/**
 * The organs that may have to supervise a rung, for its command to carry as the directory has them on the day: the centre and
 * what stands above it. None for rungs that supervise nobody, and none for a sealed case: nobody outside its holder may hear of
 * it (Art 30(3)), so its ladder ends with the supervision.
 *
 * @returns ids, nearest first
 */
export function supervisingOrgans(
  context: Pick<CaseContext, 'sealed' | 'centreUnitId'>,
  deadline: OpenDeadline | undefined,
  step: number | null,
  env: DeadlineEnv & { readonly directory: Directory },
): readonly string[] {
  if (context.sealed || deadline === undefined || step === null || deadline.state !== 'fired') return [];
  const rung = rungOf(deadline, step, env);
  if (rung?.step !== 'supervise' && rung?.step !== 'escalate') return [];
  return [context.centreUnitId, ...(env.directory.unit(context.centreUnitId)?.ancestors ?? [])];
}

/**
 * Who supervises from this rung on: the centre's supervisor, then the supervisor of the organ above the one that supervised in
 * vain (never the supervised unit itself nor one excluded), at last the leader of the organ that supervises. Where nothing
 * stands above, that leader at once.
 *
 * @param units what the command carries; without the centre (a history recorded before replies were asked for) nobody is named.
 * @returns null where no reply is asked for
 */
export function supervisorAt(
  context: Pick<CaseContext, 'centreUnitId' | 'excluded' | 'sealed'>,
  rung: Rung | undefined,
  before: Supervision | undefined,
  units: Readonly<Record<string, Unit>>,
): Supervisor | null {
  if (context.sealed || units[context.centreUnitId] === undefined) return null;
  if (rung?.step === 'supervise') return { unitId: context.centreUnitId, role: 'supervisor' };
  if (rung?.step !== 'escalate' || before === undefined) return null;
  const above = units[before.by.unitId]?.ancestors.find(
    (id) => units[id] !== undefined && id !== before.unitId && !isExcluded(context, id),
  );
  return rung.to === 'leader' || above === undefined ? { unitId: before.by.unitId, role: 'leader' } : { unitId: above, role: 'supervisor' };
}
