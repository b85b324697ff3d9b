/** CPU time that is asked for to find out, ms. */
const PROBE_MS = 200;

/**
 * How many times longer work takes at this moment than on a machine that has its cores for itself; 1 there. Limits in seconds mean
 * something only on such a machine: where others take the cores, they are stretched by as much, and the report says so.
 */
export function slowness(): number {
  const wall = performance.now();
  const from = process.cpuUsage();
  const spent = (): number => {
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1_000;
  };
  while (spent() < PROBE_MS);
  return Math.max(1, (performance.now() - wall) / spent());
}
