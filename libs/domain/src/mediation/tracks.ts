import { addresseesOf } from '../access/people.ts';
import { TRACK_STATUSES, WORK_TRACKS } from '../case/mediation.ts';
import { oneOf } from '../case/payload.ts';
import { refused } from '../case/refusal.ts';
import type { Deed } from '../chart/chart.ts';
import { stay } from '../chart/chart.ts';
import { notify } from '../chart/effect.ts';
import type { Rule } from '../chart/rule.ts';
import { mediated } from './mediation.facts.ts';
import { recordOf, remembered } from './record.ts';

const BASIS = '“三同步”：边排查、边整改、边落实（地方做法）';

/** The centre hears of each step of the three: they are looked at together. */
const track: Deed = (context, { command }) => {
  const name = oneOf(command, 'track', WORK_TRACKS) ?? 'screening';
  const status = oneOf(command, 'status', TRACK_STATUSES) ?? 'under-way';
  return {
    memo: remembered(context, { tracks: { ...recordOf(context).tracks, [name]: status } }),
    effects: [
      mediated('work.tracked', { status, track: name }),
      notify('work.tracked', context.centreUnitId, addresseesOf(context, context.centreUnitId)),
    ],
  };
};

/** What was begun is finished before the case is filed away, in whatever order. */
export const tracksDone: Rule = {
  name: 'tracks-done',
  basis: BASIS,
  text: { zh: '已开始的排查、整改、落实均已完成', en: 'screening, correction and execution are done, as far as they were begun' },
  payload: false,
  check: (context) =>
    Object.values(recordOf(context).tracks ?? {}).includes('under-way')
      ? refused(
          {
            zh: '排查、整改、落实还有未完成的，不能归档。',
            en: 'Screening, correction or execution is still under way; not to be archived yet.',
          },
          { basis: BASIS, whoMay: { zh: '承办调解组织先登记完成', en: 'the body records first that they are done' } },
        )
      : null,
};

/** 边排查、边整改、边落实: three statuses at once, in every state from the acceptance to the archive. */
export const tracked = { TRACK_WORK: stay(track) };
