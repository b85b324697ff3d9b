import { createHash } from 'node:crypto';
import { SeededRandom } from '../support/seeded-random.ts';

const given = process.env['FAULT_SEED'];

/** Of the whole run: `npm run test:fault` draws it, prints it and hands it to every file. */
export const FAULT_SEED = given === undefined || given === '' ? Math.floor(Math.random() * 1e9) : Number(given);
if (!Number.isInteger(FAULT_SEED)) throw new Error('FAULT_SEED must be a whole number');

/** The long run, `npm run test:fault -- --nightly`. */
export const NIGHTLY = process.env['FAULT_NIGHTLY'] === '1';

/** Of the long run, this share of everything: `FAULT_SHARE=0.1` is a tenth of a night. */
const SHARE = Number(process.env['FAULT_SHARE'] ?? 1);
if (!(SHARE > 0 && SHARE <= 1)) throw new Error('FAULT_SHARE must be more than 0 and at most 1');

/** How often a fault is carried out. */
export function times(ci: number, nightly: number): number {
  return NIGHTLY ? Math.ceil(nightly * SHARE) : ci;
}

/** A generator of one scenario's own: what it draws depends on the run's seed and its name alone. Prints the seed. */
export function randomOf(scenario: string): SeededRandom {
  console.log(`${scenario}: FAULT_SEED=${String(FAULT_SEED)}`);
  return new SeededRandom(
    createHash('sha256')
      .update(`${String(FAULT_SEED)} ${scenario}`)
      .digest()
      .readUInt32BE(),
  );
}
