import type { DueRung, Engine, UpcomingRung } from '#libs/engine';
import type { Turn } from '#libs/polling';
import type { DueSweep } from './due-sweep.ts';

/** More than this at one instant is a sweep's work, page by page. */
const SWEPT_FROM = 200;
/** ms between two climbs: a commit for every rung would cost the machine more than a moment's company costs them. */
const GATHER_MS = 4;
/** Rungs kept in memory for the time until the next look. */
const AGENDA = 5_000;

export interface AgendaParts {
  readonly engine: Pick<Engine, 'upcomingRungs' | 'climbRungs'>;
  readonly sweep: Pick<DueSweep, 'run'>;
  /** How far ahead the agenda reaches: twice the pause between two looks, so that a slow one leaves no gap. */
  readonly withinMs: number;
  readonly onError: (error: unknown) => void;
}

/**
 * Knows the rungs of the next moments and climbs each when its instant has come. It makes the work prompt, nothing else: what is
 * armed too late for it, forgotten, or refused because this clock was ahead of the database's, is the sweep's.
 */
export class RungAgenda {
  #rungs: readonly UpcomingRung[] = [];
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;
  #climbedAt = Number.NEGATIVE_INFINITY;
  /** Climbs that are under way. */
  readonly #climbs = new Set<Promise<unknown>>();

  constructor(private readonly parts: AgendaParts) {}

  /** Looks ahead; what the last look found and is still to come is found again. */
  async look(): Promise<Turn> {
    const found = await this.parts.engine.upcomingRungs({ withinMs: this.parts.withinMs, limit: AGENDA });
    // What came due while the database was asked is not in its answer: those rungs go on.
    const first = found[0]?.at ?? Number.POSITIVE_INFINITY;
    const known = new Set(found.map(({ rung }) => rung.deadlineId));
    this.#rungs = [...this.#rungs.filter(({ at, rung }) => at < first && !known.has(rung.deadlineId)), ...found];
    this.#arm();
    return 'some';
  }

  /** No climb starts after this; resolves when those under way have ended. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await Promise.all(this.#climbs);
  }

  #arm(): void {
    clearTimeout(this.#timer);
    const next = this.#rungs[0];
    if (next === undefined || this.#stopped) return;
    this.#timer = setTimeout(
      () => {
        this.#climbDue();
      },
      Math.max(0, Math.ceil(Math.max(next.at, this.#climbedAt + GATHER_MS) - performance.now())),
    );
  }

  #climbDue(): void {
    const now = performance.now();
    const due: DueRung[] = [];
    for (const { at, rung } of this.#rungs) {
      if (at > now) break;
      due.push(rung);
    }
    // A timer may run out a moment before its instant by this clock: then there is nothing to climb yet.
    if (due.length === 0) {
      this.#arm();
      return;
    }
    this.#climbedAt = now;
    this.#rungs = this.#rungs.slice(due.length);
    const climb = (due.length > SWEPT_FROM ? this.parts.sweep.run() : this.parts.engine.climbRungs(due))
      .catch(this.parts.onError)
      .finally(() => {
        this.#climbs.delete(climb);
      });
    this.#climbs.add(climb);
    this.#arm();
  }
}
