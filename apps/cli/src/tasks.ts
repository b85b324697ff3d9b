import type { Task } from './task.ts';

/** By the name that package.json uses; loaded on demand. */
export const TASKS: Readonly<Record<string, () => Promise<Task>>> = {
  'admin-create': async () => (await import('./admin-create.ts')).createAdministrator,
  migrate: async () => (await import('./migrate.ts')).migrate,
  'rotate-key': async () => (await import('./rotate-key.ts')).rotateKey,
};
