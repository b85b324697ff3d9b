import { COMMANDS, decide, knowledge, namedCases, namedUnits, openCase, options, projectCase } from '#libs/domain';

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

export function domainDecisions(): Decisions {
  return { commands: COMMANDS, decide, openCase, options, knowledge, projectCase, namedUnits, namedCases };
}
