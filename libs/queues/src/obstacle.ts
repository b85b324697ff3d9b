import type { Pool } from 'pg';
import type { QueuePauses } from '#libs/backlog';
import { measureSkew } from './database-clock.ts';
import type { JobProducer } from './job-producer.ts';
import { QueueBackendUnusable } from './queue-backend.ts';
import type { Obstacle } from './supervised-worker.ts';

export interface Surroundings {
  readonly pool: Pool;
  readonly pauses: QueuePauses;
  readonly producer: JobProducer;
  readonly wallClock: () => number;
}

/** What keeps a worker of this queue from taking jobs at this moment: database, clock, pause, backend, in this order; null: nothing. */
export async function obstacleOf(queue: string, { pool, pauses, producer, wallClock }: Surroundings): Promise<Obstacle | null> {
  try {
    const skew = await measureSkew(pool, wallClock);
    if (skew.tooFar) return away(`this machine's clock is ${(skew.ahead / 1000).toFixed(1)} s ahead of the database's`);
    const pause = await pauses.of(queue);
    if (pause !== null) return { state: 'paused', reason: pause };
  } catch (error) {
    return away(`the database cannot be asked: ${codeOf(error)}`);
  }
  try {
    await producer.verify();
    return null;
  } catch (error) {
    return away(error instanceof QueueBackendUnusable ? error.message : `${producer.backendKind} does not answer: ${codeOf(error)}`);
  }
}

const away = (reason: string): Obstacle => ({ state: 'away', reason });

/** Not the message where there is a code: it names addresses, and this is shown to whoever asks how the process is. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}
