import { useMutation, useQueryClient } from '@tanstack/react-query';
import { json } from '../../server-state/http.ts';

/** Enters somebody, or marks that he has left or is back; then the list is read again. */
export function useEntry(path: string, key: readonly unknown[]) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: Readonly<Record<string, unknown>>) =>
      json(typeof id === 'string' ? `${path}/${id}` : path, { method: typeof id === 'string' ? 'PUT' : 'POST', body }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: [key[0]] });
    },
  });
}
