import { worksFor } from '../access/people.ts';
import type { Refusal } from '../case/decision.ts';
import { chartContext } from '../case/memo.ts';
import { forbidden, invalid, refused } from '../case/refusal.ts';
import type { Actor, CaseSnapshot } from '../case/snapshot.ts';

const BASIS = '《信访工作条例》第13条、第39条第3款';

/**
 * Whether this person may write down a resolution of that meeting, and if not why: its office does, once it has been held, and of a case
 * only if that stood on its agenda.
 */
export function whyNotResolve({ procedure, state, context }: CaseSnapshot, actor: Actor, caseId: string | undefined): Refusal | null {
  const { holderUnitId, memo } = chartContext(context);
  if (procedure !== 'joint-meeting')
    return refused({ zh: '只有联席会议可以作出决议。', en: 'Only a joint meeting resolves.' }, { basis: BASIS });
  const whoMay = { zh: '联席会议办公室', en: 'the office of the meeting' };
  if (!worksFor(context, actor, holderUnitId))
    return forbidden(
      { zh: '决议由联席会议办公室登记。', en: 'The office of the meeting writes its resolutions down.' },
      { basis: BASIS, whoMay },
    );
  if (state !== 'held')
    return refused(
      { zh: '会议召开后、办结前登记决议。', en: 'Resolutions are written down after the meeting and before it is concluded.' },
      { basis: BASIS, whoMay, from: 'held' },
    );
  return caseId === undefined || memo.meeting?.agenda.some((one) => one.caseId === caseId) === true
    ? null
    : invalid('caseId', 'not_on_agenda', { zh: '该案件不在议程中。', en: 'The case was not on the agenda.' });
}

/** The measure or ruling of a resolution that binds already; null where the case is none. What a measure of Art 39(3) rests on. */
export function resolutionOf({ procedure, context }: Pick<CaseSnapshot, 'procedure' | 'context'>) {
  return procedure === 'resolution' ? (chartContext(context).memo.resolution ?? null) : null;
}
