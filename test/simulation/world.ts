import type { EngineCity } from '../support/engine-city.ts';
import { SeededRandom } from '../support/seeded-random.ts';
import { checkWorld } from './check-world.ts';
import { Client } from './client.ts';
import { ClientLog } from './client-log.ts';
import type { KnownCase } from './drawn-commands.ts';
import { LegalClocks } from './legal-clocks.ts';
import { MemoryStore } from './memory-store.ts';
import type { PlantedBug } from './planted-bugs.ts';
import { Scheduler } from './scheduler.ts';
import { SimulatedDatabase } from './simulated-database.ts';
import { SimulatedProcess } from './simulated-process.ts';
import { SimulatedQueue } from './simulated-queue.ts';
import { Trace } from './trace.ts';
import type { Weather } from './weather.ts';
import { CALM, drawWeather } from './weather.ts';

/** A world that needs more is going round in circles. */
const MOST_STEPS = 60_000;
const LOOK_EVERY_MS = 200;

export interface WorldOptions {
  readonly bug?: PlantedBug;
  readonly listen?: (line: string) => void;
}

export interface WorldReport {
  readonly seed: number;
  readonly traceHash: string;
  /** Empty: every promise was kept. */
  readonly findings: readonly string[];
  readonly lastLines: readonly string[];
  readonly figures: Readonly<Record<string, number>>;
}

/** One seed: a storm with work going on in it, then calm, then everything is held against what the clients were told. */
export async function runWorld(seed: number, city: EngineCity, options: WorldOptions = {}): Promise<WorldReport> {
  return new World(seed, city, options).run();
}

class World {
  readonly #random: SeededRandom;
  readonly #scheduler: Scheduler;
  readonly #trace: Trace;
  readonly #store: MemoryStore;
  readonly #database: SimulatedDatabase;
  readonly #queue: SimulatedQueue;
  readonly #clocks: LegalClocks;
  readonly #log = new ClientLog();
  readonly #cases: KnownCase[] = [];
  readonly #places: (SimulatedProcess | null)[];
  #weather: Weather;
  #started = 0;
  #kills = 0;
  #freezes = 0;

  constructor(
    private readonly seed: number,
    private readonly city: EngineCity,
    options: WorldOptions,
  ) {
    this.#random = new SeededRandom(seed);
    this.#weather = drawWeather(this.#random.fork());
    this.#scheduler = new Scheduler(this.#random.fork());
    this.#trace = new Trace(() => this.#scheduler.now, options.listen);
    this.#clocks = new LegalClocks(this.#scheduler, this.#random.fork(), this.#trace);
    this.#store = new MemoryStore(() => this.#clocks.realNow(), options.bug ?? null);
    this.#clocks.govern(this.#store);
    this.#database = new SimulatedDatabase(this.#store, this.#scheduler, this.#random.fork(), this.#trace, this.#weather);
    this.#queue = new SimulatedQueue(this.#scheduler, this.#random.fork(), () => this.#weather);
    this.#places = Array.from({ length: this.#random.between(2, 3) }, () => null);
  }

  async run(): Promise<WorldReport> {
    const findings: string[] = [];
    try {
      await this.#live();
      findings.push(...this.#database.early, ...checkWorld(this.#store, this.#log, this.city.env));
    } catch (error) {
      findings.push(`broke off: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
    return {
      seed: this.seed,
      traceHash: this.#trace.hash,
      findings,
      lastLines: this.#trace.last,
      figures: this.#figures(),
    };
  }

  async #live(): Promise<void> {
    for (const place of this.#places.keys()) this.#start(place);
    this.#trouble();
    const office = {
      city: this.city,
      scheduler: this.#scheduler,
      trace: this.#trace,
      log: this.#log,
      cases: this.#cases,
      processes: () => this.#processes(),
      legalNow: () => this.#store.legalNow,
      calm: () => this.#weather === CALM,
    };
    let working = 0;
    for (let n = 1; n <= this.#random.between(2, 4); n++) {
      working += 1;
      const client = new Client(`c${n}`, office, this.#random.fork());
      const operations = this.#random.between(3, 11);
      this.#scheduler.after(0, () => void client.work(operations).finally(() => (working -= 1)));
    }
    const stormEnds = this.#random.between(800, 6_000);
    this.#scheduler.after(stormEnds, () => {
      this.#calmDown();
    });
    let over = false;
    const look = (): void => {
      over = this.#weather === CALM && working === 0 && this.#isAtRest();
      if (!over) this.#scheduler.after(LOOK_EVERY_MS, look);
    };
    this.#scheduler.after(stormEnds + LOOK_EVERY_MS, look);
    await this.#scheduler.run(() => over, MOST_STEPS);
  }

  #start(place: number): void {
    this.#started += 1;
    this.#places[place] = new SimulatedProcess({
      name: `p${this.#started}`,
      env: this.city.env,
      scheduler: this.#scheduler,
      random: this.#random.fork(),
      database: this.#database,
      queue: this.#queue,
    });
    this.#trace.say(`p${this.#started} starts`);
  }

  #processes(): readonly SimulatedProcess[] {
    return this.#places.filter((process) => process !== null);
  }

  #trouble(): void {
    const random = this.#random.fork();
    const { crashEvery, freezeEvery, restartEvery, leapEvery } = this.#weather;
    this.#nowAndThen(crashEvery, random, () => {
      this.#kill(random.between(0, this.#places.length - 1), random.between(10, 1_500));
    });
    this.#nowAndThen(freezeEvery, random, () => {
      const { life } = random.pick(this.#processes());
      life.frozenUntil = this.#scheduler.now + random.between(50, 6_000);
      this.#freezes += 1;
      this.#trace.say(`${life.name} is frozen until ${life.frozenUntil.toFixed(3)}`);
    });
    this.#nowAndThen(restartEvery, random, () => {
      this.#database.restart();
    });
    this.#nowAndThen(leapEvery, random, () => {
      this.#clocks.leap(random.pick(this.#processes()));
    });
  }

  #nowAndThen(every: number, random: SeededRandom, happen: () => void): void {
    if (!Number.isFinite(every)) return;
    this.#scheduler.after(every * (0.3 + random.next() * 1.4), () => {
      if (this.#weather === CALM) return;
      happen();
      this.#nowAndThen(every, random, happen);
    });
  }

  #kill(place: number, awayMs: number): void {
    const process = this.#places[place];
    if (process?.life.alive !== true) return;
    this.#kills += 1;
    this.#trace.say(`${process.life.name} is killed`);
    process.kill();
    this.#scheduler.after(awayMs, () => {
      this.#start(place);
    });
  }

  /** Nothing goes wrong any more, and an operator sends again whatever was given up. */
  #calmDown(): void {
    this.#trace.say('calm');
    this.#weather = CALM;
    this.#database.weather = CALM;
    for (const { life } of this.#processes()) life.frozenUntil = 0;
    this.#redrive();
  }

  #redrive(): void {
    this.#store.tables.rungFailures.clear();
    this.#store.tables.deadLetters.clear();
  }

  #isAtRest(): boolean {
    const { tables } = this.#store;
    if (tables.rungFailures.size > 0) this.#redrive();
    if (this.#store.bug === 'rung-taken-before-climbed') return this.#scheduler.now > 60_000;
    const next = this.#store.nextRungAt();
    return (next === null || next > this.#store.legalNow) && tables.outbox.every(({ done }) => done) && this.#database.idle;
  }

  #figures(): Readonly<Record<string, number>> {
    const { tables } = this.#store;
    const stats = this.#processes().map(({ engine }) => engine.stats());
    const sum = (of: (one: (typeof stats)[number]) => number): number => stats.reduce((total, one) => total + of(one), 0);
    const types = [...tables.events.values()].flatMap((events) => events.map(({ type }) => type));
    return {
      steps: this.#scheduler.done,
      lines: this.#trace.lines,
      operations: this.#log.operations.length,
      cases: tables.cases.size,
      events: types.length,
      passed: types.filter((type) => type === 'deadline.passed').length,
      notices: tables.notices.size,
      kills: this.#kills,
      freezes: this.#freezes,
      leaps: this.#clocks.leaps,
      restarts: this.#database.counts.restarts,
      broken: this.#database.counts.broken,
      refused: this.#database.counts.refused,
      inDoubt: this.#database.counts.inDoubt,
      tooLate: this.#database.counts.tooLate,
      inTurn: this.#database.counts.inTurn,
      conflicts: sum(({ conflicts }) => conflicts),
      halvings: sum(({ halvings }) => halvings),
      replayed: this.#log.operations.filter(({ outcomes }) => outcomes.some(({ kind }) => kind === 'replayed')).length,
      shed: sum(({ shed }) => shed),
    };
  }
}
