/** By name, so that nobody has to import every library just to tell its errors apart. */
const BUGS = new Set(['TypeError', 'ReferenceError', 'SyntaxError', 'RangeError', 'AssertionError']);

/**
 * Ends a process that could not start, with 1: what is wrong outside is told in one line (`ConfigError`, `DatabaseUnusable`, a
 * port in use …); only a mistake of ours also shows where it happened.
 */
export function endInOneLine(app: string, error: unknown): never {
  process.stderr.write(`jiefen ${app}: ${lineOf(error)}\n`);
  // Half a process may hold timers and connections that would keep it alive.
  process.exit(1);
}

/** What is written of an error. */
export function lineOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (BUGS.has(error.name) || error.message === '') return error.stack ?? error.name;
  const { code, port } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE') return `port ${port ?? ''} is in use: stop what listens there or set PORT`;
  return error.message.replaceAll(/\s*\n\s*/g, ' ');
}
