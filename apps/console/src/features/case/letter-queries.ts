import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Letter, LetterPage } from '../../server-state/api-types.ts';
import { download } from '../../server-state/download.ts';
import { json } from '../../server-state/http.ts';
import { keys } from '../../server-state/keys.ts';

/** The letters of a case, made and to be made; asked again whenever the case has moved. */
export function useLetters(id: string, version: number) {
  return useQuery({
    queryKey: keys.letters(id, version),
    queryFn: ({ signal }) => json<LetterPage>(`/api/cases/${id}/letters`, { signal }),
  });
}

export function useMakeLetter(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ kind, of }: Letter) => json<Letter>(`/api/cases/${id}/letters`, { method: 'POST', body: { kind, of } }),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.case(id) }),
  });
}

export function useLetterFile(id: string) {
  return useMutation({
    mutationFn: ({ documentId, format }: Letter['files'][number]) => download(`/api/cases/${id}/letters/${documentId}`, `letter.${format}`),
  });
}
