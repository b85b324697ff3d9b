import { join } from 'node:path';
import { freePort } from '#libs/embedded-postgres';
import { RunningApp } from '../support/running-app.ts';
import { until } from '../support/until.ts';

const AHEAD_MS = 2 * 3_600_000;
const APPS = ['notification', 'escalation'] as const;
const PRELOAD = join(import.meta.dirname, '..', 'support', 'clock-ahead.mjs');

/** A notification and an escalation process beside the product's own, whose clocks are two hours ahead. */
export class FastClocks {
  private constructor(private readonly apps: ReadonlyMap<(typeof APPS)[number], RunningApp>) {}

  static async start(databaseUrl: string, dataDir: string): Promise<FastClocks> {
    const apps = new Map<(typeof APPS)[number], RunningApp>();
    for (const app of APPS) {
      const env = { CLOCK: 'manual', DATA_DIR: dataDir, DATABASE_URL: databaseUrl, CLOCK_AHEAD_MS: String(AHEAD_MS) };
      apps.set(app, new RunningApp({ app, port: await freePort(), env, node: ['--import', PRELOAD], startedWhen: 'live' }));
    }
    await Promise.all([...apps.values()].map((app) => app.start()));
    return new FastClocks(apps);
  }

  /** Resolves when each has noticed that its clock is wrong and takes no jobs. @returns what they say */
  async noticed(): Promise<readonly string[]> {
    const lines: string[] = [];
    for (const [name, app] of this.apps) {
      lines.push(
        await until(
          `${name} leaves because its clock is wrong`,
          () => leavingIn(app.output),
          (line) => line !== '',
        ),
      );
    }
    return lines;
  }

  /** Ends that nobody asked for. */
  get deaths(): readonly string[] {
    return [...this.apps.values()].flatMap((app) => app.deaths);
  }

  /** Outbox rows that the notification process touched. */
  async rowsTouched(): Promise<number> {
    const app = this.apps.get('notification');
    if (app === undefined) throw new Error('it was not started');
    const text = await (await fetch(`${app.url}/metrics`, { signal: AbortSignal.timeout(10_000) })).text();
    return [...text.matchAll(/^jiefen_notice_rows_total\{[^}]*\} (\d+)/gm)].reduce((sum, [, count]) => sum + Number(count), 0);
  }

  /** @returns their exit codes */
  stop(): Promise<readonly (number | null)[]> {
    return Promise.all([...this.apps.values()].map((app) => app.stop()));
  }
}

function leavingIn(output: string): string {
  return output.split('\n').find((line) => line.includes('queues.worker_away') && line.includes("ahead of the database's")) ?? '';
}
