import { ENDPOINTS } from '#libs/contracts';
import type { EndpointSpec } from '#libs/contracts';
import type { SessionGate } from '#libs/access';
import type { Log } from '#libs/observability';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { rememberAdmitted } from './call.ts';
import { routerPath } from './endpoint.decorator.ts';
import { problemOf } from './problem-error.ts';
import { problemBodyOf, sendProblem } from './problem.filter.ts';

const operations = new Map<string, EndpointSpec>(ENDPOINTS.map((spec) => [`${spec.method} ${routerPath(spec.path)}`, spec]));

/** A route under `/api` that the contract doesn't name asks for a session all the same: forgetting one must not open it. */
function isPublic(request: FastifyRequest): boolean {
  const url = request.routeOptions.url;
  if (request.is404 || url === undefined || !url.startsWith('/api/')) return true;
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  return operations.get(`${method} ${url}`)?.access === 'public';
}

/**
 * Asks who is there before the body is read: without a session the answer is 401, whatever else is wrong with the request.
 */
export function addSessionHook(instance: FastifyInstance, gate: SessionGate, log: Log): void {
  instance.addHook('onRequest', async (request, reply) => {
    if (isPublic(request)) return;
    try {
      const admission = await gate.admit({ method: request.method, headers: request.headers });
      if (admission.kind === 'admitted') rememberAdmitted(request, admission);
      else sendProblem(reply, request, problemOf(admission.kind === 'cross-site' ? 'auth.cross_site' : 'auth.required').body);
    } catch (error) {
      // Without a database nobody can be recognised: that is a 503, not a 401.
      const body = problemBodyOf(error);
      if (body.status === 500) log.error('session.failed', { error, correlationId: request.id });
      sendProblem(reply, request, body);
    }
    if (reply.sent) return reply;
  });
}
