import { COMMAND_TYPES } from './commands/command-body.ts';
import { ENDPOINTS } from './endpoints.ts';
import { openapiDocument } from './openapi.ts';

interface Operation {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, unknown>>;
  readonly requestBody?: {
    readonly content: {
      readonly 'application/json': {
        readonly schema: { readonly oneOf?: readonly { readonly properties: { readonly type: { readonly const: string } } }[] };
      };
    };
  };
}

const document = openapiDocument() as unknown as { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> };
const operations = Object.values(document.paths).flatMap((path) => Object.values(path));

it('describes every operation once, all under /api', () => {
  expect(operations.map((one) => one.operationId).sort()).toEqual(ENDPOINTS.map((one) => one.id).sort());
  expect(new Set(operations.map((one) => one.operationId)).size).toBe(operations.length);
  expect(Object.keys(document.paths).every((path) => path.startsWith('/api/'))).toBe(true);
});

it('says of every operation with a session that it may answer 401, and of all that they may answer 400', () => {
  for (const spec of ENDPOINTS) {
    const responses = document.paths[spec.path]?.[spec.method.toLowerCase()]?.responses ?? {};
    expect('400' in responses).toBe(true);
    expect('401' in responses).toBe(spec.access === 'session' || (spec.problems ?? []).includes(401));
  }
});

it('lists every command with its own payload', () => {
  const choices = document.paths['/api/cases/{id}/commands']?.['post']?.requestBody?.content['application/json'].schema.oneOf ?? [];
  expect(choices.map((one) => one.properties.type.const)).toEqual(COMMAND_TYPES);
});

it('closes what a client sends and leaves open what it gets: fields are added freely', () => {
  const intake = document.paths['/api/cases']?.['post'];
  expect(JSON.stringify(intake?.requestBody)).toContain('"additionalProperties":false');
  expect(JSON.stringify(operations.map((one) => one.responses))).not.toContain('"additionalProperties":false');
});
