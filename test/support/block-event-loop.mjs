/**
 * Preloaded with `node --import`: SIGUSR2 blocks this process's event loop for `BLOCK_MS`, as an endless loop in its own code
 * would. Nothing of it runs meanwhile, but its connections stand.
 */
const ms = Number(process.env.BLOCK_MS);
if (!Number.isFinite(ms)) throw new Error('BLOCK_MS must be a number of milliseconds');

process.on('SIGUSR2', () => {
  process.stderr.write('event loop blocked\n');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
});
