import type { CaseView } from '../../server-state/api-types.ts';
import type { NamedUnit } from '../../server-state/directory.ts';

/** Units the case itself names: whoever holds it, its lead, those assisting. Nobody waits for the directory to read them. */
export function unitsOf({ holder, lead, assisting }: Pick<CaseView, 'holder' | 'lead' | 'assisting'>): readonly NamedUnit[] {
  return lead === null ? [holder, ...assisting] : [holder, lead, ...assisting];
}
