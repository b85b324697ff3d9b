import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CasePage, Inbox } from '../../server-state/api-types.ts';
import { json } from '../../server-state/http.ts';
import { keys } from '../../server-state/keys.ts';
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
