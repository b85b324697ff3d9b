/** So many worlds in a run, and at night. */
const WORLDS = 2_000;
const WORLDS_AT_NIGHT = 100_000;

export interface Seeds {
  readonly first: number;
  readonly count: number;
  /** One seed alone, with all that happens in it. */
  readonly replayed: boolean;
}

/**
 * Which worlds are run: always the same ones, so that a change is what makes the difference; at night new ones. `SIMULATION_SEED=…`
 * runs one and tells everything, `SIMULATION_SEEDS=…` so many.
 */
export function seedsFrom(environment: Readonly<Record<string, string | undefined>>): Seeds {
  const one = environment['SIMULATION_SEED'];
  if (one !== undefined) return { first: numberOf(one), count: 1, replayed: true };
  const nightly = environment['SIMULATION_NIGHTLY'] !== undefined;
  const wanted = environment['SIMULATION_SEEDS'];
  const count = wanted === undefined ? (nightly ? WORLDS_AT_NIGHT : WORLDS) : numberOf(wanted);
  return { first: nightly ? Math.floor(Math.random() * 1e9) : 1, count, replayed: false };
}

function numberOf(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1) throw new RangeError(`${text} is no seed or number of seeds`);
  return number;
}
