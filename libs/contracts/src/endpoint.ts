import type { z } from 'zod';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type Produces = 'application/json' | 'image/svg+xml' | 'text/event-stream' | 'text/plain' | 'text/csv' | 'application/pdf';

/**
 * One operation of the HTTP interface, said once: the controllers validate with it, OpenAPI is generated from it, the
 * console and the tests take their types from it.
 */
export interface EndpointSpec {
  /** Stable, unique; the operation id in OpenAPI. */
  readonly id: string;
  readonly method: Method;
  /** With the `/api` prefix; parameters in braces. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  /** `public` needs no login; everything else answers 401 before it looks at anything else. */
  readonly access: 'public' | 'session';
  readonly status: 200 | 201;
  readonly produces: Produces;
  /** Strict: an unknown query parameter is refused. */
  readonly query: z.ZodType;
  /** Absent: the request has no body. */
  readonly body?: z.ZodType;
  readonly answer: z.ZodType;
  /** Takes an Idempotency-Key. */
  readonly idempotent?: boolean;
  /** Problem statuses beyond those every operation may answer. */
  readonly problems?: readonly number[];
}

/** Keeps the literal types of a definition. */
export function endpoint<const S extends EndpointSpec>(spec: S): S {
  return spec;
}

export type QueryOf<S extends EndpointSpec> = z.output<S['query']>;
export type BodyOf<S extends EndpointSpec> = S extends { readonly body: infer B extends z.ZodType } ? z.output<B> : undefined;
export type AnswerOf<S extends EndpointSpec> = z.output<S['answer']>;
