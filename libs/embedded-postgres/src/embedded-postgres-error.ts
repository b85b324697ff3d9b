/** The embedded server cannot be used; the message is one line for the person who starts the process. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
}
