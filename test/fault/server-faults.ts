import type { NetworkFault } from '../support/fault-proxy.ts';
import { NETWORK_FAULTS } from '../support/fault-proxy.ts';
import type { FaultProxy } from '../support/fault-proxy.ts';
import type { SeededRandom } from '../support/seeded-random.ts';
import { until } from '../support/until.ts';
import type { ServerEnd } from './database-server.ts';
import { SERVER_ENDS } from './database-server.ts';
import type { FaultCounts } from './fault-counts.ts';
import type { InstallationApart } from './installation-apart.ts';
import { APPS } from './installation-apart.ts';
import { ALL_SIGNS, thisMoment } from './movement.ts';
import type { Sign } from './movement.ts';
import type { Scenario } from './scenario.ts';

/** After PostgreSQL is back, work moves again within this time; ms. */
export const AFTER_DATABASE_MS = 15_000;
/** No figure is promised for networks: long enough for every wait that the product has to come to its end. */
const AFTER_NETWORK_MS = 60_000;
const DOWN_AT_START_MS = 30_000;
/** How long a network stays bad; ms. */
const BAD_FOR_MS = 4_000;

type Fault = () => Promise<void>;

/** Faults of the servers and of the network to them, one after another. */
export class ServerFaults {
  constructor(
    private readonly installation: InstallationApart,
    private readonly scenario: Scenario,
    private readonly counts: FaultCounts,
  ) {}

  async carryOut(random: SeededRandom): Promise<void> {
    for (const fault of random.shuffled(this.#planned())) {
      await this.scenario.whenClientsGotOn(random.between(2, 8));
      await fault();
    }
  }

  #planned(): readonly Fault[] {
    const { counts, installation } = this;
    const { redis } = installation.wires;
    const ends = (Object.keys(SERVER_ENDS) as ServerEnd[]).flatMap((end) =>
      this.#times(`PostgreSQL ${end}`, counts.databaseEnds, (name) => this.#databaseEnds(name, () => installation.database.end(end))),
    );
    return [
      ...ends,
      ...this.#times('PostgreSQL backend killed', counts.databaseEnds, (name) =>
        this.#databaseEnds(name, () => installation.database.killBackend()),
      ),
      ...this.#times('PostgreSQL backend terminated', counts.databaseEnds, (name) =>
        this.#databaseEnds(name, () => installation.database.terminateBackend()),
      ),
      ...this.#times('PostgreSQL down at start', counts.databaseDownAtStart, (name) => this.#downAtStart(name)),
      ...NETWORK_FAULTS.flatMap((kind) =>
        this.#times(`network to PostgreSQL: ${kind}`, counts.network, (name) =>
          this.#network(name, kind, installation.wires.database, ALL_SIGNS),
        ),
      ),
      ...NETWORK_FAULTS.flatMap((kind) =>
        this.#times(`network to the gateway: ${kind}`, counts.network, (name) => this.#gateway(name, kind)),
      ),
      ...(redis === null ? [] : this.#ofRedis(redis)),
    ];
  }

  #ofRedis(wire: FaultProxy): readonly Fault[] {
    const { counts, installation, scenario } = this;
    const lost = async (name: string, lose: () => Promise<void>): Promise<void> => {
      await lose();
      scenario.tally.fired(name, await scenario.movement.after(thisMoment(), ['tells', 'fires'], name, AFTER_NETWORK_MS));
    };
    const { redis } = installation.queues;
    if (redis === null) throw new Error('unreachable: there is a wire to it');
    return [
      ...this.#times('Redis FLUSHALL', counts.redisLost, (name) => lost(name, () => redis.flush())),
      ...this.#times('Redis killed and empty', counts.redisLost, (name) =>
        lost(name, async () => {
          await redis.kill();
          await redis.again();
        }),
      ),
      ...NETWORK_FAULTS.flatMap((kind) =>
        this.#times(`network to Redis: ${kind}`, counts.network, (name) => this.#network(name, kind, wire, ['tells', 'fires'])),
      ),
    ];
  }

  #times(name: string, count: number, fault: (name: string) => Promise<void>): readonly Fault[] {
    this.scenario.tally.plan(name, count);
    return Array.from({ length: count }, () => () => fault(name));
  }

  async #databaseEnds(name: string, end: () => Promise<number>): Promise<void> {
    const { movement, tally } = this.scenario;
    await end();
    tally.fired(name, await movement.after(thisMoment(), ALL_SIGNS, name, AFTER_DATABASE_MS));
  }

  /** Every process is started while there is no database, and has to do without for half a minute. */
  async #downAtStart(name: string): Promise<void> {
    const { apps, database } = this.installation;
    await database.down();
    const from = performance.now();
    await Promise.all(APPS.map((app) => apps[app].kill()));
    await until(
      'the database was away long enough',
      () => performance.now() - from,
      (ms) => ms > DOWN_AT_START_MS,
    );
    await database.up();
    await database.back();
    this.scenario.tally.fired(name, await this.scenario.movement.after(thisMoment(), ALL_SIGNS, name, AFTER_DATABASE_MS));
  }

  /** Nobody but those who wait for a message notices; afterwards messages are taken again. */
  async #gateway(name: string, kind: NetworkFault): Promise<void> {
    const { gateway } = this.installation.wires;
    await until(
      'a message is on its way',
      () => gateway.connections,
      (count) => count > 0,
    );
    await this.#network(name, kind, gateway, ['sends']);
  }

  async #network(name: string, kind: NetworkFault, wire: FaultProxy, signs: readonly Sign[]): Promise<void> {
    const touched = wire.touched;
    wire.begin(kind);
    const from = performance.now();
    if (kind !== 'reset')
      await until(
        'the network was bad long enough',
        () => performance.now() - from,
        (ms) => ms > BAD_FOR_MS,
      );
    wire.heal();
    const took = await this.scenario.movement.after(thisMoment(), signs, name, AFTER_NETWORK_MS);
    if (wire.touched > touched) this.scenario.tally.fired(name, took);
  }
}
