import pg from 'pg';

/** Locks, deadlocks, serialisation, a statement that took too long: the same command may well succeed a moment later. */
const TRANSIENT = new Set(['40001', '40P01', '55P03', '57014']);

/** Something of that key is there already. */
export function isTaken(error: pg.DatabaseError): boolean {
  return error.code === '23505';
}

/** The server has said no and rolled everything back; the connection lives. */
export function isServerRefusal(error: unknown): error is pg.DatabaseError {
  // 57P0x ends the session, 08 is the connection's own class: whether a commit came before it is not known.
  return error instanceof pg.DatabaseError && !/^(?:57P|08)/.test(error.code ?? '08');
}

export function isTransient(error: pg.DatabaseError): boolean {
  return TRANSIENT.has(error.code ?? '');
}
