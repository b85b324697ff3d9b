import type { z } from 'zod';
import type { FieldError } from '#libs/contracts';
import { invalid } from './problem-error.ts';

type Issue = z.core.$ZodIssue;

const pathOf = (path: readonly PropertyKey[]): string => path.map(String).join('.');

/** One error a field; unknown fields each by their own name. */
function fieldErrors(issue: Issue): FieldError[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ field: pathOf([...issue.path, key]), code: 'unknown_field', message: 'there is no such field' }));
  }
  return [{ field: pathOf(issue.path), code: issue.code, message: issue.message }];
}

/** The value as the schema gives it. @throws a 400 problem that names the fields. */
export function checked<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw invalid(...parsed.error.issues.flatMap(fieldErrors));
}
