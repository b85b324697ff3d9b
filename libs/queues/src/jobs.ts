import { DELIVER_MESSAGE } from './deliver-message.job.ts';
import { DELIVER_NOTICES } from './deliver-notices.job.ts';
import type { JobDefinition } from './job-definition.ts';
import { WAKE_UP } from './wake-up.job.ts';

/** Every kind of job there is. */
export const JOBS: readonly JobDefinition[] = [DELIVER_NOTICES, DELIVER_MESSAGE, WAKE_UP];
