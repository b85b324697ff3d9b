import type { FastifyInstance, FastifyRequest } from 'fastify';
import { mintCommandId } from '#libs/engine';
import type { RequestSpan, Tracing } from '#libs/observability';

/** Answered all the time, or open for hours: traces of them would only be in the way. */
const UNTRACED = new Set(['/api/health/live', '/api/health/ready', '/api/stream']);

/** A span for every request to the API, under the route's name: an address itself is never told. */
export function addTraceHook(instance: FastifyInstance, tracing: Tracing): void {
  const spans = new WeakMap<FastifyRequest, RequestSpan>();
  instance.addHook('onRequest', (request, _reply, done) => {
    const route = request.routeOptions.url;
    if (route?.startsWith('/api/') === true && !UNTRACED.has(route)) {
      spans.set(request, tracing.request(`${request.method} ${route}`, mintCommandId()));
    }
    done();
  });
  // Not sooner: reading the body would lose what surrounds it.
  instance.addHook('preHandler', (request, _reply, done) => {
    const span = spans.get(request);
    if (span === undefined) done();
    else span.within(done);
  });
  instance.addHook('onResponse', (request, reply, done) => {
    spans.get(request)?.end(reply.statusCode);
    done();
  });
}
