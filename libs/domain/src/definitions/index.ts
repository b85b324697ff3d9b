export { COMMANDS } from './commands.ts';
export type { CommandSpec } from './command-spec.ts';
export type { ProcedureDefinition, TransitionRow } from './definition.ts';
export { PROCEDURE_DEFINITIONS, currentDefinition, definitionOf } from './procedures.ts';
export { stateLabel } from './state-labels.ts';
export type { Way } from '../chart/ways.ts';
export { renderDiagram } from './diagram.ts';
export type { LivePath } from './diagram.ts';
