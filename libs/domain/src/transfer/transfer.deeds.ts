import { addresseesOf, isExcluded } from '../access/people.ts';
import type { Instant } from '../case/deadline.ts';
import type { ChartContext } from '../case/memo.ts';
import { textOf } from '../case/payload.ts';
import type { Hop } from '../case/snapshot.ts';
import type { Branch, Deed } from '../chart/chart.ts';
import type { Effect } from '../chart/effect.ts';
import { cancelled, deadline, met, notify, superseded } from '../chart/effect.ts';
import type { Step } from '../chart/rule.ts';
import { transferred } from './transfer.facts.ts';
import { currentHop } from './transfer.rules.ts';

/** The clocks of a receiver: to notify the petitioner, and his right to object (Art 23(3)). */
export const RECEIVER_CLOCKS = ['PET-NOTICE-FWD', 'PET-OBJECT'] as const;
/** The clocks of intake: whoever has decided what becomes of the case has met them. */
export const INTAKE_CLOCKS = ['PET-FWD', 'PET-NOTICE-DIRECT'] as const;

/** The holder changes; whoever had it keeps read access. */
export function handOver(context: ChartContext, unitId: string): Partial<ChartContext> {
  const { holderUnitId, earlierHolders } = context;
  if (unitId === holderUnitId) return {};
  return {
    holderUnitId: unitId,
    earlierHolders: earlierHolders.includes(holderUnitId) ? earlierHolders : [...earlierHolders, holderUnitId],
  };
}

/** Units that assist from now on: those routing planned, once the case reaches its routed lead. */
function reachedAssistants(context: ChartContext, target: string): readonly string[] {
  if (target !== context.leadUnitId) return context.assisting;
  return [...new Set([...context.assisting, ...context.assistPlanned])].filter(
    (unitId) => unitId !== target && !isExcluded(context, unitId),
  );
}

/** A duty to tell the petitioner in writing; none where the name isn't known (Art 23). */
export function noticeClock(
  context: Pick<ChartContext, 'anonymous'>,
  rule: 'PET-NOTICE-DIRECT' | 'PET-NOTICE-FWD',
  triggerAt: Instant,
  unitId: string,
): readonly Effect[] {
  return context.anonymous === true ? [] : [deadline({ kind: 'start', rule, triggerAt, owner: { role: 'handler', unitId } })];
}

function receiverClocks(context: ChartContext, unitId: string, { command: { at } }: Step): readonly Effect[] {
  return [
    ...noticeClock(context, 'PET-NOTICE-FWD', at, unitId),
    deadline({ kind: 'start', rule: 'PET-OBJECT', triggerAt: at, owner: { role: 'handler', unitId } }),
  ];
}

/** 转送 and 交办, Art 22: one more hop; the receiver's two clocks start, the sender's end. */
function passOn(kind: Hop['kind']): Deed {
  return (context, step) => {
    const target = textOf(step.command, 'unitId') ?? context.leadUnitId;
    const dueDate = textOf(step.command, 'dueDate');
    const hop: Hop = { kind, from: context.holderUnitId, to: target, at: step.command.at, objected: false };
    const assisting = reachedAssistants(context, target);
    const data = {
      ...(assisting.length > 0 ? { assisting } : {}),
      ...(kind === 'ASSIGN' ? { dueDate } : {}),
      from: hop.from,
      hop: context.hops.length + 1,
      to: target,
    };
    const effects: Effect[] = [
      transferred(kind === 'ASSIGN' ? 'case.assigned' : 'case.forwarded', data),
      ...met(...INTAKE_CLOCKS),
      ...superseded(...RECEIVER_CLOCKS),
      ...receiverClocks(context, target, step),
    ];
    if (kind === 'ASSIGN' && dueDate !== null) {
      effects.push(...superseded('PET-ASSIGN'));
      effects.push(
        deadline({
          kind: 'start',
          rule: 'PET-ASSIGN',
          triggerAt: step.command.at,
          fixedDate: dueDate,
          owner: { role: 'handler', unitId: target },
        }),
      );
    }
    effects.push(notify(kind === 'ASSIGN' ? 'case.assigned' : 'case.forwarded', target, addresseesOf(context, target)));
    return {
      context: { ...handOver(context, target), hops: [...context.hops, hop], assisting },
      ...(kind === 'ASSIGN' ? { memo: { assignment: { unitId: target, reported: false } } } : {}),
      effects,
    };
  };
}

export const forward = passOn('FORWARD');
export const assign = passOn('ASSIGN');

/** 异议, Art 23(3): the right is used; the duty to notify the petitioner runs on until the sender agrees. */
export const object: Deed = (context) => {
  const hop = currentHop(context);
  const sender = hop?.from ?? context.centreUnitId;
  return {
    context: { hops: context.hops.map((one) => (one === hop ? { ...one, objected: true } : one)) },
    effects: [
      transferred('return.requested', { by: context.holderUnitId, to: sender }),
      ...met('PET-OBJECT'),
      notify('return.requested', sender, addresseesOf(context, sender)),
    ],
  };
};

/** The hop that brought the case to the unit which now gets it back. */
function ownHop(context: ChartContext, unitId: string): Hop | null {
  return context.hops.findLast((hop) => hop.to === unitId) ?? null;
}

/** The duty to pass on runs from the receipt: neither a return nor a reclassification gives a second fifteen days. */
export function forwardingClock(context: ChartContext, unitId: string): Effect {
  const role = unitId === context.centreUnitId ? ('clerk' as const) : ('handler' as const);
  return deadline({ kind: 'start', rule: 'PET-FWD', triggerAt: context.receivedAt, owner: { role, unitId } });
}

function senderOf(context: ChartContext): string {
  return currentHop(context)?.from ?? context.centreUnitId;
}

export const returnsToRegistrar: Branch = {
  name: 'returns-to-registrar',
  text: { zh: '退回登记单位', en: 'back to the unit that registered it' },
  holds: (context) => ownHop(context, senderOf(context)) === null,
};

/** The clock of a unit that has it again: its own first one, from its first trigger. */
function senderClock(context: ChartContext, sender: string, received: Hop | null): readonly Effect[] {
  if (received !== null) return noticeClock(context, 'PET-NOTICE-FWD', received.at, sender);
  if (context.direct) return noticeClock(context, 'PET-NOTICE-DIRECT', context.receivedAt, sender);
  return [forwardingClock(context, sender)];
}

/** 同意退回, Art 23(3): the sender has it again, with the clock he had and its first due date. */
export const agreeReturn: Deed = (context) => {
  const sender = senderOf(context);
  const received = ownHop(context, sender);
  return {
    context: handOver(context, sender),
    memo: { assignment: undefined },
    effects: [
      transferred('return.agreed', { from: context.holderUnitId, to: sender }),
      ...met('PET-NOTICE-FWD'),
      ...cancelled('PET-OBJECT', 'PET-ASSIGN'),
      ...senderClock(context, sender, received),
      notify('return.agreed', context.holderUnitId, addresseesOf(context, context.holderUnitId)),
    ],
  };
};

export const rejectReturn: Deed = (context) => ({
  effects: [
    transferred('return.rejected', { holder: context.holderUnitId }),
    notify('return.rejected', context.holderUnitId, addresseesOf(context, context.holderUnitId)),
  ],
});

/** 导入法定途径, Art 31(1)–(5): the case ends here and goes on in its own legal procedure. */
export const guide: Deed = (context, { command }) => ({
  effects: [
    transferred('case.guided', { route: textOf(command, 'route') }),
    ...met(...INTAKE_CLOCKS, ...RECEIVER_CLOCKS),
    ...(context.holderUnitId === context.centreUnitId
      ? []
      : [notify('case.guided', context.centreUnitId, addresseesOf(context, context.centreUnitId))]),
  ],
});

/** 办结报告, Art 22(3). */
export const reportBack: Deed = (context) => ({
  memo: context.memo.assignment === undefined ? {} : { assignment: { ...context.memo.assignment, reported: true } },
  effects: [
    transferred('assignment.reported', { by: context.memo.assignment?.unitId }),
    ...met('PET-ASSIGN'),
    notify('assignment.reported', context.centreUnitId, addresseesOf(context, context.centreUnitId)),
  ],
});

export const addMaterial: Deed = (context) => ({
  effects: [transferred('material.added'), notify('material.added', context.holderUnitId, addresseesOf(context, context.holderUnitId))],
});

/** 回避, Art 28(3): from now on this person may do nothing on the case. */
export const recuse: Deed = (context, { command }) => {
  const userId = textOf(command, 'userId') ?? command.by.userId;
  return {
    context: {
      recusedUsers: userId === null || context.recusedUsers.includes(userId) ? context.recusedUsers : [...context.recusedUsers, userId],
    },
    effects: [
      transferred('person.recused', { userId }),
      notify('person.recused', context.holderUnitId, addresseesOf(context, context.holderUnitId)),
    ],
  };
};
