import { z } from 'zod';
import type { JobDefinition } from './job-definition.ts';

const payload = z.strictObject({
  /** Of the delivery; who is told what, and where, is in PostgreSQL alone. */
  id: z.uuid(),
  /** Of its lease: overtaken, the job has nothing to do. */
  version: z.int().min(1),
});

/** Carry one message to its provider. Tried once: what it doesn't finish comes back by the lease, in a job with another id. */
export const DELIVER_MESSAGE: JobDefinition<z.infer<typeof payload>> = {
  name: 'deliver-message',
  queue: 'deliveries',
  payload,
  options: { attempts: 1, removeOnComplete: true, removeOnFail: { count: 200, age: 86_400 } },
};
