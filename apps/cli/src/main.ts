import 'reflect-metadata';
import { readSettings } from '#libs/config';
import { planDeath } from '#libs/fault-points';
import { createLog } from '#libs/observability';
import { endInOneLine } from '#libs/process';
import { TASKS } from './tasks.ts';

// `… --app cli <task> [arguments]`: what stands before is for scripts/start.mjs.
const [name = '', ...args] = process.argv.slice(process.argv.indexOf('cli') + 1).filter((arg) => arg !== '--no-build');
const task = TASKS[name];
try {
  if (task === undefined) throw new Error(`no such task: ${name}; there are ${Object.keys(TASKS).join(', ')}`);
  const settings = readSettings(process.env);
  planDeath(settings.faultPoint);
  const run = await task();
  process.exitCode = await run({
    args,
    env: process.env,
    settings,
    log: createLog({ app: name, level: 'warn' }),
  });
} catch (error) {
  endInOneLine(name, error);
}
