import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SessionStore } from '#libs/access';
import { QueueBoardModule } from '#libs/queue-board';
import type { TestDatabase } from './queue-database.ts';
import { QueueServer, UNIT } from './queue-database.ts';
import { composeProcess } from './queue-process.ts';
import { QUEUE_BACKENDS, QueueStore } from '../../support/queue-store.ts';

describe.each(QUEUE_BACKENDS)('over %s', (backend) => {
  let server: QueueServer;
  let database: TestDatabase;
  let app: NestFastifyApplication;
  let store: QueueStore;

  beforeAll(async () => {
    store = await QueueStore.start(backend);
    server = await QueueServer.start();
    database = await server.database();
    const module = await composeProcess({ databaseUrl: database.url, redisUrl: store.redisUrl, modules: [QueueBoardModule] });
    app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter());
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  }, 60_000);
  afterAll(async () => {
    await app.close();
    await database.close();
    await server.stop();
    await store.stop();
  }, 60_000);

  async function tokenOf(role: string): Promise<string> {
    const id = role === 'operator' ? UNIT : UNIT.replaceAll('1', '3');
    await database.pool.query(
      `insert into jiefen.users (id, username, password_hash, display_name, roles) values ($1, $2, 'x', 'x', array[$2]) on conflict do nothing`,
      [id, role],
    );
    const { token } = await app.get(SessionStore, { strict: false }).open(id);
    return token;
  }
  const get = async (
    url: string,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; location: unknown; type: string; body: string }> => {
    const answer = await app.inject({ method: 'GET', url, headers });
    return {
      status: answer.statusCode,
      location: answer.headers['location'],
      type: String(answer.headers['content-type']),
      body: answer.body,
    };
  };

  describe('the board at /queues', () => {
    it.each(['/queues', '/queues/', '/queues/api/queues', '/queues/static/favicon-32x32.png'])(
      'gives nobody %s without a session',
      async (url) => {
        expect(await get(url)).toMatchObject({ status: 401, type: expect.stringContaining('application/problem+json') as unknown });
      },
    );

    it('sends a browser without a session to the login page', async () => {
      expect(await get('/queues', { accept: 'text/html,*/*' })).toMatchObject({ status: 302, location: '/login?next=%2Fqueues' });
    });

    it.each(['clerk', 'admin', 'auditor'])('is closed to a %s', async (role) => {
      await database.pool.query(`delete from jiefen.sessions`);
      await database.pool.query(`delete from jiefen.users where id <> $1`, [UNIT]).catch(() => undefined);
      const token = await tokenOf(role);
      expect((await get('/queues', { authorization: `Bearer ${token}` })).status).toBe(403);
    });

    it('shows the operator the page and the queues, and lets nobody change them', async () => {
      const authorization = `Bearer ${await tokenOf('operator')}`;
      const page = await get('/queues', { authorization, accept: 'text/html' });
      expect(page).toMatchObject({ status: 200, type: expect.stringContaining('text/html') as unknown });
      const { status, body } = await get('/queues/api/queues', { authorization });
      expect(status).toBe(200);
      const { queues } = JSON.parse(body) as { queues: { name: string; readOnlyMode: boolean }[] };
      expect(queues.map(({ name, readOnlyMode }) => [name, readOnlyMode])).toEqual([
        ['notices', true],
        ['deliveries', true],
        ['wakeups', true],
      ]);
      const pause = await app.inject({ method: 'PUT', url: '/queues/api/queues/notices/pause', headers: { authorization } });
      expect(pause.statusCode).toBeGreaterThanOrEqual(400);
    });
  });
});
