import type { QueueBackendKind } from '../support/queue-store.ts';
import { itKeepsItsPromises } from './apart-promises.ts';
import { ApartRun } from './apart-run.ts';
import { COUNTS } from './fault-counts.ts';
import { NIGHTLY, randomOf } from './seed.ts';
import { ServerFaults } from './server-faults.ts';

/** What happens to the servers and to the network between: PostgreSQL and Redis ended in every way, wires slow, cut and dumb. */
export function describeServersBroken(backend: QueueBackendKind): void {
  describe(`apart, queues on ${backend === 'redis' ? 'Redis' : 'PostgreSQL'}: the servers broken`, () => {
    const name = `apart-${backend}-servers`;
    const random = randomOf(name);
    let run: ApartRun;

    beforeAll(
      async () => {
        run = await ApartRun.start(name, random, { backend, poisoned: false });
        const { installation, scenario } = run;
        await run.breakIt(() => new ServerFaults(installation, scenario, COUNTS[backend]).carryOut(random.fork()));
      },
      NIGHTLY ? 12 * 3_600_000 : 1_500_000,
    );

    afterAll(async () => {
      await run.end();
    }, 120_000);

    it('turned people away while PostgreSQL was gone', () => {
      // One without Retry-After would be among the surprises.
      expect(run.scenario.log.operations.flatMap(({ statuses }) => statuses)).toContain(503);
    });

    itKeepsItsPromises(() => run);
  });
}
