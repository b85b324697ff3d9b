import { startOfDay } from '../calendar/index.ts';
import type { ChartContext } from '../case/memo.ts';
import type { RemainingRoute } from '../case/mediation.ts';
import { AGREEMENT_FORMS, CONFIRMATIONS, PERFORMANCES, REJECTION_GROUNDS } from '../case/mediation.ts';
import { listOf, oneOf, textOf } from '../case/payload.ts';
import type { Deed } from '../chart/chart.ts';
import { cancelled, deadline, met, notify } from '../chart/effect.ts';
import { mediated } from './mediation.facts.ts';
import { kindOf, recordOf, remembered, toldPetition } from './record.ts';

const PARTIES_WINDOW = { role: 'petitioner', unitId: null } as const;

/** 调解协议 takes effect: thirty days to ask a court to confirm it (Art 33), and the body follows its performance (Art 31). */
export const concludeAgreement: Deed = (context, { command, today }) => {
  const form = oneOf(command, 'form', AGREEMENT_FORMS) ?? 'written';
  const effectiveOn = textOf(command, 'effectiveOn') ?? today;
  const performBy = textOf(command, 'performBy');
  const body = { role: 'mediator', unitId: context.holderUnitId } as const;
  return {
    memo: { ...remembered(context, { agreement: { form, effectiveOn, performBy }, appraisalFrom: null }), answerServed: true },
    effects: [
      mediated('agreement.concluded', {
        effectiveOn,
        form,
        ...(performBy === null ? {} : { performBy }),
        signedBy: listOf(command, 'signedBy'),
      }),
      ...met(kindOf(context).limit),
      deadline({ kind: 'start', rule: 'JC-APPLY', triggerDate: effectiveOn, owner: PARTIES_WINDOW }),
      ...(performBy === null
        ? []
        : [deadline({ kind: 'start', rule: 'MED-PERFORM', triggerDate: effectiveOn, fixedDate: performBy, owner: body })]),
      ...toldPetition(context, 'agreement.concluded'),
    ],
  };
};

/** What is left when an agreement isn't kept: enforcement of a confirmed one, 支付令 for wages (劳动争议调解仲裁法 Art 16), else a suit (Art 32). */
function routesAfter(context: ChartContext): readonly RemainingRoute[] {
  const { confirmation, kind } = recordOf(context);
  if (confirmation === 'confirmed') return ['enforcement'];
  return kind === 'labour' ? ['payment-order', 'labour-arbitration'] : ['litigation'];
}

export const recordPerformance: Deed = (context, { command, today }) => {
  const result = oneOf(command, 'result', PERFORMANCES) ?? 'partly';
  const ended = result !== 'partly';
  return {
    effects: [
      mediated('performance.recorded', {
        on: textOf(command, 'on') ?? today,
        result,
        ...(result === 'not-performed' ? { routes: routesAfter(context) } : {}),
      }),
      ...(ended ? met('MED-PERFORM') : []),
      ...(result === 'performed' ? cancelled('JC-APPLY', 'JC-DECIDE') : []),
    ],
  };
};

/** 司法确认, jointly (Art 33, 民诉法 Art 205); then the court has fifteen days. */
export const applyForConfirmation: Deed = (context, { command, today }) => {
  const appliedOn = textOf(command, 'appliedOn') ?? today;
  return {
    effects: [
      mediated('confirmation.applied', { applicants: listOf(command, 'applicants'), appliedOn }),
      deadline({ kind: 'end', rule: 'JC-APPLY', how: 'met', doneAt: appliedOn === today ? command.at : startOfDay(appliedOn) }),
      deadline({ kind: 'start', rule: 'JC-DECIDE', triggerDate: appliedOn, owner: { role: 'mediator', unitId: context.holderUnitId } }),
    ],
  };
};

export const recordConfirmation: Deed = (context, { command, today }) => {
  const confirmation = oneOf(command, 'confirmation', CONFIRMATIONS) ?? 'not-accepted';
  const ground = oneOf(command, 'ground', REJECTION_GROUNDS);
  return {
    memo: remembered(context, { confirmation }),
    effects: [
      mediated('confirmation.decided', { confirmation, ...(ground === null ? {} : { ground }), on: textOf(command, 'on') ?? today }),
      ...met('JC-DECIDE'),
      notify('confirmation.decided', context.holderUnitId, ['mediator', 'head']),
    ],
  };
};
