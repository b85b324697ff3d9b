import { z } from 'zod';
import { commandBody, publicCommandBody } from './commands/command-body.ts';
import { COMMAND_PAYLOADS, PUBLIC_PAYLOADS } from './commands/payloads.ts';
import type { EndpointSpec } from './endpoint.ts';
import { ENDPOINTS } from './endpoints.ts';
import { PROBLEMS, problem } from './problem.ts';

type Json = Record<string, unknown>;

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' }) as Json;
  return json;
};

/** Answers grow: a client must let fields pass that the document doesn't list yet. Bodies stay closed. */
const answerOf = (schema: z.ZodType): Json => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io: 'output',
    unrepresentable: 'any',
    reused: 'inline',
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    },
  }) as Json;
  return json;
};

/** A command's body is a choice by `type`; the payload schemas are checked inside a transform, so they are said here. */
function choiceOf(payloads: Readonly<Record<string, z.ZodType>>, other: Readonly<Record<string, z.ZodType>>): Json {
  const oneOf = Object.entries(payloads).map(([type, payload]) =>
    schemaOf(
      z.strictObject({ ...other, type: z.literal(type), payload: payload.safeParse({}).success ? payload.optional() : payload }),
      'input',
    ),
  );
  return { oneOf, discriminator: { propertyName: 'type' } };
}

function bodyOf(body: z.ZodType): Json {
  if (body === commandBody) return choiceOf(COMMAND_PAYLOADS, { expectedVersion: z.int().min(1).optional() });
  if (body === publicCommandBody) return choiceOf(PUBLIC_PAYLOADS, { queryCode: z.string(), phoneLast4: z.string() });
  return schemaOf(body, 'input');
}

function parametersOf(spec: EndpointSpec): Json[] {
  const path = [...spec.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
  const { properties = {}, required = [] } = schemaOf(spec.query, 'output') as { properties?: Record<string, Json>; required?: string[] };
  const query = Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), schema }));
  const key = { name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', maxLength: 128 } };
  return [...path, ...query, ...(spec.idempotent === true ? [key] : [])];
}

function responsesOf(spec: EndpointSpec): Json {
  const content =
    spec.produces === 'application/json'
      ? { [spec.produces]: { schema: answerOf(spec.answer) } }
      : { [spec.produces]: { schema: { type: 'string' } } };
  const statuses = new Set([400, 500, ...(spec.access === 'session' ? [401] : []), ...(spec.problems ?? [])]);
  const problems = [...statuses]
    .sort((a, b) => a - b)
    .map((status) => [String(status), { $ref: `#/components/responses/Problem${String(status)}` }]);
  return { [String(spec.status)]: { description: 'Done', content }, ...(Object.fromEntries(problems) as Json) };
}

function operationOf(spec: EndpointSpec): Json {
  return {
    operationId: spec.id,
    tags: [spec.tag],
    summary: spec.summary,
    ...(spec.access === 'public' ? { security: [] } : {}),
    parameters: parametersOf(spec),
    ...(spec.body === undefined
      ? {}
      : {
          requestBody: {
            required: !spec.body.safeParse(undefined).success,
            content: { 'application/json': { schema: bodyOf(spec.body) } },
          },
        }),
    responses: responsesOf(spec),
  };
}

function problemResponses(): Json {
  const statuses = [...new Set(Object.values(PROBLEMS).map((one) => one.status))].sort((a, b) => a - b);
  return Object.fromEntries(
    statuses.map((status) => {
      const codes = Object.entries(PROBLEMS)
        .filter(([, one]) => one.status === status)
        .map(([name]) => `\`${name}\``);
      return [
        `Problem${String(status)}`,
        { description: codes.join(', '), content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
      ];
    }),
  );
}

/** The OpenAPI 3.1 document, generated from the schemas that validate; the same for every installation. */
export function openapiDocument(): Json {
  const paths: Record<string, Json> = {};
  for (const spec of ENDPOINTS) (paths[spec.path] ??= {})[spec.method.toLowerCase()] = operationOf(spec);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Jiefen (解纷)',
      version: '1',
      description: 'A one-stop counter for petitions and disputes.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    security: [{ bearer: [] }, { cookie: [] }],
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' }, cookie: { type: 'apiKey', in: 'cookie', name: 'jiefen_session' } },
      schemas: { Problem: answerOf(problem) },
      responses: problemResponses(),
    },
  };
}
