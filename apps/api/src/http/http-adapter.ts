import { randomUUID } from 'node:crypto';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ProblemBody } from './problem-error.ts';
import { problemOf } from './problem-error.ts';
import { sendProblem } from './problem.filter.ts';

/** A narrative of 20,000 rare characters as JSON escapes, with room for parties. */
const BODY_LIMIT = 1_048_576;

type Done = (error: Error | null, body?: unknown) => void;

class BodyError extends Error {
  constructor(readonly statusCode: number) {
    super('the body was refused');
  }
}

/**
 * Fastify as the API needs it: JSON alone, `__proto__` and `constructor.prototype` refused, broken UTF-8 refused, an id for
 * every request, problem+json even for what no route sees.
 */
export function createHttpAdapter(): FastifyAdapter {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    skipMiddie: true,
    genReqId: () => randomUUID(),
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    // Connections that wait for ever: 30 s for the headers and the body is plenty.
    requestTimeout: 30_000,
    // Ours says when to come again (orderly-close.ts).
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: false },
    frameworkErrors: (error: { statusCode?: number }, request: unknown, reply: unknown) => {
      sendProblem(reply as FastifyReply, request as FastifyRequest, frameworkProblem(error.statusCode ?? 400));
    },
  });
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });
  const parse = adapter.getInstance().getDefaultJsonParser('error', 'error');
  adapter.useBodyParser('application/json', false, { bodyLimit: BODY_LIMIT }, (request: FastifyRequest, body: Buffer, done: Done) => {
    if (body.length === 0) {
      done(null, undefined);
      return;
    }
    let text: string;
    try {
      text = decoder.decode(body);
    } catch {
      done(new BodyError(400));
      return;
    }
    void parse(request, text, done);
  });
  // Forms and plain text are what another site can send without asking: not for us.
  for (const type of ['application/x-www-form-urlencoded', 'text/plain']) {
    adapter.useBodyParser(type, false, {}, (_request: FastifyRequest, _body: Buffer, done: Done) => {
      done(new BodyError(415));
    });
  }
  return adapter;
}

function frameworkProblem(status: number): ProblemBody {
  return (status === 404 || status === 414 ? problemOf('route.not_found') : problemOf('request.malformed')).body;
}
