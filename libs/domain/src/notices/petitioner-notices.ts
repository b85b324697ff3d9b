import type { Fact, Notice } from '../case/decision.ts';
import type { CaseContext } from '../case/snapshot.ts';

/**
 * What the law wants the petitioner told in writing (Art 22, 23, 31, 32, 34 to 36), each with the kind of message that may go to
 * his phone. The message only says that there is something to read: it serves nothing and starts no clock.
 */
const KINDS: Readonly<Record<string, string>> = {
  'case.accepted': 'petitioner.accepted',
  'suggestion.accepted': 'petitioner.accepted',
  'mediation.accepted': 'petitioner.accepted',
  'mediation.declined': 'petitioner.answered',
  'termination.served': 'petitioner.served',
  'case.refused': 'petitioner.answered',
  'case.ended': 'petitioner.answered',
  'case.guided': 'petitioner.answered',
  'handling.extended': 'petitioner.progress',
  'filing.recorded': 'petitioner.progress',
  'order.extended': 'petitioner.progress',
  'order.replied': 'petitioner.answered',
  'case.converted': 'petitioner.progress',
  'service.recorded': 'petitioner.served',
  'reply.served': 'petitioner.served',
  'case.remanded': 'petitioner.progress',
  'withdrawal.undone': 'petitioner.progress',
};

/**
 * Messages to the petitioner for what has just happened, at most one of a kind. Of a sealed case there are none, and none where nobody
 * gave a name: nothing may show an accuser's phone to whoever operates a gateway.
 */
export function petitionerNotices(facts: readonly Fact[], context: Pick<CaseContext, 'sealed' | 'anonymous'>): readonly Notice[] {
  if (context.sealed || context.anonymous === true) return [];
  const kinds = new Set(facts.flatMap(({ type }) => KINDS[type] ?? []));
  return [...kinds].map((kind) => ({ kind, unitId: null, roles: ['petitioner'] as const }));
}
