/**
 * Preloaded with `node --import`: this process believes that it is `CLOCK_AHEAD_MS` later than it is. Only the wall clock is
 * moved; timers and `performance.now()` run on, as they do on a machine whose clock is wrong.
 */
const ahead = Number(process.env.CLOCK_AHEAD_MS);
if (!Number.isFinite(ahead)) throw new Error('CLOCK_AHEAD_MS must be a number of milliseconds');

const RealDate = Date;
const now = () => RealDate.now() + ahead;
globalThis.Date = class Date extends RealDate {
  constructor(...parts) {
    if (parts.length === 0) super(now());
    else super(...parts);
  }

  static now() {
    return now();
  }
};
const { timeOrigin } = performance;
Object.defineProperty(performance, 'timeOrigin', { get: () => timeOrigin + ahead });
