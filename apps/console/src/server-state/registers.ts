import { useQueries, useQuery } from '@tanstack/react-query';
import type { Helper, Leader, Person } from './api-types.ts';
import { json } from './http.ts';
import { keys } from './keys.ts';

const PAGE = 200;
interface Listed<T> {
  readonly items: readonly T[];
}

/** Leaders of a place, of those around it and of those in it (at most two hundred). */
export function useLeaders(division: string): readonly Leader[] {
  const found = useQuery({
    queryKey: keys.leaders(division),
    queryFn: ({ signal }) => json<Listed<Leader>>('/api/registers/leaders', { query: { division, limit: PAGE }, signal }),
  });
  return found.data?.items ?? [];
}

/** Helpers of mediations, likewise. */
export function useHelpers(division: string): readonly Helper[] {
  const found = useQuery({
    queryKey: keys.helpers(division),
    queryFn: ({ signal }) => json<Listed<Helper>>('/api/registers/helpers', { query: { division, limit: PAGE }, signal }),
  });
  return found.data?.items ?? [];
}

/** Whom these units have for the work on cases. */
export function usePeople(unitIds: readonly string[]): readonly Person[] {
  return useQueries({
    queries: unitIds.map((unitId) => ({
      queryKey: keys.people(unitId),
      queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
        json<Listed<Person>>('/api/directory/people', { query: { unitId }, signal }),
    })),
    combine: (found) => found.flatMap((one) => one.data?.items ?? []),
  });
}
