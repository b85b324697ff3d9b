import type { Instant } from '#libs/domain';
import type { Engine, Idempotency, Outcome } from '#libs/engine';
import { EngineOverloaded, EngineUnavailable } from '#libs/engine';
import type { EngineCity } from '../support/engine-city.ts';
import type { SeededRandom } from '../support/seeded-random.ts';
import type { ClientLog, Operation } from './client-log.ts';
import { inAWord } from './client-log.ts';
import type { DrawnCommand, KnownCase } from './drawn-commands.ts';
import { DrawnCommands } from './drawn-commands.ts';
import type { Scheduler } from './scheduler.ts';
import type { SimulatedProcess } from './simulated-process.ts';
import { CutOff } from './simulated-process.ts';
import type { Trace } from './trace.ts';

export interface Office {
  readonly city: EngineCity;
  readonly scheduler: Scheduler;
  readonly trace: Trace;
  readonly log: ClientLog;
  readonly cases: KnownCase[];
  readonly processes: () => readonly SimulatedProcess[];
  readonly legalNow: () => Instant;
  /** Whether whatever has gone wrong is over: then everybody insists on an answer. */
  readonly calm: () => boolean;
}

const PAUSE_MS = 120;
const MOST_SENDS = 30;

/** Somebody who registers cases and works on his own and others', and sends again what he got no answer to. */
export class Client {
  readonly #commands: DrawnCommands;
  #serial = 0;

  constructor(
    private readonly name: string,
    private readonly office: Office,
    private readonly random: SeededRandom,
  ) {
    this.#commands = new DrawnCommands(office.city, random, office.legalNow);
  }

  async work(operations: number): Promise<void> {
    const open: Promise<unknown>[] = [];
    for (let n = 0; n < operations; n++) {
      await this.#pause(this.random.next() * PAUSE_MS * 2);
      // Some don't wait for one answer before they ask for the next thing, or ask for much at once.
      const atOnce = this.random.chance(0.1) ? this.random.between(2, 6) : 1;
      const asked = Promise.all(Array.from({ length: atOnce }, () => this.#one()));
      if (n === operations - 1 || this.random.chance(0.7)) await asked;
      else open.push(asked);
    }
    await Promise.all(open);
  }

  async #one(): Promise<void> {
    const { cases } = this.office;
    if (cases.length === 0 || this.random.chance(0.15)) await this.#register();
    else await this.#command(this.#commands.on(this.random.pick(cases), cases));
  }

  async #register(): Promise<void> {
    const { office } = this;
    const { guided, request } = this.#commands.intake();
    const operation = this.#begin('REGISTER', null, undefined);
    const { name, key } = operation;
    await this.#insist(operation, (engine) => engine.register({ ...request, ...idempotency(name, key, 'register') }));
    const done = operation.outcomes.find((outcome) => outcome.kind === 'done');
    const id = done?.caseId ?? registeredBy(operation);
    if (id !== null) office.cases.push({ id, guided, step: 0, version: 1 });
  }

  async #command({ of, ...request }: DrawnCommand): Promise<void> {
    const operation = this.#begin(request.type, of.id, request.expectedVersion);
    const { name, key } = operation;
    await this.#insist(operation, (engine) =>
      engine.execute({ ...request, caseId: of.id, ...idempotency(name, key, JSON.stringify(request.payload)) }),
    );
    for (const outcome of operation.outcomes) {
      if (outcome.kind !== 'done') continue;
      of.version = Math.max(of.version, outcome.version);
      if (this.#commands.next(of)?.type === request.type) of.step += 1;
    }
  }

  #begin(type: string, caseId: string | null, expectedVersion: number | undefined): Operation {
    this.#serial += 1;
    const name = `${this.name}-${this.#serial}`;
    const key = this.random.chance(0.7) ? name : null;
    return this.office.log.begin({ name, type, caseId, key, expectedVersion, sentAt: this.office.scheduler.now });
  }

  /** Sends until there is an answer, or gives it up and never knows. A key is what makes sending again safe: without one he doesn't. */
  async #insist(operation: Operation, ask: (engine: Engine) => Promise<Outcome>): Promise<void> {
    const { random, office } = this;
    for (let sends = 1; sends <= MOST_SENDS; sends++) {
      const twin = operation.key !== null && random.chance(0.15);
      await Promise.all(twin ? [this.#send(operation, ask), this.#send(operation, ask)] : [this.#send(operation, ask)]);
      if (operation.outcomes.length > 0) break;
      if (operation.unknown > 0 && operation.key === null) return;
      if (!office.calm() && random.chance(0.05)) return;
      await this.#pause(PAUSE_MS * sends);
    }
    if (operation.key !== null && random.chance(0.15)) await this.#send(operation, ask);
  }

  async #send(operation: Operation, ask: (engine: Engine) => Promise<Outcome>): Promise<void> {
    const { office } = this;
    const process = this.random.pick(office.processes());
    const told = (what: string): void => {
      office.trace.say(`${operation.name} ${operation.type} at ${process.life.name}: ${what}`);
    };
    told('sent');
    try {
      const outcome = await process.serve(ask);
      told(inAWord(outcome));
      operation.outcomes.push(outcome);
      if (outcome.kind === 'done') operation.doneAt ??= office.scheduler.now;
    } catch (error) {
      told(error instanceof Error ? error.message : String(error));
      if (error instanceof EngineOverloaded) operation.shed += 1;
      else if (error instanceof EngineUnavailable || error instanceof CutOff) operation.unknown += 1;
      else operation.defects.push(error instanceof Error ? error.message : String(error));
    }
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.office.scheduler.after(ms, resolve);
    });
  }
}

/** As the API records it: enough to find what was done. */
function idempotency(scope: string, key: string | null, bodyHash: string): { readonly idempotency?: Idempotency } {
  if (key === null) return {};
  return {
    idempotency: {
      scope,
      key,
      bodyHash,
      answer: (outcome) =>
        outcome.kind === 'done'
          ? { status: 200, body: { caseId: outcome.caseId, seq: outcome.seq } }
          : { status: 409, body: { code: outcome.kind } },
    },
  };
}

/** The case that a replayed answer names. */
function registeredBy({ outcomes }: Operation): string | null {
  for (const outcome of outcomes) if (outcome.kind === 'replayed' && outcome.status === 200) return outcome.caseId;
  return null;
}
