import type { SeededRandom } from '../support/seeded-random.ts';
import { until } from '../support/until.ts';
import type { Counter } from './counter.ts';
import { Caseworker } from './caseworker.ts';
import { ClientLog } from './client-log.ts';
import { Condition } from './condition.ts';
import { FaultTally } from './fault-tally.ts';
import { Movement } from './movement.ts';
import { People } from './people.ts';
import { enterLeader } from './principal-leader.ts';
import type { RepeatedDeliveries } from './repeated-deliveries.ts';
import { TickingClock } from './ticking-clock.ts';
import type pg from 'pg';

const REPEAT_EVERY = 30;
/** Leases and pauses have to run out. */
const PATIENCE = 300_000;
const ASK_EVERY = 100;

/** One product under load while faults are carried out on it, and what is known of it afterwards. */
export class Scenario {
  readonly log = new ClientLog();
  readonly tally = new FaultTally();
  readonly people: People;
  readonly clock: TickingClock;
  readonly movement: Movement;
  readonly #duty = new Condition();
  readonly #stopping = new AbortController();

  constructor(
    private readonly name: string,
    readonly app: Counter,
    private readonly owner: pg.Pool,
    readonly random: SeededRandom,
  ) {
    this.people = new People(app);
    this.clock = new TickingClock(owner, app, this.people);
    this.movement = new Movement(this.log, owner);
  }

  /** Clients work, time passes, jobs are repeated, until `faults` has ended; whoever fails first ends it. */
  async run(caseworkers: number, repeats: RepeatedDeliveries, faults: () => Promise<unknown>): Promise<void> {
    const { app, people, log, clock, random } = this;
    const { signal: stop } = this.#stopping;
    await enterLeader(app, people);
    const office = { app, people, log, time: clock, stop, duty: this.#duty, pace: () => clock.ticked() };
    const work = Array.from({ length: caseworkers }, (_, i) =>
      new Caseworker(`${this.name}-${String(random.seed)}-${String(i)}`, office, random.fork()).work(),
    );
    const ticking = clock.keepTicking(random.fork(), stop);
    const load = Promise.all([...work, this.#keepRepeating(repeats, stop)]);
    try {
      await Promise.race([faults(), load]);
    } finally {
      this.#stopping.abort();
      await ticking;
    }
    await load;
  }

  /** Resolves when clients got so many more answers: a moment to strike that the seed decides. */
  async whenClientsGotOn(acknowledgements: number): Promise<void> {
    const from = this.log.acknowledged;
    await until(
      'clients get on',
      () => this.log.acknowledged - from,
      (count) => count >= acknowledgements,
    );
  }

  /** Nothing is waiting to be told, to fall due, or in a queue. */
  async quiet(repeats: RepeatedDeliveries): Promise<void> {
    const count = async (sql: string): Promise<number> => (await this.owner.query<{ n: number }>(sql)).rows[0]?.n ?? 0;
    const waits: readonly (readonly [what: string, left: () => Promise<number>])[] = [
      ['every outbox row is done', () => count('select count(*)::int as n from jiefen.outbox where done_at is null')],
      ['no rung is due', () => count('select count(*)::int as n from jiefen.deadlines where next_at <= jiefen.app_now()')],
      [
        'every message to the outside has its outcome',
        () => count("select count(*)::int as n from jiefen.deliveries where state = 'waiting'"),
      ],
      ['no job is left', () => repeats.waiting()],
    ];
    for (const [what, left] of waits) await until(what, left, (n) => n === 0, PATIENCE, ASK_EVERY);
  }

  report(): string {
    const { log } = this;
    const attempts = log.operations.flatMap(({ statuses }) => statuses);
    return [
      `── ${this.name}`,
      `operations ${String(log.operations.length)}: ${String(log.count('acknowledged'))} acknowledged, ${String(log.count('refused'))} refused, ${String(log.count('unknown'))} left unknown`,
      `requests ${String(attempts.length)}, of them without an answer ${String(attempts.filter((status) => status === null).length)}, 503 ${String(attempts.filter((status) => status === 503).length)}, replays ${String(log.replays)}`,
      `intakes turned away ${String(log.turnedAway.intakes)}, the slowest after ${(log.turnedAway.slowest / 1000).toFixed(1)} s; ${String(log.hangs.length)} requests never answered`,
      `legal time moved ${String(this.clock.count)} times`,
      this.tally.report(),
      ...this.movement.stretched.map((line) => `STRETCHED ${line}`),
      ...this.movement.tooSlow.map((line) => `TOO SLOW ${line}`),
    ].join('\n');
  }

  async #keepRepeating(repeats: RepeatedDeliveries, stop: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      const from = this.log.acknowledged;
      await until('clients get on, or are done', () => stop.aborted || this.log.acknowledged - from >= REPEAT_EVERY, Boolean, Infinity);
      await repeats.addOnce(this.clock.heard);
    }
  }
}
