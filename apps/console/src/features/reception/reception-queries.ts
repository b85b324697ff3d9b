import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReceptionFigures, ReceptionPage } from '../../server-state/api-types.ts';
import { json } from '../../server-state/http.ts';
import { keys } from '../../server-state/keys.ts';

/** Days of reception that this person may know of, the newest duty first (at most a hundred). */
export function useReceptions() {
  return useQuery({
    queryKey: keys.receptions,
    queryFn: ({ signal }) => json<ReceptionPage>('/api/receptions', { query: { limit: 100 }, signal }),
  });
}

/** What places and levels owe; asked for by those who answer for a place. */
export function useReceptionFigures(asked: boolean): ReceptionFigures['items'] {
  const found = useQuery({
    queryKey: keys.receptionFigures,
    queryFn: ({ signal }) => json<ReceptionFigures>('/api/receptions/figures', { signal }),
    enabled: asked,
  });
  return found.data?.items ?? [];
}

interface Sent {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly idempotencyKey: string;
}

/** Sends what was filled in; lists and figures are read again. */
export function useSentReception() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ path, body, idempotencyKey }: Sent) => json<unknown>(path, { method: 'POST', body, idempotencyKey }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: keys.receptions });
    },
  });
}
