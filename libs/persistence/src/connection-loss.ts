/** SQLSTATE classes and codes that speak of the server or the connection, not of the statement. */
const SERVER_CODES = /^(08|53|57P)/;
const NETWORK_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH', 'EAI_AGAIN']);
const MESSAGES =
  /connection terminated|query read timeout|timeout exceeded when trying to connect|client has encountered a connection error|not queryable|connection ended|connection is closed/i;

/** Whether an error of `pg` means that the database was away: then nothing is known of what was asked, and neither it nor the asker is blamed. */
export function isConnectionLoss(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  // A missing file is another matter than a missing socket.
  const noSocket = code === 'ENOENT' && 'syscall' in error && error.syscall === 'connect';
  return SERVER_CODES.test(code) || NETWORK_CODES.has(code) || noSocket || MESSAGES.test(error.message);
}

/** Whether PostgreSQL ended a statement because it took longer than it may: what was asked for is too much, not out of reach. */
export function isTimeLimit(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '57014';
}
