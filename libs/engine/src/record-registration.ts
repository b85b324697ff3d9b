import type { RecordToOpen } from '#libs/domain';
import { recordTitle } from '#libs/domain';
import { derivedCaseId } from './derived-case-id.ts';
import type { RegisterRequest } from './requests.ts';
import { ENGINE_ACTOR } from './sweep.ts';

/** What registers a record that the engine asked for itself; its id follows from what it is about, so that there is one of it. */
export function recordRegistration({ key, payload }: RecordToOpen): RegisterRequest & { readonly caseId: string } {
  const { record } = payload;
  const procedure = typeof record === 'object' && record !== null && 'procedure' in record ? String(record.procedure) : '';
  return {
    actor: ENGINE_ACTOR,
    caseId: derivedCaseId('record', procedure, key),
    payload,
    texts: { title: recordTitle(payload) },
    parties: [],
  };
}
