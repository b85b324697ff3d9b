import type { CaseCommand } from '../case/command.ts';
import type { Decision } from '../case/decision.ts';
import type { DomainEnv } from '../case/env.ts';
import type { CaseSnapshot } from '../case/snapshot.ts';
import { asOfEdition } from '../law/law-book.ts';
import { decide } from './decide.ts';
import { openCase } from './open-case.ts';

/** A history that the domain would not have accepted: somebody wrote past it. */
export class HistoryError extends Error {
  readonly code = 'case.history_refused';

  constructor(
    readonly seq: number,
    readonly refusalCode: string,
  ) {
    super(`event ${String(seq)} of the history is refused: ${refusalCode}`);
    this.name = 'HistoryError';
  }
}

/**
 * The state that stored commands lead to, the first being REGISTER; each is decided under the edition of the law that it names.
 *
 * @throws HistoryError when one of them is refused; RangeError when there is none.
 */
export function foldCase(commands: readonly CaseCommand[], env: DomainEnv): CaseSnapshot {
  let snapshot: CaseSnapshot | null = null;
  for (const [index, command] of commands.entries()) {
    const law = asOfEdition(env, command.edition);
    const decision: Decision = snapshot === null ? openCase(command, law) : decide(snapshot, command, law);
    if (!decision.ok) throw new HistoryError(index + 1, decision.refusal.code);
    snapshot = decision.next;
  }
  if (snapshot === null) throw new RangeError('a history begins with REGISTER');
  return snapshot;
}
