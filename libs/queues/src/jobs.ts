import { DELIVER_NOTICES } from './deliver-notices.job.ts';
import type { JobDefinition } from './job-definition.ts';
import { WAKE_UP } from './wake-up.job.ts';

/** Every kind of job there is. */
export const JOBS: readonly JobDefinition[] = [DELIVER_NOTICES, WAKE_UP];
