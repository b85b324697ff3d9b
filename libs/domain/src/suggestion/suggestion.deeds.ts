import { flagOf, hasDocument, oneOf, textOf } from '../case/payload.ts';
import type { Deed } from '../chart/chart.ts';
import { deadline, met } from '../chart/effect.ts';
import { INTAKE_CLOCKS, RECEIVER_CLOCKS } from '../transfer/transfer.deeds.ts';
import { suggested } from './suggestion.facts.ts';

const ADOPTED = ['full', 'partly', 'no'] as const;

/** Art 29 sets no day limit for the study of a suggestion: no PET-HANDLE. */
export const accept: Deed = (context) => ({
  context: { firstUnitId: context.firstUnitId ?? context.holderUnitId },
  effects: [suggested('suggestion.accepted', { by: context.holderUnitId }), ...met(...INTAKE_CLOCKS, ...RECEIVER_CLOCKS)],
});

/** Reply with what was adopted, Art 29; then the reply must not lie in a drawer. */
export const reply: Deed = (context, { command, today }) => ({
  memo: { adopted: oneOf(command, 'adopted', ADOPTED) ?? 'no', decidedOn: today },
  effects: [
    suggested('suggestion.replied', { adopted: textOf(command, 'adopted'), by: context.holderUnitId }),
    ...met('PET-REDO'),
    deadline({ kind: 'start', rule: 'PET-SERVE', triggerAt: command.at, owner: { role: 'handler', unitId: context.holderUnitId } }),
  ],
});

/** No window opens: a suggestion has no review chain (rules 9.2). */
export const serve: Deed = (_context, { command }) => {
  const partyId = textOf(command, 'partyId');
  return {
    memo: { answerServed: true },
    effects: [
      suggested('reply.served', {
        method: textOf(command, 'method'),
        ...(partyId === null ? {} : { partyId }),
        receivedOn: textOf(command, 'receivedOn'),
        ...(flagOf(command, 'refused') ? { refused: true } : {}),
        ...(hasDocument(command, 'proof') ? {} : { unproven: true }),
      }),
      ...met('PET-SERVE'),
    ],
  };
};
