import { Injectable } from '@nestjs/common';

export interface HealthReport {
  /** `degraded`: it works, and would work better with what is down. */
  readonly status: 'ok' | 'degraded' | 'unavailable' | 'stopping';
  readonly checks: Readonly<Record<string, 'up' | 'down'>>;
  /** Why a `useful` check is down, in words fit for anybody who may ask. */
  readonly reasons?: Readonly<Record<string, string>>;
}

/** Without what is `essential` the process can't work; without what is `useful` it goes on, slower or with something waiting. */
export type Need = 'essential' | 'useful';

interface Check {
  readonly name: string;
  readonly need: Need;
  readonly ask: () => Promise<unknown>;
}

const ANSWER_WITHIN_MS = 2_000;

/** Readiness of what this process depends on. Liveness is that it answers at all: a database away is no reason to kill it. */
@Injectable()
export class HealthChecks {
  private readonly checks = new Map<string, Check>();
  private stopping = false;

  /** `ask` rejects, or doesn't answer within two seconds, when what it asks is down. Its message is shown where the need is `useful`. */
  register(name: string, ask: () => Promise<unknown>, need: Need = 'essential'): void {
    this.checks.set(name, { name, ask, need });
  }

  /** From now on not ready: load balancers turn away before connections are closed. */
  announceStop(): void {
    this.stopping = true;
  }

  async ready(): Promise<HealthReport> {
    const results = await Promise.all([...this.checks.values()].map(async (check) => ({ ...check, problem: await problemOf(check.ask) })));
    const down = results.filter(({ problem }) => problem !== null);
    const reasons = down.filter(({ need }) => need === 'useful').map(({ name, problem }) => [name, problem ?? ''] as const);
    const degraded = down.length > 0 ? 'degraded' : 'ok';
    const working = down.some(({ need }) => need === 'essential') ? 'unavailable' : degraded;
    return {
      status: this.stopping ? 'stopping' : working,
      checks: Object.fromEntries(results.map(({ name, problem }) => [name, problem === null ? 'up' : 'down'])),
      ...(reasons.length === 0 ? {} : { reasons: Object.fromEntries(reasons) }),
    };
  }
}

/** Why it is down; null when it answered in time. */
async function problemOf(ask: () => Promise<unknown>): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, ANSWER_WITHIN_MS, 'it did not answer in time');
  });
  const answered = ask().then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  try {
    return await Promise.race([answered, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
