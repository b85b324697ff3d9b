import { useQuery, useQueryClient } from '@tanstack/react-query';
import { json } from '../../server-state/http.ts';
import { keys } from '../../server-state/keys.ts';

/** A register of supervision, with what is asked of it. */
export function useRegister<T>(what: string, path: string, query: Readonly<Record<string, string | number | undefined>> = {}) {
  return useQuery({
    queryKey: keys.supervision(`${what} ${JSON.stringify(query)}`),
    queryFn: ({ signal }) => json<T>(path, { query, signal }),
  });
}

/** Sends an entry of a register, then reads all of them again: a yellow card shows wherever its unit does. */
export function useEntrySender(): (path: string, body: unknown) => Promise<void> {
  const client = useQueryClient();
  return async (path, body) => {
    await json<unknown>(path, { method: 'POST', body });
    await client.invalidateQueries({ queryKey: ['supervision'] });
  };
}
