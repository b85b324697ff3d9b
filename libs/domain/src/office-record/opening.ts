import type { CaseCommand } from '../case/command.ts';
import type { Refusal } from '../case/decision.ts';
import type { CaseMemo, ChartContext } from '../case/memo.ts';
import type { Effect } from '../chart/effect.ts';

/** How a record begins: who holds it, who else knows of it, what it remembers, and its first effects. */
export interface Opening {
  readonly holderUnitId: string;
  readonly assisting: readonly string[];
  readonly memo: CaseMemo;
  readonly effects: (context: ChartContext) => readonly Effect[];
}

/** Reads a REGISTER command of one kind of record. A refusal says what is wrong with it. */
export type Opener = (command: CaseCommand) => Opening | Refusal;

export function isOpening(opened: Opening | Refusal): opened is Opening {
  return 'holderUnitId' in opened;
}
