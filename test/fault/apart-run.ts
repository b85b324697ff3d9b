import type { Finding } from '#libs/invariants';
import { checkDatabase, readDomainEnv } from '#libs/invariants';
import type { QueueBackendKind } from '../support/queue-store.ts';
import type { SeededRandom } from '../support/seeded-random.ts';
import { moods } from './gateway-moods.ts';
import { APPS, InstallationApart } from './installation-apart.ts';
import { Lateness } from './lateness.ts';
import { RepeatedDeliveries } from './repeated-deliveries.ts';
import { Scenario } from './scenario.ts';

const CASEWORKERS = 3;

interface Settings {
  readonly backend: QueueBackendKind;
  /** One outbox row in a hundred is poison. */
  readonly poisoned: boolean;
}

/** Every app a process of its own, on one place of the queues, under load, while something is broken again and again. */
export class ApartRun {
  #lateness: Lateness | null = null;

  private constructor(
    readonly installation: InstallationApart,
    readonly scenario: Scenario,
    readonly repeats: RepeatedDeliveries,
  ) {}

  static async start(name: string, random: SeededRandom, { backend, poisoned }: Settings): Promise<ApartRun> {
    const installation = await InstallationApart.start(backend, poisoned);
    installation.gateway.conduct = moods(random.fork());
    const scenario = new Scenario(name, installation.apps.api, installation.owner, random);
    return new ApartRun(
      installation,
      scenario,
      new RepeatedDeliveries(installation.database.url, random.fork(), installation.queues.redisUrl),
    );
  }

  /** How late deadlines fired. @throws before `breakIt` has ended */
  get lateness(): Lateness {
    if (this.#lateness === null) throw new Error('it is not over yet');
    return this.#lateness;
  }

  /** Clients work while `faults` are carried out; `afterwards` follows, and then everything comes to rest. */
  async breakIt(faults: () => Promise<unknown>, afterwards: () => Promise<void> = () => Promise.resolve()): Promise<void> {
    const { installation, scenario, repeats } = this;
    try {
      await scenario.run(CASEWORKERS, repeats, faults);
      await afterwards();
      await scenario.quiet(repeats);
      this.#lateness = await Lateness.read(installation.owner, scenario.clock);
    } catch (error) {
      console.log(APPS.map((app) => `── ${app}\n${installation.apps[app].output.slice(-6_000)}`).join('\n'));
      throw error;
    } finally {
      console.log(`${scenario.report()}\n${scenario.log.surprises.slice(0, 20).join('\n')}`);
    }
    console.log(this.#lateness.report());
  }

  async findings(): Promise<readonly Finding[]> {
    const { owner } = this.installation;
    const findings: Finding[] = [];
    for await (const finding of checkDatabase(owner, await readDomainEnv(owner))) findings.push(finding);
    return findings;
  }

  /** @returns the `n` of the only row */
  async number(sql: string): Promise<number> {
    return (await this.installation.owner.query<{ n: number }>(sql)).rows[0]?.n ?? 0;
  }

  async end(): Promise<void> {
    await this.repeats.close();
    await this.installation.drop();
  }
}
