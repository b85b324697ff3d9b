import { send } from '../support/api-client.ts';
import type { QueueBackendKind } from '../support/queue-store.ts';
import { until } from '../support/until.ts';
import { itKeepsItsPromises } from './apart-promises.ts';
import { ApartRun } from './apart-run.ts';
import { AppFaults, removeHopelessRows } from './app-faults.ts';
import { COUNTS } from './fault-counts.ts';
import { innocentsBuried, liftPoison, poisonFound, POISONS } from './poison.ts';
import type { Poison, Poisoned } from './poison.ts';
import { NIGHTLY, randomOf } from './seed.ts';
import { WrongClocks } from './wrong-clocks.ts';

const GIVEN_UP_WITHIN_MS = 300_000;

/** What happens to the processes: killed anywhere and at every named point, frozen, blocked, misled by their clocks, fed poison. */
export function describeAppsBroken(backend: QueueBackendKind): void {
  describe(`apart, queues on ${backend === 'redis' ? 'Redis' : 'PostgreSQL'}: the apps broken`, () => {
    const name = `apart-${backend}-apps`;
    const random = randomOf(name);
    const counts = COUNTS[backend];
    const poisoned = new Map<Poison, Poisoned>();
    let run: ApartRun;
    let clocks: WrongClocks;
    let touchedByWrongClocks: number;
    let innocents: readonly string[];
    let redriven: number;

    async function misled(): Promise<void> {
      for (let round = 0; round < counts.wrongClocks; round++) {
        clocks = await WrongClocks.start(run.installation);
        for (const clock of (await clocks.noticed()).keys()) run.scenario.tally.fired(clock);
        if (round + 1 < counts.wrongClocks) await clocks.stop();
      }
    }

    async function faults(): Promise<void> {
      const { installation, scenario } = run;
      for (const clock of WrongClocks.names) scenario.tally.plan(clock, counts.wrongClocks);
      for (const poison of POISONS) scenario.tally.plan(`poison: ${poison}`, 1);
      await Promise.all([misled(), new AppFaults(installation, scenario, counts).carryOut(random.fork())]);
    }

    /** Every dead letter is put back by an operator, now that nothing is poison any more. @returns how many */
    async function redriveAll(): Promise<number> {
      const token = await run.scenario.people.token('operator');
      const { url } = run.installation.apps.api;
      for (let count = 0; ;) {
        const { body } = await send(url, { method: 'GET', path: '/api/dead-letters', token });
        const { items } = body as { readonly items: readonly { readonly id: string }[] };
        if (items.length === 0) return count;
        for (const { id } of items) {
          const request = { method: 'POST', path: `/api/dead-letters/${id}/redrive`, token, body: { reason: '毒消息已排除' } } as const;
          expect(await send(url, request)).toMatchObject({ status: 200 });
          count += 1;
        }
      }
    }

    /** What takes its process down is tried eight times, a lease apart: however soon the faults were over, it is given up in the end. */
    async function givenUp(): Promise<void> {
      const { owner } = run.installation;
      const left = async (): Promise<readonly Poison[]> => {
        const found = await Promise.all(POISONS.map(async (poison) => ({ poison, ...(await poisonFound(owner, poison)) })));
        return found.filter(({ poison, rows, buried }) => poison !== 'huge' && rows > 0 && buried === 0).map(({ poison }) => poison);
      };
      await until('poison of every kind is given up', left, (kinds) => kinds.length === 0, GIVEN_UP_WITHIN_MS, 1_000);
    }

    async function withoutPoison(): Promise<void> {
      const { installation, scenario, repeats } = run;
      const { owner } = installation;
      await givenUp();
      touchedByWrongClocks = await clocks.rowsTouched();
      for (const poison of POISONS) {
        const found = await poisonFound(owner, poison);
        poisoned.set(poison, found);
        if (found.rows > 0 && (poison === 'huge' || found.buried > 0)) scenario.tally.fired(`poison: ${poison}`);
      }
      await removeHopelessRows(installation);
      innocents = await innocentsBuried(owner);
      await liftPoison(owner);
      await installation.replaceNotification();
      await scenario.quiet(repeats);
      redriven = await redriveAll();
    }

    beforeAll(
      async () => {
        run = await ApartRun.start(name, random, { backend, poisoned: true });
        await run.breakIt(faults, withoutPoison);
        console.log(`dead letters ${String(redriven)}, put back`);
      },
      NIGHTLY ? 12 * 3_600_000 : 1_500_000,
    );

    afterAll(async () => {
      await clocks.stop();
      await run.end();
    }, 120_000);

    it('gave up poison alone, told everything once it was put back', async () => {
      expect(innocents).toEqual([]);
      expect(redriven).toBeGreaterThan(0);
      expect(await run.number(`select count(*)::int as n from jiefen.audit_log where action = 'dead-letter.redriven'`)).toBe(redriven);
    });

    it('let the workers with a wrong clock do nothing, and live', () => {
      expect(touchedByWrongClocks).toBe(0);
      expect(clocks.deaths).toEqual([]);
    });

    itKeepsItsPromises(() => run);
  });
}
