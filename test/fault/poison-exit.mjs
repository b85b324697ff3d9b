/**
 * Preloaded with `node --import` into the process that delivers notices: a row that is poison takes the process down with it, as
 * an exhausted heap or a defect in native code would. Which rows are: see poison.ts.
 */
import { writeSync } from 'node:fs';
import pg from 'pg';

const [of, from, to] = (process.env.POISON_EXIT ?? '').split(',').map(BigInt);
if (of === undefined || from === undefined || to === undefined) throw new Error('POISON_EXIT must be modulus,from,to');

const { query } = pg.Client.prototype;
pg.Client.prototype.query = function (config, ...rest) {
  if (config?.name === 'deliver-notices' && config.values[0].some((id) => BigInt(id) % of >= from && BigInt(id) % of < to)) {
    writeSync(2, 'poison: exit\n');
    process.exit(1);
  }
  return query.call(this, config, ...rest);
};
