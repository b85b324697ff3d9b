import type { Actor } from '#libs/domain';
import type { EngineCity } from '../support/engine-city.ts';
import { engineCity } from '../support/engine-city.ts';

/** The demonstration city with people who are the same in every run. */
export function simulatedCity(): EngineCity {
  const city = engineCity();
  const named = (actor: Actor, n: number): Actor => ({ ...actor, userId: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` });
  return {
    ...city,
    clerk: named(city.clerk, 1),
    secondClerk: named(city.secondClerk, 2),
    handler: named(city.handler, 3),
    head: named(city.head, 4),
    reviewer: named(city.reviewer, 5),
  };
}
