import { setTimeout as pause } from 'node:timers/promises';

/** How long a fact may be waited for: generous, so that a slow machine fails no test. */
const WITHIN = 100_000;
const ASK_EVERY = 10;

/**
 * Waits for a fact by asking again and again. `every`: pause in ms between two questions, longer for those that cost something.
 * @throws Error naming what was waited for, with the last answer, when it isn't so within `within` ms
 */
export async function until<T>(
  what: string,
  ask: () => Promise<T> | T,
  holds: (answer: T) => boolean,
  within = WITHIN,
  every = ASK_EVERY,
): Promise<T> {
  const end = performance.now() + within;
  for (;;) {
    const answer = await ask();
    if (holds(answer)) return answer;
    if (performance.now() > end) throw new Error(`${what}: not so within ${within} ms; last: ${JSON.stringify(answer)}`);
    await pause(every);
  }
}
