import type { FastifyReply, FastifyRequest } from 'fastify';
import { hasRole } from '#libs/access';
import type { SessionGate } from '#libs/access';

const LOGIN_PAGE = '/login';

/**
 * The board shows every job and has no login of its own: an operator's session or nothing. A browser without one is sent to
 * the login page, anything else gets 401; other roles get 403.
 */
export function guardBoard(gate: SessionGate): (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined> {
  return async (request, reply) => {
    const admission = await gate.admit(request);
    if (admission.kind === 'admitted' && hasRole(admission.viewer, 'operator')) return undefined;
    if (admission.kind !== 'anonymous') return problem(reply, 403, 'access.forbidden', 'Only operators see the queues');
    const page = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
    if (page) return reply.redirect(`${LOGIN_PAGE}?next=${encodeURIComponent(request.url)}`, 302);
    return problem(reply, 401, 'access.unauthenticated', 'Log in first');
  };
}

function problem(reply: FastifyReply, status: number, code: string, title: string): FastifyReply {
  return reply.status(status).type('application/problem+json').send({ type: 'about:blank', title, status, code });
}
