import { useQuery } from '@tanstack/react-query';
import { json } from './http.ts';
import { keys } from './keys.ts';

/** Legal time as the server has it. The browser's clock may be a day wrong, and the test clock is another one. */
export function useLegalNow(): string | null {
  const found = useQuery({
    queryKey: keys.clock,
    queryFn: ({ signal }) => json<{ readonly now: string }>('/api/clock', { signal }),
    staleTime: 60_000,
    refetchInterval: 60_000,
  });
  return found.data?.now ?? null;
}
