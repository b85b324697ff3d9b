import type { Life } from './scheduler.ts';

/** One connection. A broken one stays broken; what it held is given up by the server a little later. */
export interface Wire {
  readonly life: Life;
  /** Of the server it was opened to: a restarted one knows nothing of it. */
  readonly generation: number;
  broken: boolean;
  readonly held: Set<string>;
}
