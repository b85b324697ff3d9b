import { Injectable } from '@nestjs/common';

export interface HealthReport {
  readonly status: 'ok' | 'unavailable' | 'stopping';
  readonly checks: Readonly<Record<string, 'up' | 'down'>>;
}

const ANSWER_WITHIN_MS = 2_000;

/** Readiness of what this process depends on. Liveness is that it answers at all: a database away is no reason to kill it. */
@Injectable()
export class HealthChecks {
  private readonly checks = new Map<string, () => Promise<unknown>>();
  private stopping = false;

  /** `check` rejects, or doesn't answer within two seconds, when what it asks is down. */
  register(name: string, check: () => Promise<unknown>): void {
    this.checks.set(name, check);
  }

  /** From now on not ready: load balancers turn away before connections are closed. */
  announceStop(): void {
    this.stopping = true;
  }

  async ready(): Promise<HealthReport> {
    const results = await Promise.all(
      [...this.checks].map(async ([name, check]) => [name, (await answers(check)) ? 'up' : 'down'] as const),
    );
    const down = results.some(([, state]) => state === 'down');
    return { status: this.stopping ? 'stopping' : down ? 'unavailable' : 'ok', checks: Object.fromEntries(results) };
  }
}

async function answers(check: () => Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, ANSWER_WITHIN_MS, false);
  });
  const answered = check().then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([answered, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
