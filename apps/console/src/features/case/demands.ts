import type { CaseView } from '../../server-state/api-types.ts';

type Item = NonNullable<CaseView['card']>['items'][number];

/** What a supervision asks for, item by item, with the words of each: the first when it was opened, the others as they were added. */
export function demandsOf({ card, documents }: CaseView): readonly { readonly item: Item; readonly demand: string }[] {
  const demands = documents.filter((one) => one.field === 'demand').sort((one, other) => one.seq - other.seq);
  return (card?.items ?? []).map((item) => ({ item, demand: demands[item.no - 1]?.text ?? '' }));
}
