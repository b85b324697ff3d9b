import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Survey, VisitPlan, YardMeeting } from '../../server-state/api-types.ts';
import { json } from '../../server-state/http.ts';

/** What each list is of. */
interface Lists {
  readonly '/api/visit-plans': VisitPlan;
  readonly '/api/yard-meetings': YardMeeting;
  readonly '/api/surveys': Survey;
}

/** The newest entries of one of these lists (at most two hundred). */
export function useListed<Path extends keyof Lists>(path: Path): readonly Lists[Path][] {
  const found = useQuery({
    queryKey: ['outreach', path],
    queryFn: ({ signal }) => json<{ readonly items: readonly Lists[Path][] }>(path, { query: { limit: 200 }, signal }),
  });
  return found.data?.items ?? [];
}

interface Sent {
  /** Left out: the list's own address. */
  readonly path?: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly idempotencyKey?: string;
}

/** Sends a new entry, then reads the list again. */
export function useSent(list: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ path = list, body, idempotencyKey }: Sent) =>
      json<unknown>(path, { method: 'POST', body, ...(idempotencyKey === undefined ? {} : { idempotencyKey }) }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['outreach', list] });
    },
  });
}
