import { chartContext } from '../case/memo.ts';
import type { Actor, CaseContext } from '../case/snapshot.ts';
import { PROCEEDINGS_LETTER_FIELDS } from '../letters/letter-files.ts';
import { mediates, recordOf } from '../mediation/record.ts';
import { hasRole } from './people.ts';

/** `withheld`: that there is such a paper, not what it says; `hidden`: not even that. */
export type PaperAccess = 'text' | 'withheld' | 'hidden';

/** A stored text of the case. */
export interface Paper {
  readonly id: string;
  /** The payload field it came from. */
  readonly field: string;
}

/** What is said behind closed doors, and what was agreed there (人民调解法 Art 23). */
const PROCEEDINGS: ReadonlySet<string> = new Set([
  'statement',
  'minutes',
  'matter',
  'finding',
  'facts',
  'disputed',
  'content',
  'manner',
  'record',
  ...Object.values(PROCEEDINGS_LETTER_FIELDS),
]);

const PARTY_SIDES: ReadonlySet<string> = new Set(['petitioner', 'representative', 'agent']);

/** Whoever sits at the table: the body that holds it, its mediators, and the units of its team. */
function sitsAtTable(context: CaseContext, reader: Actor): boolean {
  const { team, ...record } = recordOf(chartContext(context));
  if (record.mediators.some((one) => one.userId === reader.userId)) return true;
  if (reader.unitId === null) return false;
  if (reader.unitId === context.holderUnitId) return hasRole(reader, 'handler', 'head', 'mediator');
  return team.some((one) => one.unitId === reader.unitId) && hasRole(reader, 'handler', 'head');
}

/**
 * How much of a paper somebody reads who may know the case: a note of a talk with one side is that side's and the mediators' alone, and
 * what was said behind closed doors stays with those who sat there. The petitioner reads through his own page.
 */
export function paperAccess(context: CaseContext, reader: Actor, { id, field }: Paper): PaperAccess {
  if (context.memo['mediation'] === undefined) return 'text';
  const record = recordOf(chartContext(context));
  const caucus = record.caucuses.find((one) => one.documentId === id);
  const recused = reader.userId !== null && context.recusedUsers.includes(reader.userId);
  if (caucus !== undefined) {
    if (reader.role === 'petitioner') {
      const side = context.parties.find((one) => one.id === caucus.partyId);
      return side !== undefined && PARTY_SIDES.has(side.role) ? 'text' : 'hidden';
    }
    return !recused && mediates(chartContext(context), reader.userId) ? 'text' : 'hidden';
  }
  if (record.openness === 'open' || !PROCEEDINGS.has(field)) return 'text';
  return !recused && sitsAtTable(context, reader) ? 'text' : 'withheld';
}
