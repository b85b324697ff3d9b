import { DEATH_NOTE } from '#libs/fault-points';
import type { FaultPoint } from '#libs/fault-points';
import type { SeededRandom } from '../support/seeded-random.ts';
import type { End } from '../support/supervised-app.ts';
import { until } from '../support/until.ts';
import type { FaultCounts } from './fault-counts.ts';
import type { AppName, InstallationApart } from './installation-apart.ts';
import { APPS, BLOCKED_MS } from './installation-apart.ts';
import type { Sign } from './movement.ts';
import { thisMoment } from './movement.ts';
import { pointsAt } from './points-by-place.ts';
import type { Scenario } from './scenario.ts';

/** After a kill, work moves again within this time; ms. */
export const AFTER_KILL_MS = 45_000;
/** Longer than a batch's lease and a job's lock, both 15 s. */
const FROZEN_MS = 20_000;
/** Of a process that is to die at a point, and may be ended by poison before. */
const LIVES = 20;
const WHILE_STOPPING: ReadonlySet<FaultPoint> = new Set(['process.stopping', 'process.half-stopped']);
/** Points that a process reaches only once, when it starts or stops. */
const ONCE_A_PROCESS = /^process\.|purge/;

/** What shows that this app works. */
const SIGN: Readonly<Record<AppName, Sign>> = { api: 'answers', relay: 'tells', notification: 'tells', escalation: 'fires' };

type Fault = () => Promise<void>;

/** Faults of the processes themselves. Those of one app follow each other; the apps' overlap. */
export class AppFaults {
  constructor(
    private readonly installation: InstallationApart,
    private readonly scenario: Scenario,
    private readonly counts: FaultCounts,
  ) {}

  async carryOut(random: SeededRandom): Promise<void> {
    const tracks = APPS.map((app) => ({ app, faults: random.shuffled(this.#planned(app, random)) }));
    await Promise.all(
      tracks.map(async ({ app, faults }) => {
        for (const fault of faults) {
          await this.scenario.whenClientsGotOn(random.between(3, 12));
          await this.#relying(app, fault);
        }
      }),
    );
  }

  /** A process that stands still while its leases and locks run out, and then goes on: a second one has its work meanwhile. */
  async standStill(name: AppName, how: 'frozen' | 'blocked'): Promise<void> {
    const { scenario } = this;
    const fault =
      how === 'frozen' ? `SIGSTOP ${String(FROZEN_MS / 1000)} s ${name}` : `event loop blocked ${String(BLOCKED_MS / 1000)} s ${name}`;
    const app = this.installation.apps[name];
    const second = await this.installation.second(name);
    try {
      await second.start();
      await second.ready();
      const moment = thisMoment();
      app.signal(how === 'frozen' ? 'SIGSTOP' : 'SIGUSR2');
      const took = await scenario.movement.after(moment, [SIGN[name]], fault, AFTER_KILL_MS);
      const end = moment.mine + (how === 'frozen' ? FROZEN_MS : BLOCKED_MS);
      await until(
        'it has stood still for as long as it was to',
        () => performance.now(),
        (now) => now > end,
      );
      app.signal('SIGCONT');
      await app.ready();
      scenario.tally.fired(fault, took);
    } finally {
      app.signal('SIGCONT');
      await second.stop();
    }
  }

  /** Announces it, so that it is missed when it isn't carried out. */
  planStandStill(name: AppName, how: 'frozen' | 'blocked'): Fault {
    const fault =
      how === 'frozen' ? `SIGSTOP ${String(FROZEN_MS / 1000)} s ${name}` : `event loop blocked ${String(BLOCKED_MS / 1000)} s ${name}`;
    this.scenario.tally.plan(fault, 1);
    return () => this.standStill(name, how);
  }

  #planned(app: AppName, random: SeededRandom): readonly Fault[] {
    const { counts, scenario } = this;
    scenario.tally.plan(`kill -9 ${app}`, counts.kills);
    const stopping = `${app} stopping` as const;
    const points = [...pointsAt(app), ...pointsAt(stopping)].flatMap((point) => {
      scenario.tally.plan(point, counts.eachPoint);
      return Array.from({ length: counts.eachPoint }, () => () => this.#dieAt(app, point, random.between(1, 3)));
    });
    // Each point begins with a kill at random, after which the process knows where it is to die.
    const kills = Array.from({ length: Math.max(1, counts.kills - points.length) }, () => () => this.#kill(app));
    return [...kills, ...points];
  }

  /** Telling needs the queues, everything the database. */
  #relying(app: AppName, fault: Fault): Promise<void> {
    const { database, queues } = this.scenario;
    return SIGN[app] === 'tells' ? queues.relyOn(() => database.relyOn(fault)) : database.relyOn(fault);
  }

  async #kill(name: AppName): Promise<void> {
    const moment = thisMoment();
    await this.installation.apps[name].kill();
    await this.#movesAgain(name, moment, `kill -9 ${name}`);
  }

  /** Whatever else may end the process meanwhile: it is started again, and dies at the point in the end. */
  async #dieAt(name: AppName, point: FaultPoint, nth: number): Promise<void> {
    const app = this.installation.apps[name];
    const planned = (end: End): boolean => end.signal === 'SIGKILL' && end.lastWords.includes(`${DEATH_NOTE} ${point}`);
    app.giveUntil({ FAULT_POINT: `${point}:${String(ONCE_A_PROCESS.test(point) ? 1 : nth)}` }, planned);
    await app.kill();
    this.scenario.tally.fired(`kill -9 ${name}`);
    for (let life = 1; life <= LIVES; life++) {
      if (WHILE_STOPPING.has(point)) {
        await app.ready();
        app.signal('SIGTERM');
      }
      if (point === 'relay.after-bury') await this.#hopelessRow(nth);
      const end = await app.ending();
      if (planned(end)) {
        await this.#movesAgain(name, { mine: end.at, wall: new Date() }, point);
        return;
      }
    }
    throw new Error(`${name} was never killed at ${point}: ${app.output.slice(-3_000)}`);
  }

  /** Rows that no consumer knows: the relay gives them up. Taken out again when the scenario is judged. */
  async #hopelessRow(count: number): Promise<void> {
    await this.installation.owner.query(
      `insert into jiefen.outbox (topic, case_id, seq, payload, created_at)
       select 'nobody', gen_random_uuid(), 1, '{}', clock_timestamp() from generate_series(1, $1)`,
      [count],
    );
  }

  async #movesAgain(app: AppName, moment: ReturnType<typeof thisMoment>, why: string): Promise<void> {
    const took = await this.scenario.movement.after(moment, [SIGN[app]], why, AFTER_KILL_MS);
    this.scenario.tally.fired(why, took);
  }
}

/** Takes out what was put in to be given up. */
export async function removeHopelessRows(installation: InstallationApart): Promise<number> {
  const { rowCount } = await installation.owner.query(`with gone as (delete from jiefen.outbox where topic = 'nobody' returning id)
    delete from jiefen.dead_letters d using gone where d.source = 'outbox' and d.message_id = gone.id::text`);
  return rowCount ?? 0;
}
