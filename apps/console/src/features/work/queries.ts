import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CasePage, DerivationDay, Inbox } from '../../server-state/api-types.ts';
import { useLegalNow } from '../../server-state/clock.ts';
import { json } from '../../server-state/http.ts';
import { keys } from '../../server-state/keys.ts';
import { civilDate } from '../../i18n/format.ts';
import type { ListSearch } from './view-state.ts';

const PAGE = 50;

/** One page of cases. Shown until asked for anew: a change elsewhere raises the bar, it moves no row. */
export function useCases(search: ListSearch, unitId: string | undefined) {
  const { dropped: _told, ...filter } = search;
  const query = { ...filter, sort: filter.sort ?? 'due', unitId, limit: PAGE };
  return useQuery({
    queryKey: keys.cases(query),
    queryFn: ({ signal }) => json<CasePage>('/api/cases', { query, signal }),
    placeholderData: keepPreviousData,
    staleTime: 5000,
  });
}

/** Notices to this person's unit and roles. */
export function useInbox() {
  return useQuery({ queryKey: keys.inbox, queryFn: ({ signal }) => json<Inbox>('/api/inbox', { query: { limit: 20 }, signal }) });
}

export function useMarkRead() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => json<{ ok: true }>(`/api/inbox/${id}/read`, { method: 'POST', body: {} }),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.inbox }),
  });
}

/**
 * The next working days as the server's calendar has them, from the derivation of the five-working-day rule: lists say
 * "n working days left" by it and compute no date themselves.
 */
export function useWorkingDays(region: string): { readonly today: string; readonly next: readonly string[] } | null {
  const now = useLegalNow();
  const today = now === null ? '' : civilDate(now);
  const found = useQuery({
    queryKey: ['working-days', today, region],
    queryFn: ({ signal }) =>
      json<{ readonly derivation: readonly DerivationDay[] }>('/api/deadlines/explain', {
        method: 'POST',
        body: { rule: 'PET-OBJECT', region, triggerAt: now },
        signal,
      }),
    enabled: now !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (found.data === undefined) return null;
  return {
    today,
    next: found.data.derivation.filter((day) => day.kind === 'counted' || day.kind === 'make-up-workday').map((day) => day.date),
  };
}
