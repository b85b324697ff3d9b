import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Lang } from '../../i18n/say.ts';
import type { CaseView, CommandDone, HistoryPage, Verified } from '../../server-state/api-types.ts';
import { json, request } from '../../server-state/http.ts';
import { keys } from '../../server-state/keys.ts';
import { problemOf } from '../../server-state/problem.ts';
import { readChart } from './chart-document.ts';

const HISTORY_PAGE = 50;

/** The case with its clocks, papers and what this person may do: one request paints the page. */
export function useCase(id: string) {
  return useQuery({ queryKey: keys.case(id), queryFn: ({ signal }) => json<CaseView>(`/api/cases/${id}`, { signal }) });
}

/** Everything that happened, oldest first, page by page. */
export function useHistory(id: string) {
  return useInfiniteQuery({
    queryKey: keys.history(id),
    queryFn: ({ signal, pageParam }) =>
      json<HistoryPage>(`/api/cases/${id}/history`, { query: { limit: HISTORY_PAGE, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
}

/** Recomputes the hash chain on the server, when asked. */
export function useVerify(id: string) {
  return useMutation({ mutationFn: () => json<Verified>(`/api/cases/${id}/verify`) });
}

/** The live chart, an SVG document in the console's language. */
export function useDiagram(id: string, version: number, lang: Lang) {
  return useQuery({
    queryKey: keys.diagram(id, version, lang),
    queryFn: async ({ signal }) => {
      const answer = await request(`/api/cases/${id}/diagram`, { signal });
      return readChart(await answer.text(), lang);
    },
  });
}

export interface Sent {
  readonly type: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly expectedVersion: number;
  readonly idempotencyKey: string;
}

/** Sends a command with the version that was shown; whatever the outcome, the newest case is fetched. */
export function useCommand(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ idempotencyKey, ...body }: Sent) =>
      json<CommandDone>(`/api/cases/${id}/commands`, { method: 'POST', body, idempotencyKey }),
    onSettled: async (_done, error) => {
      if (error !== null && problemOf(error).status === 0) return;
      await queries.invalidateQueries({ queryKey: keys.case(id) });
      void queries.invalidateQueries({ queryKey: ['cases'] });
    },
  });
}
