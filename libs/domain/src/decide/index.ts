export { COMMANDS, decide, FIRST_DEADLINE_CHILD, foldCase, knowledge, namedCases, namedUnits, openCase, options, PROCEDURE_DEFINITIONS, projectCase, renderDiagram, stateLabel } from './signatures.ts';
export type { Knowledge, ProcedureDefinition, ProjectedCase, TransitionRow } from './signatures.ts';
export type { CommandSpec } from '../definitions/command-spec.ts';
