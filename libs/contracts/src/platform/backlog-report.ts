import { z } from 'zod';

const seconds = z.number().min(0);

/** An operator's order that no job of the queue be taken. */
const queuePause = z.object({
  reason: z.string(),
  /** The operator's name. */
  by: z.string(),
  at: z.string(),
});

/** One queue as the relay last saw it; up to a few seconds old. */
const queueFigures = z.object({
  queue: z.string(),
  backend: z.string(),
  waiting: z.int(),
  active: z.int(),
  delayed: z.int(),
  failed: z.int(),
  paused: z.boolean(),
  pause: queuePause.nullable(),
  at: z.string(),
});

/** What waits to be done and how late it is; counts end at 1,001, lateness is in seconds of legal time. */
export const backlogReport = z.object({
  /** Where the queues live. `away`: it doesn't answer, or may not be used; `silent`: no relay has said anything for a while. */
  backend: z.object({
    kind: z.enum(['postgres', 'redis']).nullable(),
    state: z.enum(['up', 'away', 'silent']),
    reason: z.enum(['unreachable', 'evicting']).nullable(),
    since: z.string().nullable(),
  }),
  queues: z.array(queueFigures),
  outbox: z.object({ undone: z.int(), oldestSeconds: seconds.nullable(), retrying: z.int() }),
  deadlines: z.object({
    due: z.int(),
    latenessSeconds: seconds,
    /** Of the deadlines that fired within the last day, the latest 1,000 of them. */
    fired: z.object({ count: z.int(), p50: seconds, p99: seconds, max: seconds }).nullable(),
  }),
  deadLetters: z.int(),
});
export type BacklogReport = z.output<typeof backlogReport>;
export type QueueFigures = BacklogReport['queues'][number];
