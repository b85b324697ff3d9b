/** What of an error may stand in a log. A database error's message and detail can quote a row, so only its codes are kept. */
export function describeError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { message: String(error) };
  const { code, severity, constraint, table } = error as Error & {
    code?: unknown;
    severity?: unknown;
    constraint?: unknown;
    table?: unknown;
  };
  if (severity !== undefined) return { type: error.name, code, constraint, table };
  return { type: error.name, code, message: error.message, stack: error.stack };
}
