import type { QuietHours } from '../notices/quiet-hours.ts';
import type { Finding } from './finding.ts';

const WALL_TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Quiet hours that nobody could keep: no times of day, a region twice, kinds of notice that don't exist. */
export function quietHoursFindings(hours: readonly QuietHours[], kinds: readonly string[]): readonly Finding[] {
  return hours.flatMap(({ region, from, to, pass }, i) => {
    const wrong = [
      ...[from, to].filter((time) => !WALL_TIME.test(time)).map((time) => `${time} is no time of day`),
      ...(hours.findIndex((one) => one.region === region) < i ? ['the region has quiet hours already'] : []),
      ...pass.filter((kind) => !kinds.includes(kind)).map((kind) => `there is no notice ${kind} to let through`),
    ];
    return wrong.map((counterexample): Finding => ({ kind: 'quiet-hours', where: region, counterexample }));
  });
}
