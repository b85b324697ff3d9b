import type { ChartContext } from '../case/memo.ts';
import { HELPERS, TEAM_SEATS } from '../case/mediation.ts';
import { listOf, oneOf, textOf } from '../case/payload.ts';
import type { Deed } from '../chart/chart.ts';
import type { Effect } from '../chart/effect.ts';
import { deadline, met, notify } from '../chart/effect.ts';
import { recuse } from '../transfer/transfer.deeds.ts';
import { limitStarts } from './application.deeds.ts';
import { mediated } from './mediation.facts.ts';
import { bothSides, kindOf, mediates, recordOf, remembered } from './record.ts';

/** 确定调解员, Art 19: one or several; of a court's matter he has three working days to confirm. */
export const appointMediator: Deed = (context, { command }) => {
  const userId = textOf(command, 'userId') ?? '';
  const chosenBy = textOf(command, 'chosenBy') === 'parties' ? ('parties' as const) : ('body' as const);
  const { mediators, signedAt } = recordOf(context);
  const unitId = textOf(command, 'userIdUnit') ?? context.holderUnitId;
  const awaited = kindOf(context).runsFrom === 'receipt' && signedAt === undefined;
  return {
    memo: remembered(context, { mediators: [...mediators, { userId, chosenBy }] }),
    effects: [
      mediated('mediator.appointed', { chosenBy, userId }),
      ...(awaited
        ? [
            ...met('MED-PICK', 'MED-APPOINT', 'MED-CONFIRM'),
            deadline({ kind: 'start', rule: 'MED-CONFIRM', triggerAt: command.at, owner: { role: 'mediator', unitId } }),
          ]
        : []),
      notify('mediator.appointed', unitId, ['mediator', 'head']),
    ],
  };
};

/** The parties chose nobody in their two days: the court's three run from here (在线调解规则 Art 10). */
export const choiceLapses: Deed = (context, { command }) => ({
  effects: [
    mediated('choice.lapsed'),
    deadline({ kind: 'start', rule: 'MED-APPOINT', triggerAt: command.at, owner: { role: 'mediator', unitId: context.holderUnitId } }),
    notify('choice.lapsed', context.holderUnitId, ['head', 'mediator']),
  ],
});

/** 签收: the day that a court's limit runs from (特邀调解规定 Art 27); whoever hasn't consented yet is spoken to within three working days. */
export const signForMatter: Deed = (context, { command }) => {
  const spokenToAll = bothSides(context).every((id) => recordOf(context).consents.includes(id));
  const owner = { role: 'mediator', unitId: context.holderUnitId } as const;
  return {
    memo: remembered(context, { signedAt: command.at }),
    effects: [
      mediated('mediation.signed-for', { userId: command.by.userId }),
      ...met('MED-CONFIRM'),
      ...(spokenToAll ? [] : [deadline({ kind: 'start', rule: 'MED-CONTACT', triggerAt: command.at, owner })]),
      limitStarts(context, command.at),
    ],
  };
};

/** The case without him as its mediator. */
function without(context: ChartContext, userId: string | null): ReturnType<typeof remembered> {
  const { mediators, formerMediators } = recordOf(context);
  if (userId === null || !mediates(context, userId)) return remembered(context, {});
  return remembered(context, {
    mediators: mediators.filter((one) => one.userId !== userId),
    formerMediators: [...formerMediators, userId],
  });
}

const toHead = (context: ChartContext): Effect => notify('mediator.removed', context.holderUnitId, ['head', 'mediator']);

/** A party doesn't want him, or he declines: with reasons, and the body finds another (Art 23). */
export const refuseMediator: Deed = (context, { command }) => {
  const partyId = textOf(command, 'partyId');
  const userId = textOf(command, 'userId');
  return {
    memo: without(context, userId),
    effects: [mediated('mediator.removed', { ...(partyId === null ? {} : { partyId }), userId }), toHead(context)],
  };
};

/** 回避: he does nothing on the case any more, and mediates it no longer (特邀调解规定 Art 15). */
export const recuseMediator: Deed = (context, step) => {
  const userId = textOf(step.command, 'userId') ?? step.command.by.userId;
  const done = recuse(context, step);
  return mediates(context, userId) ? { ...done, memo: without(context, userId), effects: [...done.effects, toHead(context)] } : done;
};

/** Art 20: relatives, neighbours, colleagues, experts, social organisations, with the parties' consent. */
export const inviteHelper: Deed = (_context, { command }) => {
  const helperId = textOf(command, 'helperId');
  const invited = { consents: listOf(command, 'consents'), helper: oneOf(command, 'helper', HELPERS) };
  return { effects: [mediated('helper.invited', { ...invited, ...(helperId === null ? {} : { helperId }) })] };
};

/** 五包一: one more unit sees the case and works on it. */
export const seatMember: Deed = (context, { command }) => {
  const unitId = textOf(command, 'unitId') ?? '';
  const seat = oneOf(command, 'seat', TEAM_SEATS) ?? 'other-department';
  const { assisting, holderUnitId } = context;
  return {
    context: { assisting: assisting.includes(unitId) || unitId === holderUnitId ? assisting : [...assisting, unitId] },
    memo: remembered(context, { team: [...recordOf(context).team, { seat, unitId }] }),
    effects: [mediated('team.seated', { seat, unitId }), notify('team.seated', unitId, ['handler', 'head'])],
  };
};
