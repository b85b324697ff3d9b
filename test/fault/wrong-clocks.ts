import { until } from '../support/until.ts';
import type { SupervisedApp } from '../support/supervised-app.ts';
import type { AppName, InstallationApart } from './installation-apart.ts';

const HOUR = 3_600_000;

/** How far a worker's clock is off, and the word that it has for that. */
const SKEWS: readonly (readonly [name: string, ms: number])[] = [
  ['2 h ahead', 2 * HOUR],
  ['2 h behind', -2 * HOUR],
  ['a day ahead', 24 * HOUR],
];

interface WrongClock {
  readonly name: string;
  readonly app: SupervisedApp;
}

/** Workers beside the installation's own, whose clocks are wrong; they have to notice, to take no jobs, and to live. */
export class WrongClocks {
  private constructor(private readonly clocks: readonly WrongClock[]) {}

  static readonly names: readonly string[] = SKEWS.map(([name]) => `clock ${name}`);

  /** One of each, notification and escalation in turn. */
  static async start(installation: InstallationApart): Promise<WrongClocks> {
    const apps: readonly AppName[] = ['notification', 'escalation'];
    const clocks = await Promise.all(
      SKEWS.map(async ([name, ms], i) => ({ name: `clock ${name}`, app: await installation.second(apps[i % 2] ?? 'notification', ms) })),
    );
    await Promise.all(clocks.map(({ app }) => app.start()));
    return new WrongClocks(clocks);
  }

  /** Resolves when each has noticed that its clock is wrong and takes no jobs. @returns what they say, by name */
  async noticed(): Promise<ReadonlyMap<string, string>> {
    const said = new Map<string, string>();
    for (const { name, app } of this.clocks) {
      const line = await until(
        `${name}: leaves because of it`,
        () => leavingIn(app.output),
        (found) => found !== '',
      );
      said.set(name, line);
    }
    return said;
  }

  /** Outbox rows that they touched. */
  async rowsTouched(): Promise<number> {
    let sum = 0;
    for (const { app } of this.clocks) {
      const text = await (await fetch(`${app.url}/metrics`, { signal: AbortSignal.timeout(10_000) })).text();
      for (const [, count] of text.matchAll(/^jiefen_notice_rows_total\{[^}]*\} (\d+)/gm)) sum += Number(count);
    }
    return sum;
  }

  /** Ends that nobody asked for. */
  get deaths(): readonly string[] {
    return this.clocks.flatMap(({ name, app }) => app.ends.filter(({ asked }) => !asked).map(({ lastWords }) => `${name}: ${lastWords}`));
  }

  async stop(): Promise<void> {
    await Promise.all(this.clocks.map(({ app }) => app.stop()));
  }
}

function leavingIn(output: string): string {
  return output.split('\n').find((line) => line.includes('queues.worker_away') && line.includes("of the database's")) ?? '';
}
