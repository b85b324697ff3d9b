import { createLog, createMetrics, HealthChecks, serveMetrics } from './index.ts';

function capture(level: 'info' | 'silent' = 'info') {
  const lines: Record<string, unknown>[] = [];
  const log = createLog({ app: 'test', level }, { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) });
  return { log, lines };
}

describe('the log', () => {
  it('writes one event name a line with its ids', () => {
    const { log, lines } = capture();
    log.with({ caseId: 'c-1' }).info('case.registered', { commandId: 'k-1' });
    expect(lines).toEqual([
      expect.objectContaining({ level: 'info', app: 'test', event: 'case.registered', caseId: 'c-1', commandId: 'k-1' }),
    ]);
  });

  it('drops identity, free text and secrets passed by mistake', () => {
    const { log, lines } = capture();
    log.warn('oops', {
      name: '周师傅',
      phone: '13800001234',
      body: { narrative: '电梯停运', idNumber: '430407' },
      password: 'x',
      caseId: 'c-1',
    });
    expect(JSON.stringify(lines)).not.toMatch(/周师傅|13800001234|电梯|430407|"x"/);
    expect(lines[0]).toMatchObject({ caseId: 'c-1' });
  });

  it('keeps of a database error only its codes', () => {
    const { log, lines } = capture();
    const error = Object.assign(new Error('invalid input syntax: "周师傅"'), {
      code: '22P02',
      severity: 'ERROR',
      detail: '周师傅',
      table: 'cases',
    });
    log.error('engine.failed', { error });
    expect(lines[0]).toMatchObject({ error: { code: '22P02', table: 'cases' } });
    expect(JSON.stringify(lines)).not.toContain('周师傅');
  });

  it('is quiet when told so', () => {
    const { log, lines } = capture('silent');
    log.error('anything');
    expect(lines).toEqual([]);
  });
});

describe('health', () => {
  it('is ready when everything answers, and says what does not', async () => {
    const health = new HealthChecks();
    health.register('database', () => Promise.resolve());
    await expect(health.ready()).resolves.toEqual({ status: 'ok', checks: { database: 'up' } });
    health.register('queues', () => Promise.reject(new Error('they do not answer')), 'useful');
    await expect(health.ready()).resolves.toEqual({
      status: 'degraded',
      checks: { database: 'up', queues: 'down' },
      reasons: { queues: 'they do not answer' },
    });
    health.register('database', () => Promise.reject(new Error('10.0.0.7:5432 is away')));
    await expect(health.ready()).resolves.toEqual({
      status: 'unavailable',
      checks: { database: 'down', queues: 'down' },
      reasons: { queues: 'they do not answer' },
    });
    health.announceStop();
    await expect(health.ready()).resolves.toMatchObject({ status: 'stopping' });
  });
});

describe('metrics on a port of their own', () => {
  it('answers /metrics and nothing else', async () => {
    const server = await serveMetrics(createMetrics(), { host: '127.0.0.1', port: 0 });
    try {
      const base = `http://127.0.0.1:${String(server.port)}`;
      const answer = await fetch(`${base}/metrics`);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/plain')]);
      expect(await answer.text()).toContain('process_cpu_seconds_total');
      expect((await fetch(`${base}/api/cases`)).status).toBe(404);
    } finally {
      await server.close();
    }
  });
});
