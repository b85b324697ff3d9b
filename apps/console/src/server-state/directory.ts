import { useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { Lang } from '../i18n/say.ts';
import { useI18n } from '../i18n/staff.tsx';
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

/** The division that a code lies under; villages that lie directly under a county are among its divisions too. */
function above(code: string): string {
  if (code.length === 12) return code.slice(0, 9);
  if (code.length === 9) return code.slice(0, 6);
  return code.endsWith('00') ? `${code.slice(0, 2)}0000` : `${code.slice(0, 4)}00`;
}

/** Names of these places by their code, once the directory has come. */
export function useDivisionNames(codes: readonly string[]): (code: string) => string {
  const parents = [...new Set(codes.map(above))];
  const names = useQueries({
    queries: parents.map((parent) => ({
      queryKey: keys.divisions(parent),
      queryFn: ({ signal }: { readonly signal: AbortSignal }) => all<Division>('/api/directory/divisions', { parent }, signal),
      ...LONG,
    })),
    combine: (found) => new Map(found.flatMap((one) => one.data ?? []).map((one) => [one.code, one.name])),
  });
  return (code) => names.get(code) ?? code;
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

function useAllUnits(enabled: boolean): readonly Unit[] | undefined {
  return useQuery({
    queryKey: keys.allUnits,
    queryFn: ({ signal }) => all<Unit>('/api/directory/units', {}, signal),
    enabled,
    ...LONG,
  }).data;
}

const inLanguage = ({ name, nameEn }: Unit, lang: Lang): string => (lang === 'en' ? (nameEn ?? name) : name);

/** Said for a unit that nobody has named (yet). */
export const UNKNOWN = '…';

/** Names of units known by id only, such as a deadline's owner. Those in `known` come with the page; the others once the directory has come. */
export function useUnitNames(known: readonly NamedUnit[] = []): (id: string) => string {
  const { lang } = useI18n();
  const units = useAllUnits(true);
  const names = useMemo(() => new Map((units ?? []).map((unit) => [unit.id, inLanguage(unit, lang)])), [units, lang]);
  return useCallback(
    (id: string) => {
      const given = known.find(({ unitId }) => unitId === id)?.name;
      return (lang === 'en' ? (names.get(id) ?? given) : (given ?? names.get(id))) ?? UNKNOWN;
    },
    [names, known, lang],
  );
}

/** A named unit in the language in use: answers name units in Chinese, the directory knows what they are called in English. */
export function useUnitName(): (unit: { readonly unitId: string; readonly name: string }) => string {
  const { lang } = useI18n();
  const units = useAllUnits(lang === 'en');
  const names = useMemo(() => new Map((units ?? []).map((unit) => [unit.id, inLanguage(unit, lang)])), [units, lang]);
  return useCallback(({ unitId, name }) => (lang === 'en' ? (names.get(unitId) ?? name) : name), [names, lang]);
}
