import type { BilingualText } from '../case/decision.ts';
import type { CaseMemo, ChartContext } from '../case/memo.ts';
import { chartContext } from '../case/memo.ts';
import type { CaseSnapshot } from '../case/snapshot.ts';
import { isClosed } from '../closing/closed-states.ts';
import type { ProcedureDefinition } from './definition.ts';
import type { ProcedureBook } from './procedures.ts';

export type Migrated =
  { readonly ok: true; readonly snapshot: CaseSnapshot } | { readonly ok: false; readonly code: string; readonly reason: BilingualText };

const stays = (code: string, zh: string, en: string): Migrated => ({ ok: false, code: `migration.${code}`, reason: { zh, en } });

/** The states that a case would go back to are states of the version too. */
function memoAfter(memo: CaseMemo, stateOf: (state: string) => string): CaseMemo {
  const { interrupted, proposal } = memo;
  return {
    ...memo,
    ...(interrupted === undefined ? {} : { interrupted: { ...interrupted, from: stateOf(interrupted.from) } }),
    ...(proposal === undefined ? {} : { proposal: { ...proposal, from: stateOf(proposal.from) } }),
  };
}

function oneStep(snapshot: CaseSnapshot, to: ProcedureDefinition): Migrated {
  const { migration } = to;
  const name = `${to.id}@${String(to.version)}`;
  if (migration?.from !== snapshot.procedureVersion)
    return stays(
      'no_map',
      `${name}没有从第${String(snapshot.procedureVersion)}版迁移的对照表。`,
      `${name} has no map from version ${String(snapshot.procedureVersion)}.`,
    );
  const context: ChartContext = chartContext(snapshot.context);
  const left = [snapshot.state, context.memo.interrupted?.from, context.memo.proposal?.from].filter((state) => state !== undefined);
  const states = new Map<string, string>();
  for (const state of left) {
    const target = migration.states[state];
    if (typeof target === 'string') states.set(state, target);
    else
      return {
        ok: false,
        code: 'migration.state_stays',
        reason: target ?? { zh: `没有“${state}”的对应状态。`, en: `Nothing is said of the state ${state}.` },
      };
  }
  const stateOf = (state: string): string => states.get(state) ?? state;
  const upcast = migration.upcast({ ...context, memo: memoAfter(context.memo, stateOf) });
  return { ok: true, snapshot: { ...snapshot, procedureVersion: to.version, state: stateOf(snapshot.state), context: upcast } };
}

/**
 * Takes a case over to a later version of its procedure, version by version, each by its own map. Clocks go on as they run.
 *
 * @returns the snapshot, or why the case stays on its version: no map, a state that stays behind, a clock that the version doesn't know.
 */
export function migrate(snapshot: CaseSnapshot, version: number, book: ProcedureBook): Migrated {
  if (version === snapshot.procedureVersion) return stays('unchanged', '已是该版本。', 'It is on that version already.');
  if (version < snapshot.procedureVersion)
    return stays('backwards', '不能迁移到更早的版本。', 'Cases don’t go back to an earlier version.');
  let now = snapshot;
  for (let next = snapshot.procedureVersion + 1; next <= version; next++) {
    const step = oneStep(now, book.of(snapshot.procedure, next));
    if (!step.ok) return step;
    now = step.snapshot;
  }
  const { deadlines } = book.of(snapshot.procedure, version);
  const unknown = now.open.find((one) => !deadlines.includes(one.rule));
  if (unknown !== undefined)
    return stays(
      'clock_unknown',
      `新版本没有正在计算的期限${unknown.rule}。`,
      `The new version doesn’t know the running clock ${unknown.rule}.`,
    );
  return { ok: true, snapshot: now };
}

/** What is wrong with a version's map from the one before it; empty for a sound one. */
export function migrationMistakes(earlier: ProcedureDefinition, later: ProcedureDefinition): readonly string[] {
  const { migration } = later;
  const name = `${later.id}@${String(later.version)}`;
  if (migration === undefined) return [`${name}: has no map`];
  const mistakes: string[] = [];
  if (migration.from !== earlier.version || earlier.id !== later.id) mistakes.push(`${name}: maps from another version`);
  for (const state of earlier.states) {
    const target = migration.states[state];
    if (target === undefined) mistakes.push(`${name}: says nothing of ${state}`);
    else if (typeof target === 'string' && !later.states.includes(target))
      mistakes.push(`${name}: ${state} → ${target}, which is no state`);
    else if (typeof target === 'string' && isClosed(earlier.id, state) !== isClosed(later.id, target))
      mistakes.push(`${name}: ${state} → ${target} would close or open a case`);
  }
  for (const state of Object.keys(migration.states)) if (!earlier.states.includes(state)) mistakes.push(`${name}: ${state} was no state`);
  return mistakes;
}
