import { reachFaultPoint } from '#libs/fault-points';
import type { Log } from './log.ts';

export interface StopOptions {
  /** Drains and closes everything; called once. */
  readonly stop: () => Promise<void>;
  readonly log: Log;
  /** After it the process ends anyway, with 1: nothing acknowledged is lost by that. */
  readonly withinMs?: number;
  readonly exit?: (code: number) => void;
}

/** SIGTERM and SIGINT: stop in order, then exit 0. A second signal changes nothing. */
export function stopOnSignals(options: StopOptions): void {
  const exit = options.exit ?? ((code) => process.exit(code));
  let stopping = false;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (stopping) return;
    stopping = true;
    options.log.info('process.stopping', { signal });
    reachFaultPoint('process.stopping');
    const timer = setTimeout(() => {
      options.log.error('process.stop_timed_out');
      exit(1);
    }, options.withinMs ?? 23_000);
    options.stop().then(
      () => {
        clearTimeout(timer);
        options.log.info('process.stopped');
        exit(0);
      },
      (error: unknown) => {
        clearTimeout(timer);
        options.log.error('process.stop_failed', { error });
        exit(1);
      },
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}
