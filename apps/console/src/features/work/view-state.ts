export const SORTS = ['due', '-received'] as const;

/** The filters of a list as its address carries them; no name, phone, ID number or code ever stands there. */
export interface ListSearch {
  readonly state?: string;
  readonly class?: 'CLAIM' | 'SUGGESTION' | 'ACCUSATION';
  readonly division?: string;
  readonly overdue?: 'true';
  readonly q?: string;
  readonly sort?: (typeof SORTS)[number];
  readonly cursor?: string;
  /** Conditions in the address that were not understood, told to the reader. */
  readonly dropped?: string;
}

const NARROWING = ['state', 'class', 'division', 'overdue', 'q'] as const satisfies readonly (keyof ListSearch)[];

/** The conditions that leave cases out; the order leaves none out. */
export function activeFilters(search: ListSearch): readonly (keyof ListSearch)[] {
  return NARROWING.filter((field) => search[field] !== undefined);
}

const CLASSES = ['CLAIM', 'SUGGESTION', 'ACCUSATION'] as const;

/** A phone or ID number typed as a search would land in addresses and logs. */
export function looksPersonal(q: string): boolean {
  return /^(\d{11}|\d{15}|\d{17}[\dXx])$/.test(q.normalize('NFKC').replace(/[\s-]/g, ''));
}

/** Reads the address; what isn't known is left out and named in `dropped`. */
export function readListSearch(raw: Readonly<Record<string, unknown>>): ListSearch {
  const out: { -readonly [K in keyof ListSearch]: ListSearch[K] } = {};
  const dropped: string[] = [];
  for (const [key, value] of Object.entries(raw)) {
    const text = typeof value === 'string' ? value : '';
    if (key === 'state' && /^[\w-]{1,40}$/.test(text)) out.state = text;
    else if (key === 'class' && CLASSES.some((one) => one === text)) out.class = text as (typeof CLASSES)[number];
    else if (key === 'division' && /^\d{6}(\d{3}){0,2}$/.test(text)) out.division = text;
    else if (key === 'overdue' && text === 'true') out.overdue = text;
    else if (key === 'q' && text !== '' && text.length <= 100 && !looksPersonal(text)) out.q = text;
    else if (key === 'sort' && SORTS.some((one) => one === text)) out.sort = text as (typeof SORTS)[number];
    else if (key === 'cursor' && text !== '') out.cursor = text;
    else if (key !== 'dropped' && value !== undefined) dropped.push(key);
  }
  if (dropped.length > 0) out.dropped = dropped.join(', ');
  else if (typeof raw['dropped'] === 'string') out.dropped = raw['dropped'];
  return out;
}
