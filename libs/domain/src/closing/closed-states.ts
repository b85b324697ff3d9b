import type { ProcedureId } from '../case/vocabulary.ts';

/** States in which nothing more is owed to the petitioner but the visit, the rating and the archive. */
const PETITION: ReadonlySet<string> = new Set([
  'concluded',
  'final',
  'refused',
  'guided',
  'settled',
  'ended',
  'withdrawn',
  'merged',
  'archived',
]);

const CLOSED: ReadonlyMap<string, ReadonlySet<string>> = new Map<ProcedureId, ReadonlySet<string>>([
  ['petition', PETITION],
  ['simplified', PETITION],
  ['hotline', new Set(['called-back', 'handed-over', 'withdrawn', 'merged', 'archived'])],
  ['suggestion', new Set(['served', 'withdrawn', 'merged', 'archived'])],
  ['accusation', new Set(['concluded', 'archived'])],
  ['mediation', new Set(['performed', 'unperformed', 'terminated', 'refused', 'withdrawn', 'merged', 'archived'])],
  ['leader-case', new Set(['concluded', 'released', 'archived'])],
  ['supervision', new Set(['signed-off', 'supervision-withdrawn', 'archived'])],
  ['rectification', new Set(['result-published', 'result-kept', 'rectification-withdrawn', 'archived'])],
  ['suggestion-letter', new Set(['letter-concluded', 'letter-withdrawn', 'archived'])],
  ['guided', new Set(['guided', 'withdrawn', 'merged', 'archived'])],
  ['joint-meeting', new Set(['cancelled', 'concluded', 'archived'])],
  ['urgent-matter', new Set(['concluded', 'archived'])],
  ['duty-handover', new Set(['taken', 'archived'])],
  ['reception-day', new Set(['relieved', 'archived'])],
  ['jurisdiction', new Set(['ruled', 'archived'])],
  ['resolution', new Set(['concluded', 'archived'])],
]);

export function isClosed(procedure: string, state: string): boolean {
  return CLOSED.get(procedure)?.has(state) === true;
}
