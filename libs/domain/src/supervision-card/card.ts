import type { ChartContext } from '../case/memo.ts';
import { numberOf } from '../case/payload.ts';
import type { CardItem, SupervisionCard } from '../case/supervision-card.ts';
import type { CaseCommand } from '../case/command.ts';
import type { Done } from '../chart/chart.ts';

/** What nobody has begun yet: the charts are asked of cases of other procedures too, when what may be sent is listed. */
const NONE: SupervisionCard = { ground: 'other', by: '', items: [], proposed: [], measures: [] };

/** What the card says so far. */
export function cardOf({ memo }: Pick<ChartContext, 'memo'>): SupervisionCard {
  return memo.card ?? NONE;
}

/** The card with something changed, as a deed writes it. */
export function changedCard(context: ChartContext, change: Partial<SupervisionCard>): NonNullable<Done['memo']> {
  return { card: { ...cardOf(context), ...change } };
}

/** The item that a command names by its number. */
export function itemOf(context: ChartContext, command: CaseCommand): CardItem | undefined {
  const no = numberOf(command, 'item');
  return cardOf(context).items.find((one) => one.no === no);
}

/** The items with one of them changed. */
export function withItem(context: ChartContext, item: CardItem): readonly CardItem[] {
  return cardOf(context).items.map((one) => (one.no === item.no ? item : one));
}

/** Whether everything asked for has been signed off. */
export function isSolved(card: SupervisionCard): boolean {
  return card.items.every((one) => one.signedOff === true);
}
