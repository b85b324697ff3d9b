import type { ProcedureDefinition } from './definition.ts';

export interface LivePath {
  readonly state?: string;
  /** States the case went through, oldest first. */
  readonly path?: readonly string[];
  readonly lang?: 'zh' | 'en';
}

export declare function renderDiagram(definition: ProcedureDefinition, live?: LivePath): string;
