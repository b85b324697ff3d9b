import { Catch, HttpException } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NoUnitLeft } from '#libs/domain';
import { EngineOverloaded, EngineUnavailable } from '#libs/engine';
import type { Log } from '#libs/observability';
import { isConnectionLoss, isTimeLimit } from '#libs/persistence';
import { ProblemError, problemOf } from './problem-error.ts';
import type { ProblemBody } from './problem-error.ts';
import { languageOf, problemView } from './problem-view.ts';

/** Statuses that Fastify and Nest raise by themselves, before a controller is reached. */
function statusProblem(status: number): ProblemBody {
  if (status === 404 || status === 405) return problemOf('route.not_found').body;
  if (status === 413) return problemOf('request.too_large').body;
  if (status === 415) return problemOf('request.unsupported_media_type').body;
  if (status === 503) return problemOf('engine.unavailable', { retryAfter: 1 }).body;
  if (status >= 400 && status < 500) return problemOf('request.malformed').body;
  return problemOf('internal').body;
}

const statusOf = (error: unknown): number => {
  if (error instanceof HttpException) return error.getStatus();
  const status: unknown = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' ? status : 500;
};

/** Every error becomes exactly one problem; what nobody expected is a 500. */
export function problemBodyOf(error: unknown): ProblemBody {
  if (error instanceof ProblemError) return error.body;
  if (error instanceof EngineOverloaded) return problemOf('engine.overloaded', { retryAfter: error.retryAfterSeconds }).body;
  if (error instanceof EngineUnavailable || isConnectionLoss(error)) return problemOf('engine.unavailable', { retryAfter: 1 }).body;
  if (isTimeLimit(error)) return problemOf('request.too_broad', { retryAfter: 5 }).body;
  if (error instanceof NoUnitLeft) return problemOf('routing.no_unit_left').body;
  return statusProblem(statusOf(error));
}

export function sendProblem(reply: FastifyReply, request: FastifyRequest, body: ProblemBody): void {
  const language = languageOf(request.headers['accept-language']);
  if (body.retryAfter !== undefined) reply.header('retry-after', String(Math.max(1, Math.ceil(body.retryAfter))));
  if (body.status === 401) reply.header('www-authenticate', 'Bearer');
  reply
    .code(body.status)
    .header('content-language', language === 'zh' ? 'zh-CN' : 'en')
    .type('application/problem+json; charset=utf-8');
  reply.send(JSON.stringify(problemView(body, language, request.id)));
}

@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const body = problemBodyOf(error);
    // Never the request's body or URL query: they may hold what people wrote.
    if (body.status === 500) this.log.error('request.failed', { error, route: request.routeOptions.url, correlationId: request.id });
    if (reply.sent || reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    sendProblem(reply, request, body);
  }
}
