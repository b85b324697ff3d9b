import { useQuery } from '@tanstack/react-query';
import { json } from './http.ts';
import { keys } from './keys.ts';

interface Clock {
  readonly now: string;
  /** A test clock: legal time has nothing to do with when a record was made. */
  readonly manual: boolean;
}

function useClock(): Clock | undefined {
  return useQuery({
    queryKey: keys.clock,
    queryFn: ({ signal }) => json<Clock>('/api/clock', { signal }),
    staleTime: 60_000,
    refetchInterval: 60_000,
  }).data;
}

/** Legal time as the server has it. The browser's clock may be a day wrong, and the test clock is another one. */
export function useLegalNow(): string | null {
  return useClock()?.now ?? null;
}

/** Whether legal time is moved by hand. */
export function useManualClock(): boolean {
  return useClock()?.manual ?? false;
}
