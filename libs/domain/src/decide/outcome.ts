import { isExcluded, isUnforwarded } from '../access/people.ts';
import type { CaseCommand } from '../case/command.ts';
import type { Accepted, CommandToSend, Fact, Notice } from '../case/decision.ts';
import type { DomainEnv } from '../case/env.ts';
import type { ChartContext } from '../case/memo.ts';
import type { CaseSnapshot } from '../case/snapshot.ts';
import type { Effect } from '../chart/effect.ts';
import { superseded } from '../chart/effect.ts';
import { isClosed } from '../closing/closed-states.ts';
import type { ProcedureId } from '../case/vocabulary.ts';
import type { DeadlineEffect } from '../deadlines/deadline-effects.ts';
import { applyDeadlineEffects } from '../deadlines/index.ts';
import { proceduresOf } from '../definitions/procedures.ts';
import { DRAWN_VISIT } from '../rule-packs/visit-rules.ts';
import { withoutEnded } from '../supervision/supervise.ts';

/** Deadlines of a command take child ids from here on; below it the caller numbers documents and parties. */
export const FIRST_DEADLINE_CHILD = 160;

/** Nobody who is excluded is told anything; of a sealed case only its holder is, once it has been passed on. */
export function mayBeTold(context: ChartContext, notice: Notice): boolean {
  if (isExcluded(context, notice.unitId)) return false;
  return !context.sealed || (!isUnforwarded(context) && notice.unitId === context.holderUnitId);
}

/** What isn't closed any more is visited when it is closed again. */
function withoutVisit({ procedure, open }: CaseSnapshot, state: string): readonly Effect[] {
  return open.some(({ rule }) => rule === DRAWN_VISIT) && !isClosed(procedure, state) ? superseded(DRAWN_VISIT) : [];
}

interface Collected {
  readonly command: CaseCommand;
  readonly env: DomainEnv;
  /** The snapshot before, for its open deadlines; its version and procedure are what the next one keeps. */
  readonly before: CaseSnapshot;
  readonly state: string;
  readonly context: ChartContext;
  readonly effects: readonly Effect[];
  readonly ladderFrom?: string | null;
}

/** Turns a chart's effects into what is written: facts, rows, notices and the next snapshot. */
export function settle({ command, env, before, state, context, effects, ladderFrom = null }: Collected): Accepted {
  const facts: Fact[] = [];
  const notices: Notice[] = [];
  const sends: CommandToSend[] = [];
  const changes: DeadlineEffect[] = [];
  let other: ProcedureId | null = null;
  for (const effect of [...effects, ...withoutVisit(before, state)]) {
    if (effect.kind === 'fact') facts.push(effect.fact);
    else if (effect.kind === 'deadline') changes.push(effect.change);
    else if (effect.kind === 'send') sends.push(effect.command);
    else if (effect.kind === 'procedure') other = effect.procedure;
    else if (mayBeTold(context, effect.notice)) notices.push(effect.notice);
  }
  const region = context.divisionCode;
  const {
    rows,
    open,
    facts: passed,
  } = applyDeadlineEffects(before.open, changes, {
    commandId: command.commandId,
    at: command.at,
    firstChild: FIRST_DEADLINE_CHILD,
    env,
    region,
    ladderFrom,
  });
  facts.push(...passed);
  const procedure = other ?? before.procedure;
  const procedureVersion = other === null ? before.procedureVersion : proceduresOf(env).current(other).version;
  return {
    ok: true,
    next: { procedure, procedureVersion, state, context: withoutEnded(context, open), open },
    versioned: true,
    facts,
    deadlines: rows,
    notices,
    ...(sends.length > 0 ? { sends } : {}),
  };
}
