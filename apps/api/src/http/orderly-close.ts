import type { FastifyInstance } from 'fastify';

/** ms between two looks at the connections of a server that closes. */
const LOOK_EVERY = 50;

/**
 * A server that closes waits for every connection, and Node closes only those that lie idle at that very moment: one whose answer
 * is still being read, or on which nothing has been asked yet, would hold the stop up until it times out. So idle ones are closed
 * again and again, and when nothing is under way any more, all of them.
 */
export function addOrderlyClose(instance: FastifyInstance): void {
  const { server } = instance;
  let underWay = 0;
  server.on('request', (_request, response) => {
    underWay += 1;
    response.once('close', () => {
      underWay -= 1;
    });
  });
  instance.addHook('preClose', (done) => {
    const timer = setInterval(() => {
      if (underWay === 0) server.closeAllConnections();
      else server.closeIdleConnections();
    }, LOOK_EVERY);
    // A server that never listened emits no `close`.
    timer.unref();
    server.once('close', () => {
      clearInterval(timer);
    });
    done();
  });
}
