import { applyDecorators, createParamDecorator, HttpCode, RequestMapping, RequestMethod, SetMetadata } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { EndpointSpec } from '#libs/contracts';
import { admittedOf } from './call.ts';
import { problemOf } from './problem-error.ts';
import { checked } from './checked.ts';

const ENDPOINT = Symbol('ENDPOINT');

/** `/api/cases/{id}` as the router spells it. */
export const routerPath = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1');

/** Binds a controller method to an operation of the contract: method, path and status come from there. */
export function Endpoint(spec: EndpointSpec): MethodDecorator {
  return applyDecorators(
    RequestMapping({ method: RequestMethod[spec.method], path: routerPath(spec.path) }),
    HttpCode(spec.status),
    SetMetadata(ENDPOINT, spec),
  );
}

const MAX_KEY = 128;

function keyOf(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined || key === '') return undefined;
  if (typeof key !== 'string' || key.length > MAX_KEY) throw problemOf('idempotency.invalid_key');
  return key;
}

/** The request's query and body, checked by the operation's schemas, with who asks: a `Call`. */
export const Input = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const spec = Reflect.getMetadata(ENDPOINT, context.getHandler()) as EndpointSpec | undefined;
  if (spec === undefined) throw new Error(`${context.getClass().name}.${context.getHandler().name} has no @Endpoint`);
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const reply = context.switchToHttp().getResponse<FastifyReply>();
  const query = checked(spec.query, request.query);
  const body = spec.body === undefined ? undefined : checked(spec.body, request.body ?? undefined);
  const idempotencyKey = spec.idempotent === true ? keyOf(request) : undefined;
  return { viewer: admittedOf(request)?.viewer ?? null, params: request.params, query, body, idempotencyKey, request, reply };
});
