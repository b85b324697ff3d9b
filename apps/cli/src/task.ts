import type { Settings } from '#libs/config';
import type { Log } from '#libs/observability';

export interface TaskContext {
  /** What stood behind the task's name. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly settings: Settings;
  readonly log: Log;
}

/** Something an administrator runs by hand; answers the exit code. What is wrong outside is thrown, with one line. */
export type Task = (context: TaskContext) => Promise<number>;
