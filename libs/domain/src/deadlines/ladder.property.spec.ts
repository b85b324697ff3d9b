import fc from 'fast-check';
import type { Deadline, Instant, LadderStep, OpenDeadline } from '../case/deadline.ts';
import type { DeadlineEffect } from './deadline-effects.ts';
import { applyDeadlineEffects } from './apply-effects.ts';
import { climbRung, dueRung, rungOf } from './climb.ts';
import { lateNotice, env, owner } from './deadlines.fixture.ts';
import { rederive } from './rederive.ts';
import { startReplyClock } from './reply-clock.ts';

const seed = Number(process.env['FC_SEED'] ?? Date.now() % 2 ** 31);
const DAY_MS = 86_400_000;
const REGION = '430407';
/** One of each kind of ladder; extended (PET-HANDLE), paused (PET-RECHECK), supervised at once and later. */
const RULES = ['PET-FWD', 'PET-NOTICE-FWD', 'PET-HANDLE', 'PET-RECHECK', 'PET-SERVE'] as const;

beforeAll(() => {
  process.stdout.write(`ladder properties: seed ${String(seed)}\n`);
});

interface Climbed {
  readonly deadlineId: string;
  readonly step: LadderStep;
  readonly index: number;
  readonly dueDate: string;
  readonly nextAt: Instant;
  readonly at: Instant;
}

/** A little world of deadlines: an engine that runs or is down, a clock that jumps (manual) or is read late (real). */
class World {
  open: readonly OpenDeadline[] = [];
  readonly rows = new Map<string, Deadline>();
  readonly climbed: Climbed[] = [];
  now: Instant;
  #commands = 0;

  constructor(
    from: Instant,
    readonly clock: 'manual' | 'real',
  ) {
    this.now = from;
  }

  wait(days: number): void {
    this.now = new Date(Date.parse(this.now) + days * DAY_MS).toISOString();
  }

  apply(effect: DeadlineEffect): void {
    this.#commands++;
    const commandId = `019a0000-0000-7000-8000-${this.#commands.toString(16).padStart(10, '0')}00`;
    const changes = applyDeadlineEffects(this.open, [effect], { commandId, at: this.now, firstChild: 1, env: lateNotice, region: REGION });
    this.#keep(changes.rows, changes.open);
  }

  rederive(): void {
    const calendar = lateNotice.calendars.current(REGION);
    const changes = rederive(this.open, calendar, this.now, lateNotice);
    this.#keep(changes.rows, changes.open);
  }

  /** Everything due until now: each at its own instant under the manual clock, all at the true one where the engine was down. */
  sweep(): void {
    for (let due = dueRung(this.open, this.now); due !== undefined; due = dueRung(this.open, this.now)) {
      const { deadline, claim, nextAt } = due;
      const at = this.clock === 'manual' ? nextAt : this.now;
      const result = climbRung(deadline, claim, at, lateNotice, REGION);
      if (result.stale) throw new Error('a rung that is due is stale');
      // The same job twice, or one that another sweep has climbed.
      expect(climbRung(result.row, claim, at, lateNotice, REGION)).toEqual({ stale: true });
      this.climbed.push({ deadlineId: deadline.id, step: result.step, index: claim.step, dueDate: deadline.dueDate, nextAt, at });
      this.#keep(
        [result.row],
        this.open.map((one) => (one.id === result.row.id ? (result.row as OpenDeadline) : one)),
      );
    }
  }

  #keep(rows: readonly Deadline[], open: readonly OpenDeadline[]): void {
    for (const row of rows) this.rows.set(row.id, row);
    this.open = open;
  }
}

type Act =
  | { readonly kind: 'wait' | 'down'; readonly days: number }
  | { readonly kind: 'extend'; readonly days: number }
  | { readonly kind: 'pause' | 'resume' | 'rederive' };

const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('wait' as const, 'down' as const), days: fc.nat(25) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('extend' as const), days: fc.integer({ min: 1, max: 30 }) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('pause' as const, 'resume' as const, 'rederive' as const) }) },
  ),
  { maxLength: 12 },
);
const script = fc.record({
  from: fc.nat(60).map((days) => new Date(Date.UTC(2026, 10, 20, 1 + (days % 9)) + days * DAY_MS).toISOString()),
  clock: fc.constantFrom('manual' as const, 'real' as const),
  rules: fc.uniqueArray(fc.constantFrom(...RULES), { minLength: 1, maxLength: 3 }),
  acts,
});

function begun(rules: readonly string[], from: Instant, clock: 'manual' | 'real'): World {
  const world = new World(from, clock);
  // Armed before the notice came.
  for (const [i, rule] of rules.entries()) {
    const commandId = `019a0000-0000-7000-8001-00000000${String(i).padStart(2, '0')}00`;
    const started = applyDeadlineEffects(world.open, [{ kind: 'start', rule, triggerAt: from, owner }], {
      commandId,
      at: from,
      firstChild: 1,
      env,
      region: REGION,
    });
    world.open = started.open;
    for (const row of started.rows) world.rows.set(row.id, row);
  }
  return world;
}

function play(world: World, act: Act): void {
  const rules = new Set(world.open.map((one) => one.rule));
  switch (act.kind) {
    case 'down':
      world.wait(act.days);
      return;
    case 'wait':
      world.wait(act.days);
      world.sweep();
      return;
    case 'rederive':
      world.rederive();
      return;
    case 'extend': {
      const handling = world.open.find((one) => one.rule === 'PET-HANDLE');
      if (handling?.state === 'armed' && world.now < handling.dueAt && handling.extensionDays === 0)
        world.apply({ kind: 'extend', rule: 'PET-HANDLE', days: act.days });
      return;
    }
    case 'pause':
      if (rules.has('PET-RECHECK')) world.apply({ kind: 'pause', rule: 'PET-RECHECK', from: world.now });
      return;
    case 'resume':
      if (rules.has('PET-RECHECK')) world.apply({ kind: 'resume', rule: 'PET-RECHECK', at: world.now });
  }
}

const played = (check: (world: World) => void, end?: (world: World) => void): void => {
  fc.assert(
    fc.property(script, ({ from, clock, rules, acts: steps }) => {
      const world = begun(rules, from, clock);
      for (const act of steps) play(world, act);
      end?.(world);
      check(world);
    }),
    { seed, numRuns: 120 },
  );
};

/** The hearing is over, and a year goes by without the engine; a supervision found only then still has its two reply clocks. */
const toTheEnd = (world: World): void => {
  play(world, { kind: 'resume' });
  world.sweep();
  for (const days of [400, 40, 40]) {
    world.wait(days);
    world.sweep();
  }
};

const of = (world: World, id: string): readonly Climbed[] => world.climbed.filter((one) => one.deadlineId === id);

it('climbs no rung twice, in the ladder’s order, whatever moved the due date', () => {
  played((world) => {
    for (const { id } of world.rows.values()) {
      const reminders = of(world, id).filter((one) => one.step === 'remind');
      // The due date moved: one is reminded of the new one, too.
      expect(new Set(reminders.map((one) => one.dueDate)).size).toBe(reminders.length);
      const rungs = of(world, id).filter((one) => one.step !== 'remind');
      for (const [i, one] of rungs.entries()) expect(one.index).toBe((rungs[0]?.index ?? 0) + i);
      if (rungs.length > 0) expect(rungs[0]?.step).toBe('pass');
    }
  }, toTheEnd);
});

it('skips none: after any downtime every rung from the passing on is climbed', () => {
  played((world) => {
    for (const row of world.rows.values()) {
      const ladder = Array.from({ length: 9 }, (_, step) => rungOf(row, step, lateNotice)?.step).filter((step) => step !== undefined);
      expect(
        of(world, row.id)
          .map((one) => one.step)
          .filter((step) => step !== 'remind'),
      ).toEqual(ladder.filter((step) => step !== 'remind'));
      expect([row.state, row.nextStep]).toEqual(['fired', null]);
    }
  }, toTheEnd);
});

it('is never early; at its own instant under the manual clock, at the true one in real time', () => {
  played((world) => {
    for (const one of world.climbed) {
      expect(one.at >= one.nextAt).toBe(true);
      if (world.clock === 'manual') expect(one.at).toBe(one.nextAt);
      if (one.step === 'pass') expect(one.at >= (world.rows.get(one.deadlineId)?.dueAt ?? '')).toBe(true);
    }
    const times = world.climbed.map((one) => one.at);
    if (world.clock === 'real') expect(times).toEqual([...times].sort());
  }, toTheEnd);
});

it('gives every reply its whole clock, counted from when it was asked for, however late that was', () => {
  played((world) => {
    for (const { id } of world.rows.values()) {
      const asked = of(world, id).filter((one) => one.step === 'supervise' || one.step === 'escalate');
      for (const [i, escalated] of asked.entries()) {
        const before = asked[i - 1];
        if (before === undefined) continue;
        const clock = startReplyClock('SUP-REPLY', before.at, REGION, lateNotice);
        expect(escalated.nextAt).toBe(clock?.dueAt);
      }
    }
  }, toTheEnd);
});

it('never fires or climbs while it is paused, and climbs no further once it is done or answered for', () => {
  fc.assert(
    fc.property(script, fc.constantFrom('met' as const, 'answered' as const), ({ from, clock, rules, acts: steps }, how) => {
      const world = begun(rules, from, clock);
      for (const act of steps) {
        play(world, act);
        const paused = world.open.filter((one) => one.state === 'paused');
        expect(paused.every((one) => one.nextAt === null && one.firedAt === null)).toBe(true);
      }
      for (const rule of rules) world.apply(how === 'met' ? { kind: 'end', rule, how } : { kind: 'answered', rule });
      const fired = new Set([...world.rows.values()].filter((one) => one.state === 'fired').map((one) => one.id));
      const before = world.climbed.length;
      world.wait(400);
      world.sweep();
      const after = world.climbed.slice(before);
      // What wasn't overdue has nothing to answer for: only what was done is left alone altogether.
      expect(how === 'met' ? after : after.filter((one) => fired.has(one.deadlineId))).toEqual([]);
    }),
    { seed, numRuns: 120 },
  );
});
