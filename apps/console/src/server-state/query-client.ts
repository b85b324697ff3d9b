import { QueryClient } from '@tanstack/react-query';
import { problemOf } from './problem.ts';

/** Reads are tried again only where that can help: no answer, or the server's own trouble. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        refetchOnWindowFocus: false,
        retry: (count, error) => {
          const { status } = problemOf(error);
          return count < 2 && (status === 0 || status >= 500);
        },
      },
      mutations: { retry: false },
    },
  });
}
