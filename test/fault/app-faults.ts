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
/** Points that a process reaches only once, when it starts or stops, or soon after. */
const ONCE_A_PROCESS = /^process\.|purge/;
/** As many rows as there are, they are given up at once. */
const ONCE_AT_MOST: ReadonlySet<FaultPoint> = new Set(['relay.after-bury']);

/** What shows that this app works. */
const SIGN: Readonly<Record<AppName, Sign>> = { api: 'answers', relay: 'tells', notification: 'tells', escalation: 'fires' };

type Fault = () => Promise<void>;
type StandStill = (typeof STAND_STILLS)[number];
const STAND_STILLS = ['frozen', 'blocked'] as const;

function standStillOf(app: AppName, how: StandStill): string {
  return how === 'frozen' ? `SIGSTOP ${String(FROZEN_MS / 1000)} s ${app}` : `event loop blocked ${String(BLOCKED_MS / 1000)} s ${app}`;
}

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
        for (const fault of [...faults, ...this.#standStills(app)]) {
          await this.scenario.whenClientsGotOn(random.between(1, 4));
          await fault();
        }
      }),
    );
  }

  /** A process that stands still while its leases and locks run out, and then goes on: a second one has its work meanwhile. */
  async #standStill(name: AppName, how: StandStill): Promise<void> {
    const { scenario } = this;
    const fault = standStillOf(name, how);
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

  #standStills(app: AppName): readonly Fault[] {
    const { counts, scenario } = this;
    return STAND_STILLS.flatMap((how) => {
      if (counts.standsStill[how] !== app) return [];
      scenario.tally.plan(standStillOf(app, how), counts[how]);
      return Array.from({ length: counts[how] }, () => () => this.#standStill(app, how));
    });
  }

  #planned(app: AppName, random: SeededRandom): readonly Fault[] {
    const { counts, scenario } = this;
    scenario.tally.plan(`kill -9 ${app}`, counts.kills);
    const points = [...pointsAt(app), ...pointsAt(`${app} stopping`)].flatMap((point) => {
      scenario.tally.plan(point, counts.eachPoint);
      return Array.from({ length: counts.eachPoint }, () => point);
    });
    // A kill at random begins some of the points: what is reached once a process needs a new one anyway.
    const [onceEach, others] = [
      points.filter((point) => ONCE_A_PROCESS.test(point)),
      points.filter((point) => !ONCE_A_PROCESS.test(point)),
    ];
    const killed = Math.max(0, counts.kills - onceEach.length);
    return [
      ...onceEach.map((point) => () => this.#dieAt(app, point, 1, true)),
      ...random
        .shuffled(others)
        .map((point, i) => () => this.#dieAt(app, point, ONCE_AT_MOST.has(point) ? 1 : random.between(1, 3), i < killed)),
      ...Array.from({ length: Math.max(0, killed - others.length) }, () => () => this.#kill(app)),
    ];
  }

  async #kill(name: AppName): Promise<void> {
    const moment = thisMoment();
    await this.installation.apps[name].kill();
    await this.#movesAgain(name, moment, `kill -9 ${name}`);
  }

  /**
   * Whatever else may end the process meanwhile: it is started again, and dies at the point in the end.
   *
   * @param killed first it is killed at random; otherwise the process that runs is the one to die
   */
  async #dieAt(name: AppName, point: FaultPoint, nth: number, killed: boolean): Promise<void> {
    const app = this.installation.apps[name];
    const planned = (end: End): boolean => end.signal === 'SIGKILL' && end.lastWords.includes(`${DEATH_NOTE} ${point}`);
    let next = app.ends.length;
    if (killed) {
      app.giveUntil({ FAULT_POINT: `${point}:${String(nth)}` }, planned);
      await app.kill();
      this.scenario.tally.fired(`kill -9 ${name}`);
      next = app.ends.length;
    } else app.dieAt(point, nth, planned);
    for (let life = 1; life <= LIVES; life++, next++) {
      if (WHILE_STOPPING.has(point)) {
        await app.ready();
        app.signal('SIGTERM');
      }
      if (point === 'relay.after-bury') await this.#hopelessRow();
      const end = await app.ending(next, point);
      if (planned(end)) {
        await this.#movesAgain(name, { mine: end.at, wall: new Date() }, point);
        return;
      }
    }
    throw new Error(`${name} was never killed at ${point}: ${app.output.slice(-3_000)}`);
  }

  /** A row that no consumer knows: the relay gives it up. Taken out again when the scenario is judged. */
  async #hopelessRow(): Promise<void> {
    await this.installation.owner.query(
      `insert into jiefen.outbox (topic, case_id, seq, payload, created_at) values ('nobody', gen_random_uuid(), 1, '{}', clock_timestamp())`,
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
