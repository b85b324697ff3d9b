import { setTimeout as pause } from 'node:timers/promises';

/** Waits for a fact, asking again and again; fails after `within` ms with the last answer. */
export async function until<T>(ask: () => Promise<T> | T, holds: (answer: T) => boolean, within = 60_000): Promise<T> {
  const end = performance.now() + within;
  for (;;) {
    const answer = await ask();
    if (holds(answer)) return answer;
    if (performance.now() > end) throw new Error(`not so within ${String(within)} ms; the last answer was ${JSON.stringify(answer)}`);
    await pause(20);
  }
}
