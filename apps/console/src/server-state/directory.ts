import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { Category, Division, Unit } from './api-types.ts';
import { json } from './http.ts';
import { keys } from './keys.ts';

/** The organisation changes rarely: once a session is often enough. */
const LONG = { staleTime: Number.POSITIVE_INFINITY, gcTime: Number.POSITIVE_INFINITY } as const;
const PAGE = 200;

interface Listed<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

async function all<T>(path: string, query: Readonly<Record<string, string>>, signal: AbortSignal): Promise<readonly T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const page: Listed<T> = await json<Listed<T>>(path, { query: { ...query, limit: PAGE, cursor }, signal });
    items.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return items;
}

/** Divisions directly below `parent`; none while no parent is chosen. */
export function useDivisions(parent: string | undefined): readonly Division[] {
  const found = useQuery({
    queryKey: keys.divisions(parent ?? ''),
    queryFn: ({ signal }) => all<Division>('/api/directory/divisions', { parent: parent ?? '' }, signal),
    enabled: parent !== undefined && parent !== '',
    ...LONG,
  });
  return found.data ?? [];
}

/** Every category, flat. */
export function useCategories(): readonly Category[] {
  const found = useQuery({
    queryKey: keys.categories,
    queryFn: ({ signal }) => all<Category>('/api/directory/categories', {}, signal),
    ...LONG,
  });
  return found.data ?? [];
}

/** Units whose name holds `text` (at most twenty). */
export function useUnitSearch(text: string): { readonly units: readonly Unit[]; readonly busy: boolean } {
  const found = useQuery({
    queryKey: keys.units(text),
    queryFn: ({ signal }) => json<Listed<Unit>>('/api/directory/units', { query: { q: text, limit: 20 }, signal }),
    enabled: text !== '',
    staleTime: 300_000,
  });
  return { units: found.data?.items ?? [], busy: found.isFetching };
}

/** A unit as an answer names it. */
export interface NamedUnit {
  readonly unitId: string;
  readonly name?: string | undefined;
}

/** Names of units known by id only, such as a deadline's owner. Those in `known` come with the page; the others once the directory has come. */
export function useUnitNames(known: readonly NamedUnit[] = []): (id: string) => string {
  const found = useQuery({
    queryKey: keys.allUnits,
    queryFn: ({ signal }) => all<Unit>('/api/directory/units', {}, signal),
    ...LONG,
  });
  const names = useMemo(() => new Map((found.data ?? []).map((unit) => [unit.id, unit.name])), [found.data]);
  return useCallback((id: string) => known.find(({ unitId }) => unitId === id)?.name ?? names.get(id) ?? '…', [names, known]);
}
