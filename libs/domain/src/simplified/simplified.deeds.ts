import { addresseesOf } from '../access/people.ts';
import type { ChartContext } from '../case/memo.ts';
import type { Deed, Done } from '../chart/chart.ts';
import type { Effect } from '../chart/effect.ts';
import { cancelled, deadline, met, notify } from '../chart/effect.ts';
import type { Step } from '../chart/rule.ts';
import { issueOpinion, settle } from '../petition/handling.deeds.ts';
import { acceptWithin } from '../petition/intake.deeds.ts';
import { simplified } from './simplified.facts.ts';

/** Ten working days from the acceptance. */
export const acceptSimply: Deed = acceptWithin('PET-SIMPLE');

const ordinary: Effect = { kind: 'procedure', procedure: 'petition' };

function within(deed: Deed): Deed {
  return (context, step) => {
    const done = deed(context, step);
    return { ...done, effects: [...done.effects, ...met('PET-SIMPLE')] };
  };
}

/** The opinion of a simplified handling is a 信访处理意见 like any other: it is served and may be reviewed (Art 32, 35). */
export const issueSimpleOpinion = within(issueOpinion);
export const settleSimply = within(settle);

/** Whatever comes back to be handled again is no simple matter. */
export function ordinarily(deed: Deed): Deed {
  return (context, step) => {
    const done = deed(context, step);
    return { ...done, effects: [...done.effects, ordinary] };
  };
}

/** Not accepted yet: the clocks of its intake run on as they are. */
export const convertBeforeAcceptance: Deed = (context): Done => ({
  effects: [simplified('case.converted', { by: context.holderUnitId, from: 'simplified', procedure: 'petition' }), ordinary],
});

/** The sixty days of the ordinary procedure count from the original acceptance: turning it round gains nobody time. */
function handleOrdinarily(context: ChartContext, { open, command }: Step, by: string | null): Done {
  const acceptedAt = open.findLast((one) => one.rule === 'PET-SIMPLE')?.triggerAt ?? command.at;
  return {
    effects: [
      simplified('case.converted', { acceptedAt, ...(by === null ? {} : { by }), from: 'simplified', procedure: 'petition' }),
      ...cancelled('PET-SIMPLE'),
      deadline({ kind: 'start', rule: 'PET-HANDLE', triggerAt: acceptedAt, owner: { role: 'handler', unitId: context.holderUnitId } }),
      ordinary,
      notify('case.converted', context.holderUnitId, addresseesOf(context, context.holderUnitId)),
    ],
  };
}

export const convert: Deed = (context, step) => handleOrdinarily(context, step, context.holderUnitId);

/** The ten days are over without an opinion. */
export const convertByTime: Deed = (context, step) => handleOrdinarily(context, step, null);
