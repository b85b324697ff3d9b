import type { Turn } from './polling-loop.ts';
import { PollingLoop } from './polling-loop.ts';

/** A loop whose turns are handed out one by one, so that the test decides what each finds. */
function loopOf(pause: number) {
  const errors: unknown[] = [];
  const waiting: ((turn: Turn | Error) => void)[] = [];
  const arrivals: (() => void)[] = [];
  let turns = 0;
  const loop = new PollingLoop(
    () =>
      new Promise<Turn>((resolve, reject) => {
        turns += 1;
        waiting.push((found) => {
          if (found instanceof Error) reject(found);
          else resolve(found);
        });
        arrivals.shift()?.();
      }),
    { shortest: pause, longest: pause, longestAfterError: pause, onError: (error) => errors.push(error) },
  );
  const arrival = (): Promise<void> => (waiting.length > 0 ? Promise.resolve() : new Promise((resolve) => arrivals.push(resolve)));
  return {
    loop,
    errors,
    turns: () => turns,
    async answer(found: Turn | Error): Promise<void> {
      await arrival();
      waiting.shift()?.(found);
    },
    arrival,
  };
}

const NEVER = 2 ** 30;

describe('PollingLoop', () => {
  it('goes on at once while there is work', async () => {
    const { loop, answer, arrival, turns } = loopOf(NEVER);
    loop.start();
    await answer('busy');
    await answer('busy');
    await arrival();
    expect(turns()).toBe(3);
    const stopped = loop.stop();
    await answer('idle');
    await stopped;
  });

  it('takes a nudge during a turn for the pause after it', async () => {
    const { loop, answer, arrival, turns } = loopOf(NEVER);
    loop.start();
    await arrival();
    loop.nudge();
    await answer('idle');
    await arrival();
    expect(turns()).toBe(2);
    const stopped = loop.stop();
    await answer('idle');
    await stopped;
  });

  it('outlives a turn that throws, and tells', async () => {
    const { loop, answer, errors } = loopOf(1);
    loop.start();
    await answer(new Error('the database is away'));
    await answer('some');
    expect(errors).toEqual([new Error('the database is away')]);
    await loop.stop();
  });

  it('stops during a pause without another turn', async () => {
    const { loop, answer, turns } = loopOf(NEVER);
    loop.start();
    await answer('idle');
    await loop.stop();
    expect(turns()).toBe(1);
    loop.start();
    expect(turns()).toBe(1);
  });
});
