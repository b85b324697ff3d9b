import type { FaultPoint } from '#libs/fault-points';
import type { AppName } from './installation-apart.ts';

/** Where a point is reached: by an app of its own process under load, when one is stopped, or in a scenario of its own. */
export type PointPlace = AppName | `${AppName} stopping` | 'beside';

/** Every point has its place: one that is new doesn't compile until it has. */
export const PLACE_OF: Readonly<Record<FaultPoint, PointPlace>> = {
  'process.before-listening': 'notification',
  'process.after-listening': 'api',
  'process.stopping': 'api stopping',
  'process.half-stopped': 'relay stopping',
  'migration.locked': 'beside',
  'migration.before-commit': 'beside',
  'migration.after-commit': 'beside',
  'installation.seeded': 'beside',
  'api.command-received': 'api',
  'api.before-answer': 'api',
  'api.between-clock-steps': 'beside',
  'api.identity-disclosed': 'api',
  'engine.after-load': 'api',
  'engine.before-commit': 'api',
  'engine.after-commit': 'api',
  'engine.rungs-selected': 'escalation',
  'engine.after-rungs': 'escalation',
  'engine.between-rederived': 'beside',
  'escalation.wake-up-received': 'escalation',
  'escalation.wake-up-swept': 'escalation',
  'escalation.between-batches': 'escalation',
  'escalation.purge-locked': 'escalation',
  'escalation.records-leased': 'escalation',
  'escalation.records-opened': 'escalation',
  'relay.after-lease': 'relay',
  'relay.after-add': 'relay',
  'relay.after-bury': 'relay',
  'relay.wake-ups-added': 'relay',
  'relay.wake-ups-marked': 'relay',
  'notification.job-received': 'notification',
  'notification.try-counted': 'notification',
  'notification.before-insert': 'notification',
  'notification.after-insert': 'notification',
  'notification.after-commit': 'notification',
  'delivery.leased': 'relay',
  'delivery.job-added': 'relay',
  'delivery.claimed': 'notification',
  'delivery.before-send': 'notification',
  'delivery.after-answer': 'notification',
  'delivery.recorded': 'notification',
  'import.before-chunk': 'beside',
  'import.after-chunk': 'beside',
};

/** The points with such a place. */
export function pointsAt(place: PointPlace): readonly FaultPoint[] {
  return (Object.keys(PLACE_OF) as FaultPoint[]).filter((point) => PLACE_OF[point] === place);
}
