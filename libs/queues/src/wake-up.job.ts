import { z } from 'zod';
import type { JobDefinition } from './job-definition.ts';

const payload = z.strictObject({
  /** Legal time at which some deadline has a rung; a job that comes earlier waits on. */
  at: z.iso.datetime(),
});

/** Some deadline falls due at this instant: sweep now. Losing it costs one interval of the periodic sweep. */
export const WAKE_UP: JobDefinition<z.infer<typeof payload>> = {
  name: 'wake-up',
  queue: 'wakeups',
  payload,
  options: { attempts: 3, removeOnComplete: true, removeOnFail: { count: 200, age: 86_400 } },
};
