import { z } from 'zod';
import { COMMAND_PAYLOADS, PUBLIC_PAYLOADS } from './payloads.ts';
import type { CommandType, PublicCommandType } from './payloads.ts';

const typesOf = <T extends string>(payloads: Readonly<Record<T, z.ZodType>>): [T, ...T[]] => Object.keys(payloads) as [T, ...T[]];
export const COMMAND_TYPES = typesOf<CommandType>(COMMAND_PAYLOADS);
export const PUBLIC_COMMAND_TYPES = typesOf<PublicCommandType>(PUBLIC_PAYLOADS);

/** Checks the payload by its command's own schema and reports its fields under `payload`. */
function checkPayload(schema: z.ZodType, raw: unknown, context: z.core.$RefinementCtx): Record<string, unknown> {
  const parsed = schema.safeParse(raw === undefined ? {} : raw);
  if (parsed.success) return parsed.data as Record<string, unknown>;
  for (const issue of parsed.error.issues)
    context.issues.push({ ...issue, path: ['payload', ...issue.path], input: raw } as z.core.$ZodRawIssue);
  return {};
}

/** `{type, payload, expectedVersion?}`; the payload's fields depend on the type. */
export const commandBody = z
  .strictObject({ type: z.enum(COMMAND_TYPES), payload: z.unknown().optional(), expectedVersion: z.int().min(1).optional() })
  .transform((body, context) => ({ ...body, payload: checkPayload(COMMAND_PAYLOADS[body.type], body.payload, context) }));
export type CommandBody = z.output<typeof commandBody>;

const queryCode = z.string().min(1).max(64);
/** The last four digits of the phone given at intake; where none was given, the secret on the receipt. */
const phoneLast4 = z.string().min(1).max(64);

export const trackBody = z.strictObject({ queryCode, phoneLast4 });
export const publicCommandBody = z
  .strictObject({ queryCode, phoneLast4, type: z.enum(PUBLIC_COMMAND_TYPES), payload: z.unknown().optional() })
  .transform((body, context) => ({ ...body, payload: checkPayload(PUBLIC_PAYLOADS[body.type], body.payload, context) }));
