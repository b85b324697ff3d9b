import type { CaseCommand } from '../case/command.ts';
import type { Decision, Fact, Refused } from '../case/decision.ts';
import type { DomainEnv } from '../case/env.ts';
import { numberOf, textOf } from '../case/payload.ts';
import { refused } from '../case/refusal.ts';
import type { CaseSnapshot } from '../case/snapshot.ts';
import { rebase } from '../deadlines/index.ts';
import { migrate } from '../definitions/migration.ts';
import { proceduresOf } from '../definitions/procedures.ts';

const no = (code: string, zh: string, en: string): Refused => ({ ok: false, refusal: refused({ zh, en }, { code }) });

/** A move that a preview announced. */
interface Announced {
  readonly deadlineId: string;
  readonly from: string;
  readonly to: string;
}

const keyOf = ({ deadlineId, from, to }: Announced): string => `${deadlineId} ${from} ${to}`;

function isAnnounced(value: unknown): value is Announced {
  return typeof value === 'object' && value !== null && 'deadlineId' in value && 'from' in value && 'to' in value;
}

/**
 * With `moves` a command does precisely what was announced, or nothing: since the preview the case may have gone on.
 *
 * @returns the refusal where what would move isn't what was announced.
 */
export function unlessAnnounced(command: CaseCommand, moved: readonly Announced[]): Refused | null {
  const { moves } = command.payload;
  if (!Array.isArray(moves)) return null;
  const announced = moves.filter(isAnnounced).map(keyOf).sort().join();
  return announced === moved.map(keyOf).sort().join()
    ? null
    : no('switch.case_changed', '预览之后期限已有变动。', 'The deadlines have changed since the preview.');
}

/** `REBASE {rulePack, moves?}`: running clocks go over to another rule pack, as far as its transitional rule says. */
export function rebaseClocks(snapshot: CaseSnapshot, command: CaseCommand, env: DomainEnv): Decision {
  const rulePack = textOf(command, 'rulePack');
  const pack = env.rulePacks.find((one) => one.id === rulePack);
  if (pack === undefined) return no('rule_pack.unknown', '没有这个规则包。', 'There is no such rule pack.');
  const { rows, open, moved } = rebase(snapshot.open, pack, { at: command.at, region: snapshot.context.divisionCode, env });
  const changed = unlessAnnounced(command, moved);
  if (changed !== null) return changed;
  if (rows.length === 0) return no('rule_pack.unchanged', '没有期限需要变动。', 'No deadline changes.');
  const fact: Fact = { data: { moved, rulePack: pack.id }, type: 'deadline.rebased' };
  return { ok: true, next: { ...snapshot, open }, versioned: false, facts: [fact], deadlines: rows, notices: [] };
}

/** `MIGRATE {to, state?}`: the case goes on by another version of its procedure; `state` is the one it was seen in. */
export function migrateCase(snapshot: CaseSnapshot, command: CaseCommand, env: DomainEnv): Decision {
  const to = numberOf(command, 'to');
  const seen = textOf(command, 'state');
  if (to === null) return no('procedure.unknown', '没有这个流程版本。', 'There is no such version of the procedure.');
  if (seen !== null && seen !== snapshot.state)
    return no('switch.case_changed', '预览之后案件状态已有变动。', 'The case has gone on since the preview.');
  const migrated = migrate(snapshot, to, proceduresOf(env));
  if (!migrated.ok) return no(migrated.code, migrated.reason.zh, migrated.reason.en);
  const { snapshot: next } = migrated;
  const nameOf = (version: number): string => `${snapshot.procedure}@${String(version)}`;
  const fact: Fact = {
    data: {
      from: nameOf(snapshot.procedureVersion),
      stateAfter: next.state,
      stateBefore: snapshot.state,
      to: nameOf(next.procedureVersion),
    },
    type: 'procedure.migrated',
  };
  return { ok: true, next, versioned: true, facts: [fact], deadlines: [], notices: [] };
}
