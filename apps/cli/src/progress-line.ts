import { Presets, SingleBar } from 'cli-progress';

/** How far a long task is, on a terminal; nothing where the output goes to a file. */
export class ProgressLine {
  private readonly bar: SingleBar | null;
  private started = false;

  constructor(
    unit: string,
    private readonly total = 0,
  ) {
    const format = total > 0 ? `{bar} {value} of {total} ${unit}, {eta_formatted} left` : `{value} ${unit}, {duration_formatted}`;
    this.bar = process.stderr.isTTY ? new SingleBar({ format, hideCursor: true, stream: process.stderr }, Presets.shades_classic) : null;
  }

  show(done: number): void {
    if (this.bar === null) return;
    if (!this.started) this.bar.start(Math.max(this.total, 1), 0);
    this.started = true;
    this.bar.update(done);
  }

  end(): void {
    this.bar?.stop();
  }
}
