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

/** The filled-in text fields of a form, trimmed. */
export function filledIn(form: FormData, ...names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = form.get(name);
      const text = typeof value === 'string' ? value.trim() : '';
      return text === '' ? [] : [[name, text]];
    }),
  );
}
