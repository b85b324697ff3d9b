import { listOf, numberOf, textOf } from '../case/payload.ts';
import type { Deed } from '../chart/chart.ts';
import { deadline } from '../chart/effect.ts';
import { mediated } from './mediation.facts.ts';
import { kindOf, limitClock, recordOf, remembered } from './record.ts';

export const openMediation: Deed = (context) => ({ effects: [mediated('mediation.opened', { openness: recordOf(context).openness })] });

/** Minutes are kept of every session (人民调解法 Art 27). */
export const holdSession: Deed = (context, { command }) => {
  const session = recordOf(context).sessions + 1;
  return {
    memo: remembered(context, { sessions: session }),
    effects: [mediated('session.held', { date: textOf(command, 'date'), session })],
  };
};

/** A talk with one side: the note is that side's and the mediator's; the event doesn't even say which side it was. */
export const holdCaucus: Deed = (context, { command }) => {
  const partyId = textOf(command, 'partyId') ?? '';
  const notes = command.documents.map((one) => ({ documentId: one.id, partyId }));
  return {
    memo: remembered(context, { caucuses: [...recordOf(context).caucuses, ...notes] }),
    effects: [mediated('caucus.held')],
  };
};

/** 鉴定: stops the clock where the kind's rule says so (医疗条例 Art 38, 在线调解规则 Art 26), elsewhere it runs on. */
export const startAppraisal: Deed = (context, { command, open, law }) => {
  const from = textOf(command, 'from') ?? command.at;
  const clock = limitClock(context, open);
  const stops = clock !== undefined && law.ruleOf(clock).pausableBy.includes('appraisal');
  return {
    memo: remembered(context, { appraisalFrom: from }),
    effects: [
      mediated('appraisal.started', { at: from, stops }),
      ...(stops ? [deadline({ kind: 'pause', rule: kindOf(context).limit, from })] : []),
    ],
  };
};

export const endAppraisal: Deed = (context, { command }) => {
  const at = textOf(command, 'at') ?? command.at;
  return {
    memo: remembered(context, { appraisalFrom: null }),
    effects: [mediated('appraisal.ended', { at }), deadline({ kind: 'resume', rule: kindOf(context).limit, at })],
  };
};

export const extendMediation: Deed = (context, { command }) => {
  const days = numberOf(command, 'days') ?? 0;
  return {
    effects: [
      mediated('mediation.extended', { consents: listOf(command, 'consents'), days }),
      deadline({ kind: 'extend', rule: kindOf(context).limit, days }),
    ],
  };
};
