import type { DueRung, SweepResult, UpcomingRung } from '#libs/engine';
import { RungAgenda } from './rung-agenda.ts';

const rung = (deadlineId: string): DueRung => ({ deadlineId, caseId: `case of ${deadlineId}`, step: 0, version: 1 });
const NOTHING: SweepResult = { fired: 0, climbed: 0 };

/** An engine whose next rungs the test names, and which notes when it was asked to climb. */
function noting() {
  const climbs: { readonly ids: readonly string[]; readonly at: number }[] = [];
  const waiting: { readonly calls: number; readonly resolve: () => void }[] = [];
  let upcoming: readonly UpcomingRung[] = [];
  let [sweeps, calls, errors] = [0, 0, 0];
  let answer: () => Promise<SweepResult> = () => Promise.resolve(NOTHING);
  const called = (count = 1): void => {
    calls += count;
    for (const one of waiting) if (calls >= one.calls) one.resolve();
  };
  const agenda = new RungAgenda({
    engine: {
      upcomingRungs: () => Promise.resolve(upcoming),
      climbRungs: (rungs) => {
        climbs.push({ ids: rungs.map(({ deadlineId }) => deadlineId), at: performance.now() });
        called(rungs.length);
        return answer();
      },
    },
    sweep: {
      run: () => {
        sweeps += 1;
        called();
        return answer();
      },
    },
    withinMs: 1_000,
    onError: () => {
      errors += 1;
      called();
    },
  });
  return {
    agenda,
    climbs,
    errors: () => errors,
    sweeps: () => sweeps,
    /** Resolves when so many rungs were climbed, sweeps begun and failures told, together. */
    calls: (count: number): Promise<void> =>
      new Promise((resolve) => {
        if (calls >= count) resolve();
        else waiting.push({ calls: count, resolve });
      }),
    falls: (rungs: readonly UpcomingRung[]) => {
      upcoming = rungs;
    },
    answers: (with_: () => Promise<SweepResult>) => {
      answer = with_;
    },
  };
}

it('climbs each rung when its instant has come, never before', async () => {
  const { agenda, calls, climbs, falls } = noting();
  const now = performance.now();
  falls([
    { rung: rung('a'), at: now + 20 },
    { rung: rung('b'), at: now + 60 },
  ]);
  await agenda.look();
  expect(climbs).toEqual([]);
  await calls(2);
  expect(climbs.flatMap(({ ids }) => ids)).toEqual(['a', 'b']);
  const [first] = climbs;
  expect(first?.at).toBeGreaterThanOrEqual(now + 20);
  expect(climbs.at(-1)?.at).toBeGreaterThanOrEqual(now + 60);
  await agenda.stop();
});

it('forgets what was met meanwhile, and what it would climb twice', async () => {
  const { agenda, calls, climbs, falls } = noting();
  const at = performance.now() + 40;
  falls([
    { rung: rung('met'), at },
    { rung: rung('stays'), at },
  ]);
  await agenda.look();
  falls([{ rung: rung('stays'), at }]);
  await agenda.look();
  await calls(1);
  expect(climbs.map(({ ids }) => ids)).toEqual([['stays']]);
  await agenda.stop();
});

it('leaves a midnight to the sweep', async () => {
  const { agenda, calls, climbs, falls, sweeps } = noting();
  const at = performance.now() + 10;
  falls(Array.from({ length: 1_000 }, (_, i) => ({ rung: rung(String(i)), at })));
  await agenda.look();
  await calls(1);
  expect([sweeps(), climbs]).toEqual([1, []]);
  await agenda.stop();
});

it('goes on after a failure, and climbs nothing once it has stopped', async () => {
  const { agenda, answers, calls, climbs, errors, falls } = noting();
  answers(() => Promise.reject(new Error('away')));
  falls([{ rung: rung('a'), at: performance.now() }]);
  await agenda.look();
  await calls(2);
  expect(errors()).toBe(1);
  falls([{ rung: rung('b'), at: performance.now() + 5 }]);
  await agenda.look();
  await agenda.stop();
  await agenda.look();
  expect(climbs.map(({ ids }) => ids)).toEqual([['a']]);
});
