import type { Actor } from '#libs/domain';
import type { Engine, Outcome } from '#libs/engine';
import { idempotencyOf } from './engine-answer.ts';
import type { KeyedRequest } from './engine-answer.ts';

/** The number of no case: what is sent to it is answered by nothing but its key. */
const NO_CASE = '00000000-0000-0000-0000-000000000000';

/**
 * What the same request was answered with before; null where it has no key or is new. Whoever checks something that may have changed since,
 * before the engine is asked, asks this first: a request sent again gets the answer that it got.
 */
export async function recordedOutcome(engine: Pick<Engine, 'execute'>, actor: Actor, keyed: KeyedRequest): Promise<Outcome | null> {
  if (keyed.key === undefined) return null;
  const idempotency = idempotencyOf(keyed, 200, () => null);
  const outcome = await engine.execute({ caseId: NO_CASE, actor, type: 'REPLAY', payload: {}, ...idempotency });
  return outcome.kind === 'replayed' || outcome.kind === 'key-reused' ? outcome : null;
}
