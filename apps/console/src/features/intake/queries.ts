import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type { Preview, Registered } from '../../server-state/api-types.ts';
import { useDebounced } from '../../forms/use-debounced.ts';
import { json } from '../../server-state/http.ts';
import { intakeBody, previewable, type IntakeValues } from './values.ts';

/** Rest of typing before the engine is asked (console.md 3.1). */
const REST_MS = 800;

/** What registering would give. A new question aborts the former one. Parties' identity isn't needed for it and isn't sent. */
export function usePreview(values: IntakeValues | undefined): { data: Preview | undefined; failed: boolean; busy: boolean } {
  const body = previewable(values)
    ? JSON.stringify(
        intakeBody({
          ...values,
          parties: (values.parties ?? []).map(({ role, kind, unitId }) => ({ role, kind, ...(unitId === undefined ? {} : { unitId }) })),
        }),
      )
    : '';
  const asked = useDebounced(body, REST_MS);
  const found = useQuery({
    queryKey: ['preview', asked],
    queryFn: ({ signal }) => json<Preview>('/api/cases/preview', { method: 'POST', body: JSON.parse(asked) as unknown, signal }),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 60_000,
  });
  return { data: asked === '' ? undefined : found.data, failed: found.isError, busy: found.isFetching };
}

/** Registers; the key was made when the form opened. */
export function useRegister() {
  return useMutation({
    mutationFn: ({ values, idempotencyKey }: { values: IntakeValues; idempotencyKey: string }) =>
      json<Registered>('/api/cases', { method: 'POST', body: intakeBody(values), idempotencyKey }),
  });
}
