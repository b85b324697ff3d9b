import type { BilingualText } from '../case/decision.ts';
import { chartContext } from '../case/memo.ts';
import type { CaseContext } from '../case/snapshot.ts';
import type { SupervisionCard } from '../case/supervision-card.ts';
import { isSolved } from './card.ts';
import { GROUND_LABELS } from './labels.ts';

/** What the page of a supervision shows of it: codes and ids, the texts are documents. */
export interface ShownCard extends SupervisionCard {
  readonly groundLabel: BilingualText;
  /** The unit supervised. */
  readonly unitId: string;
  readonly solved: boolean;
}

/** Null for a case that isn't one. */
export function cardView(context: CaseContext): ShownCard | null {
  const { card } = chartContext(context).memo;
  return card === undefined
    ? null
    : { ...card, groundLabel: GROUND_LABELS[card.ground], unitId: context.holderUnitId, solved: isSolved(card) };
}
