import type { FastifyReply, FastifyRequest } from 'fastify';
import type { BodyOf, EndpointSpec, QueryOf } from '#libs/contracts';
import type { Viewer } from '#libs/access';

type PathParams<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? { readonly [K in Name | keyof PathParams<Rest>]: string }
  : object;

/** A validated request of one operation: what a controller gets, and all it gets. */
export interface Call<S extends EndpointSpec> {
  /** Null for the operations that need no login. */
  readonly viewer: S['access'] extends 'session' ? Viewer : null;
  readonly params: PathParams<S['path']>;
  readonly query: QueryOf<S>;
  readonly body: BodyOf<S>;
  readonly idempotencyKey: string | undefined;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** What the session hook found out, kept beside the request. */
export interface Admitted {
  readonly viewer: Viewer;
  readonly token: string;
}

const admitted = new WeakMap<FastifyRequest, Admitted>();

export function rememberAdmitted(request: FastifyRequest, who: Admitted): void {
  admitted.set(request, who);
}

export function admittedOf(request: FastifyRequest): Admitted | null {
  return admitted.get(request) ?? null;
}
