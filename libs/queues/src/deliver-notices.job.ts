import { z } from 'zod';
import type { JobDefinition } from './job-definition.ts';

/** The largest batch of outbox rows in one job. */
export const BATCH_SIZE = 500;

const payload = z.strictObject({
  /** Outbox row ids (bigint as text). */
  ids: z
    .array(z.string().regex(/^\d{1,19}$/))
    .min(1)
    .max(BATCH_SIZE),
  /** Delivered before without being finished. */
  careful: z.boolean(),
});

/**
 * Put the notices of these outbox rows into the inboxes. Tried once: what it doesn't finish comes back by its rows' leases, in
 * a job with another id.
 */
export const DELIVER_NOTICES: JobDefinition<z.infer<typeof payload>> = {
  name: 'deliver-notices',
  queue: 'notices',
  payload,
  options: { attempts: 1, removeOnComplete: true, removeOnFail: { count: 200, age: 86_400 } },
};
