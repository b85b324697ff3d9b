import { addresseesOf } from '../access/people.ts';
import type { ChartContext } from '../case/memo.ts';
import { textOf } from '../case/payload.ts';
import type { Branch, Deed } from '../chart/chart.ts';
import { cancelled, deadline, met, notify } from '../chart/effect.ts';
import { runningClocks, takeUp } from '../interruption/interruption.ts';
import { INTAKE_CLOCKS, RECEIVER_CLOCKS } from '../transfer/transfer.deeds.ts';
import { petitioned } from './petition.facts.ts';

function refusal(context: ChartContext, reason: string | null, caseId: string | null): Readonly<Record<string, unknown>> {
  return { by: context.holderUnitId, ...(caseId === null ? {} : { caseId }), ...(reason === null ? {} : { reason }) };
}

/** 受理: the time for handling it runs from here; the unit that accepts first does every later remand. */
export function acceptWithin(rule: 'PET-HANDLE' | 'PET-SIMPLE'): Deed {
  return (context, { command }) => ({
    context: { firstUnitId: context.firstUnitId ?? context.holderUnitId },
    effects: [
      petitioned('case.accepted', { by: context.holderUnitId }),
      ...met(...INTAKE_CLOCKS, ...RECEIVER_CLOCKS),
      deadline({ kind: 'start', rule, triggerAt: command.at, owner: { role: 'handler', unitId: context.holderUnitId } }),
    ],
  });
}

/** Art 34: sixty days. */
export const accept = acceptWithin('PET-HANDLE');

/** 不予受理 by whoever received it first. */
export const refuse: Deed = (context, { command }) => ({
  effects: [petitioned('case.refused', refusal(context, textOf(command, 'reason'), textOf(command, 'caseId'))), ...met(...INTAKE_CLOCKS)],
});

/** After routing the centre looks at it first: nobody is turned away by the unit complained about alone. */
export const proposeRefusal: Deed = (context, { command, open, state }) => ({
  memo: {
    proposal: {
      kind: 'refusal',
      by: command.by.userId,
      from: state,
      clocks: runningClocks(open.filter((one) => one.rule === 'PET-NOTICE-FWD')),
    },
  },
  effects: [
    petitioned('refusal.proposed', refusal(context, textOf(command, 'reason'), textOf(command, 'caseId'))),
    ...met(...RECEIVER_CLOCKS),
    notify('refusal.proposed', context.centreUnitId, addresseesOf(context, context.centreUnitId)),
  ],
});

/** 不再受理, Art 36(3): waits for a second person. */
export const proposeEnding: Deed = (context, { command, open, state }) => {
  const stopped = [...INTAKE_CLOCKS, ...RECEIVER_CLOCKS] as readonly string[];
  return {
    memo: {
      proposal: {
        kind: 'ending',
        by: command.by.userId,
        from: state,
        clocks: runningClocks(open.filter((one) => stopped.includes(one.rule))),
      },
    },
    effects: [
      petitioned('ending.proposed', { priorCaseId: textOf(command, 'priorCaseId') }),
      ...met(...INTAKE_CLOCKS),
      ...cancelled(...RECEIVER_CLOCKS),
      notify('ending.proposed', context.centreUnitId, addresseesOf(context, context.centreUnitId)),
    ],
  };
};

export const confirmRefusal: Deed = (context) => ({
  memo: { proposal: undefined },
  effects: [
    petitioned('case.refused', { by: context.holderUnitId }),
    notify('case.refused', context.holderUnitId, addresseesOf(context, context.holderUnitId)),
  ],
});

export const confirmEnding: Deed = (context) => ({
  memo: { proposal: undefined },
  effects: [
    petitioned('case.ended'),
    ...cancelled('PET-ASSIGN'),
    notify('case.ended', context.holderUnitId, addresseesOf(context, context.holderUnitId)),
  ],
});

/** The proposal falls; what it had ended runs again to its first due date. */
export const rejectProposal: Deed = (context) => ({
  memo: { proposal: undefined },
  effects: [
    petitioned('proposal.rejected', { kind: context.memo.proposal?.kind, state: context.memo.proposal?.from }),
    ...takeUp(context.memo.proposal?.clocks ?? []),
    notify('proposal.rejected', context.holderUnitId, addresseesOf(context, context.holderUnitId)),
  ],
});

export const proposedWhileRegistered: Branch = {
  name: 'proposed-while-registered',
  text: { zh: '登记阶段提出', en: 'proposed while registered' },
  holds: (context) => context.memo.proposal?.from === 'registered',
};
