import type { Decision } from '#libs/domain';
import { COMMANDS, decide, knowledge, namedCases, namedUnits, openCase, options, petitionerNotices, projectCase } from '#libs/domain';

/** The pure functions that the engine asks; everything it writes comes out of them. */
export interface Decisions {
  readonly commands: typeof COMMANDS;
  readonly decide: typeof decide;
  readonly openCase: typeof openCase;
  readonly options: typeof options;
  readonly knowledge: typeof knowledge;
  readonly projectCase: typeof projectCase;
  readonly namedUnits: typeof namedUnits;
  readonly namedCases: typeof namedCases;
}

/** `tellPetitioners`: what may be sent to a petitioner's phone is written too; without such a channel nobody would read it. */
export function domainDecisions({ tellPetitioners = false }: { readonly tellPetitioners?: boolean } = {}): Decisions {
  const plain = { commands: COMMANDS, decide, openCase, options, knowledge, projectCase, namedUnits, namedCases };
  return tellPetitioners ? { ...plain, decide: (...asked) => withPetitioner(decide(...asked)) } : plain;
}

function withPetitioner(decision: Decision): Decision {
  if (!decision.ok) return decision;
  const told = petitionerNotices(decision.facts, decision.next.context);
  return told.length === 0 ? decision : { ...decision, notices: [...decision.notices, ...told] };
}
