import { addresseesOf } from '../access/people.ts';
import { isOverdueDuty } from '../access/projection.ts';
import { addDays, civilDateOf } from '../calendar/index.ts';
import type { StoppedClock } from '../case/memo.ts';
import { textOf } from '../case/payload.ts';
import { invalid, refused } from '../case/refusal.ts';
import type { Branch, Deed } from '../chart/chart.ts';
import type { Effect, FactSpec } from '../chart/effect.ts';
import { deadline, factsOf, notify } from '../chart/effect.ts';
import type { OpenDeadline } from '../case/deadline.ts';
import type { Rule } from '../chart/rule.ts';
import { isClosed } from '../closing/closed-states.ts';

export const INTERRUPTION_FACTS = {
  'case.withdrawn': { text: { zh: '已撤回', en: 'Withdrawn' }, data: ['requestedBy', 'requestedOn'] },
  'withdrawal.undone': { text: { zh: '撤回已取消', en: 'Withdrawal undone' }, data: ['state'] },
  'case.merged': { text: { zh: '已并案', en: 'Merged' }, data: ['intoCaseId'] },
  'merger.undone': { text: { zh: '已取消并案', en: 'Merger undone' }, data: ['state'] },
} as const satisfies Record<string, FactSpec>;

const interrupted = factsOf(INTERRUPTION_FACTS);

/** Local default: how long a withdrawal may be undone. */
const UNDO_DAYS = 15;

/** What is still owed, as what takes it up again; with its first due date, a duty that was overdue is overdue again. Lapsed rights stay lapsed. */
export function runningClocks(open: readonly OpenDeadline[]): readonly StoppedClock[] {
  return open
    .filter((one) => one.state !== 'fired' || isOverdueDuty(one))
    .map(({ rule, rulePack, owner, triggerAt, extensionDays, pauses, fixedDate }) => ({
      rule,
      rulePack,
      owner,
      triggerAt,
      extensionDays,
      pauses,
      fixedDate,
    }));
}

/** Ends every open clock. */
export function stopAll(open: readonly OpenDeadline[]): readonly Effect[] {
  return [...new Set(open.map((one) => one.rule))].map((rule) => deadline({ kind: 'end', rule, how: 'cancelled' }));
}

/** Starts stopped clocks again with their first due dates, even where those are past by now. */
export function takeUp(clocks: readonly StoppedClock[]): readonly Effect[] {
  return clocks.map(({ rule, owner, ...dueDateAs }) =>
    deadline({ kind: 'start', rule, owner, extensionDays: dueDateAs.extensionDays, dueDateAs }),
  );
}

export const requestedByPetitioner: Rule = {
  name: 'requested-by-petitioner',
  basis: '《信访工作条例》第19条',
  text: { zh: '由信访人或其代表提出', en: 'asked for by a petitioner or representative of the case' },
  payload: true,
  check: (context, { command }) => {
    const partyId = textOf(command, 'requestedBy');
    if (partyId === null && command.by.role === 'petitioner') return null;
    return context.parties.some(
      (one) => one.id === partyId && (one.role === 'petitioner' || one.role === 'representative' || one.role === 'agent'),
    )
      ? null
      : invalid('requestedBy', 'party.unknown', {
          zh: '撤回须由本件信访人或其代表提出。',
          en: 'A withdrawal is asked for by a petitioner or representative of this case.',
        });
  },
};

export const requestedNotInFuture: Rule = {
  name: 'requested-not-in-future',
  basis: '《信访工作条例》第19条',
  text: { zh: '提出日期不晚于今天', en: 'not asked for in the future' },
  payload: true,
  check: (_context, { command, today }) => {
    const date = textOf(command, 'requestedOn');
    return date !== null && date > today
      ? invalid('requestedOn', 'case.invalid_date', {
          zh: '提出日期不能晚于今天。',
          en: 'The date of the request must not be in the future.',
        })
      : null;
  },
};

export const withinUndoDays: Rule = {
  name: 'within-undo-days',
  basis: '本地默认规则（十五日内可取消撤回）',
  text: { zh: '撤回后十五日内', en: 'within 15 days of the withdrawal' },
  payload: false,
  check: (context, { today }) => {
    const at = context.memo.interrupted?.at;
    const last = at === undefined ? null : addDays(civilDateOf(at), UNDO_DAYS);
    return last !== null && today <= last
      ? null
      : refused({
          zh: `撤回只能在${last ?? '十五日'}前（含当日）取消，现已逾期；可重新提出信访事项。`,
          en: `A withdrawal may be undone until ${last ?? 'fifteen days after it'}; a new petition is possible.`,
        });
  },
};

export const mergeTargetKnown: Rule = {
  name: 'merge-target-known',
  basis: '《信访工作条例》第19条第3款',
  text: { zh: '主案存在且知悉', en: 'the case merged into exists and is known to the sender' },
  payload: true,
  check: (_context, { command }) =>
    command.cases[textOf(command, 'intoCaseId') ?? ''] === undefined
      ? invalid('intoCaseId', 'case.unknown', { zh: '没有这个案件。', en: 'There is no such case.' })
      : null,
};

export const mergeTargetFits: Rule = {
  name: 'merge-target-fits',
  basis: '《信访工作条例》第19条第3款',
  text: { zh: '主案是另一未结案件，类别与密级相同', en: 'another open case of the same class and seal' },
  payload: true,
  check: (context, { command }) => {
    const target = command.cases[textOf(command, 'intoCaseId') ?? '']?.snapshot;
    if (target === undefined) return null;
    const basis = '《信访工作条例》第19条第3款';
    if (target.context.caseId === context.caseId)
      return refused({ zh: '案件不能并入自身。', en: 'A case can’t be merged into itself.' }, { basis });
    if (isClosed(target.procedure, target.state))
      return refused({ zh: '主案已经结案，不能并入。', en: 'The other case is closed; nothing is merged into it.' }, { basis });
    if (target.context.class === context.class && target.context.sealed === context.sealed) return null;
    return refused({ zh: '两案类别或密级不同，不能并案。', en: 'The two cases differ in class or seal.' }, { basis });
  },
};

/** Taken where the case was interrupted in this state: each goes back to where it was. */
export function cameFrom(state: string): Branch {
  return {
    name: `came-from-${state}`,
    text: { zh: '回到原状态', en: 'back to where it was' },
    holds: (context) => context.memo.interrupted?.from === state,
  };
}

/** 撤回: clocks stop; for fifteen days it can be undone. */
export const withdraw: Deed = (context, { command, open, state }) => ({
  memo: { interrupted: { from: state, at: command.at, clocks: runningClocks(open) } },
  effects: [
    interrupted('case.withdrawn', { requestedBy: textOf(command, 'requestedBy'), requestedOn: textOf(command, 'requestedOn') }),
    ...stopAll(open),
    notify('case.withdrawn', context.holderUnitId, addresseesOf(context, context.holderUnitId)),
  ],
});

/** 并案, Art 19(3): one matter, one clock; the person decides, never the engine. */
export const merge: Deed = (context, { command, open, state }) => {
  const into = textOf(command, 'intoCaseId') ?? '';
  return {
    memo: { interrupted: { from: state, at: command.at, clocks: runningClocks(open), into } },
    effects: [
      interrupted('case.merged', { intoCaseId: into }),
      ...stopAll(open),
      notify('case.merged', context.holderUnitId, addresseesOf(context, context.holderUnitId)),
    ],
  };
};

function undo(type: 'withdrawal.undone' | 'merger.undone'): Deed {
  return (context) => ({
    memo: { interrupted: undefined },
    effects: [
      interrupted(type, { state: context.memo.interrupted?.from }),
      ...takeUp(context.memo.interrupted?.clocks ?? []),
      notify(type, context.holderUnitId, addresseesOf(context, context.holderUnitId)),
    ],
  });
}

export const undoWithdrawal = undo('withdrawal.undone');
export const undoMerger = undo('merger.undone');
