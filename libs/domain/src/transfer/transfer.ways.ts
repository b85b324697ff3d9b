import { stay, to, toIf } from '../chart/chart.ts';
import * as deeds from './transfer.deeds.ts';
import * as rules from './transfer.rules.ts';

const receivable = [rules.mayPassOn, rules.withinReach, rules.targetNotExcluded, rules.targetIsAnother, rules.hopsLeft] as const;

/** Parts of charts that several procedures share: what fits in every state that is not closed. */
export const inOpenStates = {
  ADD_MATERIAL: stay(deeds.addMaterial),
  RECUSE: stay(deeds.recuse, rules.recusesOwnUnit),
};

/** 转送 and 交办, Art 22. */
export const passable = {
  FORWARD: to('routed', deeds.forward, ...receivable),
  ASSIGN: to('routed', deeds.assign, ...receivable),
};

/** 异议, Art 23(3). */
export const objectable = { OBJECT: to('objected', deeds.object, rules.objectionOnce, rules.objectionInTime) };

export const returnable = {
  AGREE_RETURN: [toIf(deeds.returnsToRegistrar, 'registered', deeds.agreeReturn), to('routed', deeds.agreeReturn)],
  REJECT_RETURN: to('routed', deeds.rejectReturn),
};

export const guidable = { GUIDE: to('guided', deeds.guide) };

/** 交办 asks for a report whatever becomes of the case. */
export const assigned = { REPORT_BACK: stay(deeds.reportBack, rules.reportOwed) };
