import { addresseesOf } from '../access/people.ts';
import { listOf, textOf } from '../case/payload.ts';
import { invalid } from '../case/refusal.ts';
import type { Deed } from '../chart/chart.ts';
import type { Effect } from '../chart/effect.ts';
import { met, notify } from '../chart/effect.ts';
import { officeClock } from '../office-record/clocks.ts';
import type { Opener } from '../office-record/opening.ts';
import { onDuty } from './duty.facts.ts';

/**
 * `fromUnitId` has the duty, `unitId` takes it over, `onCall` are the units on call from then on, `about` the urgent matters that are open. Until
 * it is taken over, whoever had the duty has it.
 */
export const openHandOver: Opener = (command) => {
  const [fromUnitId, toUnitId] = [textOf(command, 'fromUnitId'), textOf(command, 'unitId')];
  if (fromUnitId === null || toUnitId === null || fromUnitId === toUnitId)
    return invalid('unitId', 'duty.same_unit', { zh: '须交给另一个单位。', en: 'The duty goes to another unit.' });
  const onCall = listOf(command, 'onCall').filter((unitId) => unitId !== toUnitId);
  return {
    holderUnitId: toUnitId,
    assisting: [...new Set([fromUnitId, ...onCall])],
    memo: { duty: { fromUnitId, toUnitId, onCall } },
    effects: (context) => [
      onDuty('duty.handed-over', { from: fromUnitId, onCall, openMatters: listOf(command, 'about').length, to: toUnitId }),
      officeClock(context, { rule: 'DUTY-TAKE', unitId: toUnitId, triggerAt: command.at }),
      notify('duty.handed-over', toUnitId, addresseesOf(context, toUnitId)),
      ...onCall.map((unitId): Effect => notify('duty.on-call', unitId, addresseesOf(context, unitId))),
    ],
  };
};

export const takeOver: Deed = (context) => {
  const from = context.memo.duty?.fromUnitId ?? context.centreUnitId;
  return {
    effects: [
      onDuty('duty.taken', { by: context.holderUnitId }),
      ...met('DUTY-TAKE'),
      notify('duty.taken', from, addresseesOf(context, from)),
    ],
  };
};
