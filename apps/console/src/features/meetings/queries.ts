import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { newIdempotencyKey } from '../../forms/idempotency-key.ts';
import type { CasePage, OfficeRecord, Related } from '../../server-state/api-types.ts';
import { json } from '../../server-state/http.ts';
import { keys } from '../../server-state/keys.ts';

/** Joint meetings that this person may know of, newest first. */
export function useMeetings() {
  return useQuery({ queryKey: keys.meetings, queryFn: ({ signal }) => json<CasePage>('/api/meetings', { query: { limit: 100 }, signal }) });
}

/** Records about a case, and the cases a record is about. */
export function useRelated(id: string) {
  return useQuery({ queryKey: keys.related(id), queryFn: ({ signal }) => json<Related>(`/api/cases/${id}/related`, { signal }) });
}

/** Opens a record at an address that makes one. */
export function useOpenRecord(path: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: unknown) => json<OfficeRecord>(path, { method: 'POST', body, idempotencyKey: newIdempotencyKey() }),
    onSuccess: async () => {
      await Promise.all([
        queries.invalidateQueries({ queryKey: keys.meetings }),
        queries.invalidateQueries({ queryKey: keys.duty }),
        queries.invalidateQueries({ queryKey: ['case'] }),
        queries.invalidateQueries({ queryKey: ['cases'] }),
      ]);
    },
  });
}
