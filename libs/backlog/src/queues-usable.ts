import type { BacklogReader } from './backlog-reader.ts';

/** What goes on without the queues, for whoever asks how the process is. */
const MEANWHILE = 'notices wait, deadlines fall due by the sweep';

/**
 * Health check, as the relay last saw the queues: everything that is committed stays right without them, so this is never a reason
 * to take a process out of service. @throws Error that says what is away, fit for anybody's eyes
 */
export async function ensureQueuesUsable(reader: BacklogReader): Promise<void> {
  const { kind, state, reason } = await reader.backend();
  if (state === 'up') return;
  if (state === 'silent') throw new Error(`no relay has reported: ${MEANWHILE}`);
  throw new Error(reason === 'evicting' ? `${kind ?? ''} may evict jobs: ${MEANWHILE}` : `${kind ?? ''} does not answer: ${MEANWHILE}`);
}
