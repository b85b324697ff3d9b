import type { Task } from './task.ts';

/** By the name that package.json uses; loaded on demand. */
export const TASKS: Readonly<Record<string, () => Promise<Task>>> = {
  'admin-create': async () => (await import('./admin-create.ts')).createAdministrator,
  'check-invariants': async () => (await import('./check-invariants.ts')).checkInvariants,
  import: async () => (await import('./import-ledger.ts')).importTask,
  migrate: async () => (await import('./migrate.ts')).migrate,
  replay: async () => (await import('./replay-ledger.ts')).replayTask,
  'rotate-key': async () => (await import('./rotate-key.ts')).rotateKey,
};
