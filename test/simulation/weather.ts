import type { SeededRandom } from '../support/seeded-random.ts';

/** How bad a seed's world is: drawn once, so that some worlds have one trouble alone and others all at once. */
export interface Weather {
  /** Of all calls to the database, the share with which something happens to the connection. */
  readonly broken: number;
  /** The share that the database refuses for a passing reason: deadlock, lock timeout, statement timeout, serialisation. */
  readonly refused: number;
  /** The share that takes from a tenth of a second to three. */
  readonly slow: number;
  /** Ms between two of each, on average; infinite: never. */
  readonly crashEvery: number;
  readonly freezeEvery: number;
  readonly restartEvery: number;
  readonly leapEvery: number;
  /** Jobs that are lost, delivered twice, or come late. */
  readonly jobsLost: number;
  readonly jobsTwice: number;
}

const share = (random: SeededRandom, most: number): number => (random.chance(0.5) ? 0 : random.next() * most);
const every = (random: SeededRandom, ms: number): number => (random.chance(0.4) ? Number.POSITIVE_INFINITY : ms * (0.5 + random.next()));

export function drawWeather(random: SeededRandom): Weather {
  return {
    broken: share(random, 0.12),
    refused: share(random, 0.1),
    slow: share(random, 0.08),
    crashEvery: every(random, 2_500),
    freezeEvery: every(random, 3_000),
    restartEvery: every(random, 5_000),
    leapEvery: every(random, 1_500),
    jobsLost: share(random, 0.3),
    jobsTwice: share(random, 0.3),
  };
}

/** After the storm: whatever is left is done in peace. */
export const CALM: Weather = {
  broken: 0,
  refused: 0,
  slow: 0,
  crashEvery: Number.POSITIVE_INFINITY,
  freezeEvery: Number.POSITIVE_INFINITY,
  restartEvery: Number.POSITIVE_INFINITY,
  leapEvery: Number.POSITIVE_INFINITY,
  jobsLost: 0,
  jobsTwice: 0,
};
