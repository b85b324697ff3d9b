import type { ChartContext } from '../case/memo.ts';
import { OPENNESS, UNSUITABLE_GROUNDS } from '../case/mediation.ts';
import { listOf, oneOf, textOf } from '../case/payload.ts';
import type { Deed } from '../chart/chart.ts';
import type { Effect } from '../chart/effect.ts';
import { cancelled, deadline, met } from '../chart/effect.ts';
import { agreeReturn, assign, forward, INTAKE_CLOCKS, RECEIVER_CLOCKS } from '../transfer/transfer.deeds.ts';
import { ACCEPTANCE_LIMITS } from './kinds.ts';
import { mediated } from './mediation.facts.ts';
import { kindOf, recordOf, remembered } from './record.ts';

const PARTIES = { role: 'petitioner', unitId: null } as const;

/** When the body that holds it received the application: by the hop that brought it, or at its own counter. */
function applicationReceivedAt({ hops, holderUnitId, receivedAt }: ChartContext): string {
  return hops.findLast((hop) => hop.to === holderUnitId)?.at ?? receivedAt;
}

/** The mediation's own clock; the days are the rule pack's. */
export function limitStarts(context: ChartContext, triggerAt: string): Effect {
  return deadline({ kind: 'start', rule: kindOf(context).limit, triggerAt, owner: { role: 'mediator', unitId: context.holderUnitId } });
}

/** Passing an application on: where the kind has a limit to decide on it, the receiver's runs from here. */
function passedOn(pass: Deed): Deed {
  return (context, step) => {
    const done = pass(context, step);
    const rule = kindOf(context).acceptance;
    const unitId = textOf(step.command, 'unitId');
    if (rule === null || unitId === null) return done;
    const clock = deadline({ kind: 'start', rule, triggerAt: step.command.at, owner: { role: 'handler', unitId } });
    return { ...done, effects: [...done.effects, ...cancelled(rule), clock] };
  };
}

export const forwardApplication = passedOn(forward);
export const assignApplication = passedOn(assign);

/** 同意退回: the limit to decide on it was the receiver's. */
export const returnApplication: Deed = (context, step) => {
  const done = agreeReturn(context, step);
  return { ...done, effects: [...done.effects, ...cancelled(...ACCEPTANCE_LIMITS)] };
};

/** 复杂或涉及多个机关的: the organ takes more days to decide, once (深圳条例 Art 46). */
export const extendAcceptance: Deed = (_context, { open, law }) => {
  const clock = open.find((one) => one.rule === 'MED-ACCEPT');
  const days = clock === undefined ? 0 : (law.ruleOf(clock).extension?.max ?? 0);
  return { effects: [mediated('acceptance.extended', { days }), deadline({ kind: 'extend', rule: 'MED-ACCEPT', days })] };
};

/** An application by word of mouth, written down on the spot and read back to the applicants (劳动争议调解仲裁法 Art 12). */
export const recordApplication: Deed = (context, { command, today }) => ({
  memo: remembered(context, { recordedOn: today }),
  effects: [mediated('application.recorded', { confirmedBy: listOf(command, 'confirmedBy') })],
});

/** 受理: whoever asked knows now that it is taken up; of labour the fifteen days run from the application itself (Art 14). */
export const acceptApplication: Deed = (context, { command, today }) => {
  const { kind, application } = recordOf(context);
  const { runsFrom } = kindOf(context);
  return {
    context: { firstUnitId: context.firstUnitId ?? context.holderUnitId },
    memo: remembered(context, { acceptedOn: today }),
    effects: [
      mediated('mediation.accepted', { application, by: context.holderUnitId, mediationKind: kind }),
      ...met(...INTAKE_CLOCKS, ...RECEIVER_CLOCKS, ...ACCEPTANCE_LIMITS),
      ...(runsFrom === 'acceptance' ? [limitStarts(context, command.at)] : []),
      ...(runsFrom === 'receipt' ? [deadline({ kind: 'start', rule: 'MED-PICK', triggerAt: command.at, owner: PARTIES })] : []),
      ...(runsFrom === 'application' ? [limitStarts(context, applicationReceivedAt(context))] : []),
    ],
  };
};

/** 不予受理, in writing and with reasons: the matter isn't one for mediation (意见 2025-02-10). */
export const declineApplication: Deed = (context, { command }) => ({
  effects: [
    mediated('mediation.declined', { by: context.holderUnitId, ground: oneOf(command, 'ground', UNSUITABLE_GROUNDS) }),
    ...met(...INTAKE_CLOCKS, ...RECEIVER_CLOCKS, ...ACCEPTANCE_LIMITS),
  ],
});

export const recordConsent: Deed = (context, { command }) => {
  const partyId = textOf(command, 'partyId') ?? '';
  const { consents } = recordOf(context);
  return {
    memo: remembered(context, { consents: consents.includes(partyId) ? consents : [...consents, partyId] }),
    effects: [mediated('consent.recorded', { partyId }), ...met('MED-CONTACT')],
  };
};

export const setOpenness: Deed = (context, { command }) => {
  const openness = oneOf(command, 'openness', OPENNESS) ?? recordOf(context).openness;
  return {
    memo: remembered(context, { openness }),
    effects: [mediated('openness.set', { consents: listOf(command, 'consents'), openness })],
  };
};
