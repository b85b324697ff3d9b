/** Time as it passes for this process: what waiting is measured by. The law's time is the store's (`LegalClock`). */
export interface ProcessTime {
  /** Steady, in milliseconds from any start. */
  now(): number;
  /** Runs it after everything that is happening at this moment. */
  soon(run: () => void): void;
  /** Resolves after so many milliseconds. */
  pause(ms: number): Promise<void>;
}

export const PROCESS_TIME: ProcessTime = {
  now: () => performance.now(),
  soon: (run) => {
    setImmediate(run);
  },
  pause: (ms) =>
    new Promise((resolve) => {
      setTimeout(resolve, ms);
    }),
};
