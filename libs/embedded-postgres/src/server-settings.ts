import { totalmem } from 'node:os';

const MIB = 1024 * 1024;

/**
 * What the server runs with. Acknowledged means on disk: `fsync` and `synchronous_commit` stay on. Error lines carry neither
 * the statement nor the row, which could name a person.
 */
export function serverSettings(): Readonly<Record<string, string>> {
  // 0 where no container limits the process.
  const memory = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
  const buffers = Math.round(Math.min(Math.max(memory / 8, 64 * MIB), 512 * MIB) / MIB);
  return {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '100',
    shared_buffers: `${String(buffers)}MB`,
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    fsync: 'on',
    synchronous_commit: 'on',
    min_wal_size: '256MB',
    max_wal_size: '1GB',
    random_page_cost: '1.1',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_messages: 'warning',
    log_checkpoints: 'off',
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
  };
}
