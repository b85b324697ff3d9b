import type { CaseCommand } from '../case/command.ts';
import type { Actor, CaseSnapshot } from '../case/snapshot.ts';
import type { RecordOpening } from './opening.ts';
import { recordPayload } from './opening.ts';

/** The REGISTER command of a record beside a case, as the engine prepares it. */
export function besideCommand(
  main: CaseSnapshot,
  opening: RecordOpening,
  { by, now, commandId }: { readonly by: Actor; readonly now: string; readonly commandId: string },
): CaseCommand {
  const payload = recordPayload(main, opening, now);
  return { type: 'REGISTER', commandId, at: now, by, payload, documents: [], units: {}, cases: {} };
}
