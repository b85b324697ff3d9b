import type { z } from 'zod';
import type { QueueName } from './queue-names.ts';

export interface JobOptions {
  readonly removeOnComplete: boolean;
  /** Failed jobs kept for the board; the truth about them is in PostgreSQL. */
  readonly removeOnFail: { readonly count: number; readonly age: number };
  readonly attempts: number;
}

/** A kind of job: its queue, what its payload looks like and how it is kept. Payloads hold ids, instants and versions only. */
export interface JobDefinition<Payload = unknown> {
  readonly name: string;
  readonly queue: QueueName;
  readonly payload: z.ZodType<Payload>;
  readonly options: JobOptions;
}
