import type { CivilDate, Deadline, Instant, OpenDeadline } from '../case/deadline.ts';
import type { Fact } from '../case/decision.ts';
import { childId } from '../case/command.ts';
import { canonicalInstant, civilDateOf, startOfDay } from '../calendar/civil-date.ts';
import { findRule, ruleIn } from '../rule-packs/find-rule.ts';
import type { Rule } from '../rule-packs/rule.ts';
import { DeadlineEffectError } from './deadline-effects.ts';
import type { DeadlineChanges, DeadlineEffect, EffectContext, InstantOrDate } from './deadline-effects.ts';
import { deriveDueDate } from './derive.ts';
import { NO_RUNG, nextRung } from './ladder.ts';
import { inputOf, isOpen } from './stored-deadline.ts';

type Start = Extract<DeadlineEffect, { kind: 'start' }>;
type End = Extract<DeadlineEffect, { kind: 'end' }>;

const asInstant = (text: InstantOrDate): Instant => (text.length === 10 ? startOfDay(text) : canonicalInstant(text));
const asDate = (text: InstantOrDate): CivilDate => (text.length === 10 ? text : civilDateOf(text));

/**
 * True when the rule lets this many more days be added.
 *
 * @param already days added before; of a rule that is extended `once` only none.
 */
export function mayExtend(rule: Pick<Rule, 'extension'>, already: number, days: number): boolean {
  const { extension } = rule;
  if (extension === null || !Number.isInteger(days) || days < 1 || already + days > extension.max) return false;
  return !extension.once || already === 0;
}

/** The facts of a passing, wherever it is noticed. */
export function passedFact(deadline: Deadline): Fact {
  return { data: { deadlineId: deadline.id, dueDate: deadline.dueDate }, rule: deadline.rule, type: 'deadline.passed' };
}

/** Derives the due date anew and sets the deadline at the foot of its ladder; of a paused one no rung is next. */
function rederived(row: Deadline, context: Pick<EffectContext, 'at' | 'env'>): Deadline {
  const input = inputOf(row, context.env);
  const { dueDate, dueAt, digest } = deriveDueDate(input);
  const next =
    row.state === 'paused'
      ? NO_RUNG
      : nextRung({ rule: input.rule, calendar: input.calendar, dueDate, dueAt, climbed: -1, at: context.at, ladderFrom: row.ladderFrom });
  return { ...row, dueDate, dueAt, digest, ...next };
}

function started(effect: Start, id: string, context: EffectContext): Deadline | null {
  const { env, region, at } = context;
  const again = 'dueDateAs' in effect ? effect.dueDateAs : null;
  const triggerAt =
    'triggerAt' in effect
      ? asInstant(effect.triggerAt)
      : 'triggerDate' in effect
        ? startOfDay(effect.triggerDate)
        : effect.dueDateAs.triggerAt;
  const found = ruleIn(env.rulePacks, again?.rulePack, effect.rule) ?? findRule(env.rulePacks, region, civilDateOf(triggerAt), effect.rule);
  if (found === undefined) {
    // The law of that day has no such limit (2005 knew no objection): nothing to arm. A rule that no pack knows is a bug.
    if (env.rulePacks.some((pack) => pack.rules.some((rule) => rule.id === effect.rule))) return null;
    throw new RangeError(`no rule pack knows ${effect.rule}`);
  }
  const { pack, rule } = found;
  const calendar = env.calendars.current(region);
  const fixedDate = again?.fixedDate ?? effect.fixedDate ?? null;
  if (fixedDate === null ? rule.unit === 'set-by-person' : !rule.dateMayBeSet) {
    throw new DeadlineEffectError(fixedDate === null ? 'deadline.date_set_by_person' : 'deadline.date_is_counted', {
      zh: rule.id,
      en: rule.id,
    });
  }
  const extensionDays = again?.extensionDays ?? effect.extensionDays ?? 0;
  const pauses = again?.pauses ?? [];
  const { dueDate, dueAt, digest } = deriveDueDate({ rule, calendar, triggerAt, extensionDays, pauses, fixedDate });
  const ladderFrom = context.ladderFrom ?? null;
  const { nextStep, nextAt } = nextRung({ rule, calendar, dueDate, dueAt, climbed: -1, at, ladderFrom });
  return {
    id,
    rule: rule.id,
    state: 'armed',
    triggerAt,
    extensionDays,
    pauses,
    fixedDate,
    rulePack: pack.id,
    calendarVersion: calendar.version,
    dueDate,
    dueAt,
    digest,
    owner: effect.owner,
    version: 1,
    nextStep,
    nextAt,
    ladderFrom,
    firedAt: null,
    doneAt: null,
  };
}

/**
 * An act in time meets the deadline; a late one leaves it fired and says when it was done. A deadline that the case moved
 * on from while it was overdue stays fired too, and is done with: overdue means fired and not done.
 */
function ended(row: OpenDeadline, effect: End, at: Instant, facts: Fact[]): Deadline {
  const doneAt = effect.doneAt === undefined ? at : asInstant(effect.doneAt);
  if (row.state === 'fired') return { ...row, doneAt, nextStep: null, nextAt: null };
  if (row.state === 'armed' && doneAt >= row.dueAt) {
    facts.push(passedFact(row));
    return { ...row, state: 'fired', firedAt: at, doneAt, nextStep: null, nextAt: null };
  }
  return { ...row, state: effect.how, doneAt, nextStep: null, nextAt: null };
}

function extended(row: OpenDeadline, days: number, context: EffectContext): Deadline {
  const { rule } = inputOf(row, context.env);
  if (row.state === 'fired' || !mayExtend(rule, row.extensionDays, days)) {
    throw new DeadlineEffectError('deadline.not_extendable', {
      zh: `${row.rule}不能延长${String(days)}日`,
      en: `${row.rule} can't be extended by ${String(days)} days`,
    });
  }
  return rederived({ ...row, extensionDays: row.extensionDays + days }, context);
}

function paused(row: OpenDeadline, from: CivilDate, context: EffectContext): Deadline {
  if (inputOf(row, context.env).rule.pausableBy.length === 0) {
    throw new DeadlineEffectError('deadline.not_pausable', { zh: `${row.rule}不能暂停`, en: `nothing pauses ${row.rule}` });
  }
  // What has passed has passed: a hearing held afterwards doesn't undo it.
  if (row.state !== 'armed') return row;
  return { ...row, state: 'paused', pauses: [...row.pauses, { from, to: null }], ...NO_RUNG };
}

function resumed(row: OpenDeadline, on: CivilDate, context: EffectContext): Deadline {
  if (row.state !== 'paused') return row;
  const pauses = row.pauses.map((pause) => (pause.to === null ? { from: pause.from, to: on < pause.from ? pause.from : on } : pause));
  return rederived({ ...row, state: 'armed', pauses }, context);
}

function changed(row: OpenDeadline, effect: Exclude<DeadlineEffect, Start>, context: EffectContext, facts: Fact[]): Deadline {
  switch (effect.kind) {
    case 'end':
      return ended(row, effect, context.at, facts);
    case 'answered':
      return row.state === 'fired' ? { ...row, ...NO_RUNG } : row;
    case 'extend':
      return extended(row, effect.days, context);
    case 'pause':
      return paused(row, asDate(effect.from), context);
    case 'resume':
      return resumed(row, asDate(effect.at), context);
  }
}

/**
 * Applies what a step asks of the deadlines, in order, to the case's open ones. Effects on a rule of which none is open
 * change nothing; `end`, `extend`, `pause` and `resume` touch every open deadline of their rule.
 *
 * A rule starts under the law of its trigger's civil date; where that law has no such rule nothing is armed. Changes of an
 * armed deadline use the pack and calendar it was armed with: another calendar comes in only through `rederive`.
 *
 * @throws DeadlineEffectError when the rule forbids it (a guard should have refused before).
 * @throws RangeError for a rule that no pack knows.
 */
export function applyDeadlineEffects(
  open: readonly OpenDeadline[],
  effects: readonly DeadlineEffect[],
  context: EffectContext,
): DeadlineChanges {
  // The case's open ones first, each in its place, then the new ones.
  const after: Deadline[] = [...open];
  const facts: Fact[] = [];
  let child = context.firstChild;
  for (const effect of effects) {
    if (effect.kind === 'start') {
      const row = started(effect, childId(context.commandId, child), context);
      if (row === null) continue;
      after.push(row);
      child++;
      continue;
    }
    for (const [i, row] of after.entries()) if (row.rule === effect.rule && isOpen(row)) after[i] = changed(row, effect, context, facts);
  }
  const rows: Deadline[] = [];
  const stillOpen: OpenDeadline[] = [];
  for (const [i, row] of after.entries()) {
    const old = open[i];
    const kept = old === undefined || old === row ? row : { ...row, version: old.version + 1 };
    if (kept !== old) rows.push(kept);
    if (isOpen(kept)) stillOpen.push(kept);
  }
  return { rows, open: stillOpen, facts };
}
