import type { FastifyInstance } from 'fastify';
import { problemOf } from './problem-error.ts';
import { sendProblem } from './problem.filter.ts';

/** ms between two looks at the connections of a server that closes. */
const LOOK_EVERY = 50;

/**
 * A server that closes waits for every connection, and Node closes only those that lie idle at that very moment: one whose answer
 * is still being read, or on which nothing has been asked yet, would hold the stop up until it times out. So idle ones are closed
 * again and again, and when nothing is under way any more, all of them. What still comes in on one of them is told to come again.
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
  let closing = false;
  instance.addHook('onRequest', (request, reply, next) => {
    if (!closing) {
      next();
      return;
    }
    reply.header('connection', 'close');
    sendProblem(reply, request, problemOf('engine.unavailable', { retryAfter: 1 }).body);
  });
  instance.addHook('preClose', (done) => {
    closing = true;
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
