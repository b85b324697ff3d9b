import { checkDatabase, checkGatewayLog, readDomainEnv } from '#libs/invariants';
import type { Finding } from '#libs/invariants';
import { DEATH_NOTE } from '#libs/fault-points';
import { send } from '../support/api-client.ts';
import type { QueueBackendKind } from '../support/queue-store.ts';
import type { End } from '../support/supervised-app.ts';
import { AppFaults, removeHopelessRows } from './app-faults.ts';
import { COUNTS } from './fault-counts.ts';
import { moods } from './gateway-moods.ts';
import { APPS, InstallationApart } from './installation-apart.ts';
import { Lateness } from './lateness.ts';
import { contradictions } from './log-against-database.ts';
import { innocentsBuried, liftPoison, POISON_EXIT_SAID, poisonFound } from './poison.ts';
import type { Poison, Poisoned } from './poison.ts';
import { RepeatedDeliveries } from './repeated-deliveries.ts';
import { Scenario } from './scenario.ts';
import { NIGHTLY, randomOf } from './seed.ts';
import { ServerFaults } from './server-faults.ts';
import { WrongClocks } from './wrong-clocks.ts';

const CASEWORKERS = 3;
const POISONS: readonly Poison[] = ['throw', 'hang', 'exit', 'huge'];
/** A worker that was misled or killed ends by these alone. */
const EXPECTED_LAST_WORDS = [POISON_EXIT_SAID, DEATH_NOTE, "can't be reached", 'database', 'ECONN', 'Connection terminated', 'timeout'];

/** Every app a process of its own, on one place of the queues, under load, with everything happening to it that may. */
export function describeApart(backend: QueueBackendKind): void {
  describe(`apart, queues on ${backend === 'redis' ? 'Redis' : 'PostgreSQL'}`, () => {
    const random = randomOf(`apart-${backend}`);
    const counts = COUNTS[backend];
    const poisoned = new Map<Poison, Poisoned>();
    let installation: InstallationApart;
    let scenario: Scenario;
    let repeats: RepeatedDeliveries;
    let clocks: WrongClocks;
    let touchedByWrongClocks: number;
    let innocents: readonly string[];
    let redriven: number;
    let lateness: Lateness;

    async function number(sql: string): Promise<number> {
      return (await installation.owner.query<{ n: number }>(sql)).rows[0]?.n ?? 0;
    }

    async function faults(): Promise<void> {
      const { tally } = scenario;
      for (const name of WrongClocks.names) tally.plan(name, counts.wrongClocks);
      for (const poison of POISONS) tally.plan(`poison: ${poison}`, 1);
      const apps = new AppFaults(installation, scenario, counts);
      const frozen = apps.planStandStill(backend === 'postgres' ? 'notification' : 'relay', 'frozen');
      const blocked = apps.planStandStill(backend === 'postgres' ? 'escalation' : 'notification', 'blocked');
      // The draws are made in one order, whatever the processes do.
      const [ofApps, ofServers] = [random.fork(), random.fork()];
      for (let round = 0; round < counts.wrongClocks; round++) {
        clocks = await WrongClocks.start(installation);
        for (const name of (await clocks.noticed()).keys()) tally.fired(name);
        if (round + 1 < counts.wrongClocks) await clocks.stop();
      }
      await Promise.all([apps.carryOut(ofApps), new ServerFaults(installation, scenario, counts).carryOut(ofServers)]);
      for (let round = 0; round < counts.frozen; round++) await Promise.all([frozen(), blocked()]);
    }

    /** Every dead letter is put back by an operator, now that nothing is poison any more. @returns how many */
    async function redriveAll(): Promise<number> {
      const token = await scenario.people.token('operator');
      const { url } = installation.apps.api;
      for (let redriven = 0; ;) {
        const { body } = await send(url, { method: 'GET', path: '/api/dead-letters', token });
        const { items } = body as { readonly items: readonly { readonly id: string }[] };
        if (items.length === 0) return redriven;
        for (const { id } of items) {
          const request = { method: 'POST', path: `/api/dead-letters/${id}/redrive`, token, body: { reason: '毒消息已排除' } } as const;
          expect(await send(url, request)).toMatchObject({ status: 200 });
          redriven += 1;
        }
      }
    }

    beforeAll(
      async () => {
        installation = await InstallationApart.start(backend);
        installation.gateway.conduct = moods(random.fork());
        scenario = new Scenario(`apart-${backend}`, installation.apps.api, installation.owner, random);
        repeats = new RepeatedDeliveries(installation.database.url, random.fork(), installation.queues.redisUrl);
        try {
          await scenario.run(CASEWORKERS, repeats, faults);
          touchedByWrongClocks = await clocks.rowsTouched();
          for (const poison of POISONS) poisoned.set(poison, await poisonFound(installation.owner, poison));
          await removeHopelessRows(installation);
          innocents = await innocentsBuried(installation.owner);
          await liftPoison(installation.owner);
          await installation.replaceNotification();
          await scenario.quiet(repeats);
          redriven = await redriveAll();
          await scenario.quiet(repeats);
          lateness = await Lateness.read(installation.owner, scenario.clock);
        } catch (error) {
          console.log(APPS.map((app) => `── ${app}\n${installation.apps[app].output.slice(-6_000)}`).join('\n'));
          throw error;
        } finally {
          for (const [poison, { buried }] of poisoned) if (poison === 'huge' || buried > 0) scenario.tally.fired(`poison: ${poison}`);
          console.log(`${scenario.report()}\n${scenario.log.surprises.slice(0, 20).join('\n')}`);
        }
        console.log(`${lateness.report()}\ndead letters ${String(redriven)}, put back`);
      },
      NIGHTLY ? 12 * 3_600_000 : 1_500_000,
    );

    afterAll(async () => {
      await clocks.stop();
      await repeats.close();
      await installation.drop();
    }, 120_000);

    it('carried out every fault', () => {
      const { tally, log } = scenario;
      expect(tally.missing()).toEqual([]);
      expect(repeats.repeated).toBeGreaterThan(0);
      expect(repeats.reordered).toBeGreaterThan(0);
      expect(repeats.wakeups).toBeGreaterThan(0);
      // A fault that cuts no request off and turns nobody away proves nothing.
      expect(log.operations.flatMap(({ statuses }) => statuses).filter((status) => status === null).length).toBeGreaterThan(0);
      expect(log.turnedAway.intakes).toBeGreaterThan(0);
    });

    it('moved again within 45 s of a kill and 15 s of the return of PostgreSQL', () => {
      expect(scenario.movement.tooSlow).toEqual([]);
    });

    it('kept working: most of what was asked was done', () => {
      expect(scenario.log.count('acknowledged') / scenario.log.operations.length).toBeGreaterThan(0.5);
    });

    it('told nobody anything but acknowledgements, refusals and "try again later", and answered everybody', () => {
      expect(scenario.log.surprises).toEqual([]);
      expect(scenario.log.hangs).toEqual([]);
    });

    it('stored what it acknowledged exactly once, and nothing that it refused', async () => {
      expect(await contradictions(installation.owner, scenario.log.operations)).toEqual([]);
    });

    it('keeps every invariant: numbering, chain, folding, deadlines, notices, keys', async () => {
      const findings: Finding[] = [];
      for await (const finding of checkDatabase(installation.owner, await readDomainEnv(installation.owner))) findings.push(finding);
      expect(findings).toEqual([]);
    }, 120_000);

    it('fired every deadline that passed, once each and none early', async () => {
      expect(await number("select count(*)::int as n from jiefen.deadlines where state = 'armed' and due_at <= jiefen.app_now()")).toBe(0);
      expect(lateness.fired).toBeGreaterThan(0);
      expect(lateness.early).toEqual([]);
      expect(lateness.twice).toEqual([]);
    });

    it('gave up poison alone, told everything once it was put back', async () => {
      expect(innocents).toEqual([]);
      expect(redriven).toBeGreaterThan(0);
      expect(await number('select count(*)::int as n from jiefen.dead_letters where redriven_at is null')).toBe(0);
      expect(await number(`select count(*)::int as n from jiefen.audit_log where action = 'dead-letter.redriven'`)).toBe(redriven);
    });

    it('sent every message once, whatever the gateway did, and none about a sealed case', async () => {
      expect(await checkGatewayLog(installation.owner, installation.gateway.log)).toEqual([]);
      expect(await number("select count(*)::int as n from jiefen.deliveries where state = 'accepted'")).toBeGreaterThan(0);
      expect(await number('select count(*)::int as n from jiefen.cases where sealed')).toBeGreaterThan(0);
    });

    it('let the workers with a wrong clock do nothing, and live', () => {
      expect(touchedByWrongClocks).toBe(0);
      expect(clocks.deaths).toEqual([]);
    });

    it('never ended by itself without a word that says why', () => {
      const unexpected = (end: End): boolean =>
        !end.asked && !EXPECTED_LAST_WORDS.some((words) => end.lastWords.includes(words)) && (end.code ?? 1) !== 0;
      const ends = APPS.flatMap((app) => installation.apps[app].ends.filter(unexpected).map(({ lastWords }) => `${app}: ${lastWords}`));
      expect(ends).toEqual([]);
    });

    it('stops in order in the end', async () => {
      expect(await installation.stopApps()).toEqual({ api: 0, relay: 0, escalation: 0, notification: 0 });
    }, 60_000);
  });
}
