import { viewerUnits } from '../access/knowledge.ts';
import type { Refusal } from '../case/decision.ts';
import { chartContext } from '../case/memo.ts';
import type { Rectification } from '../case/rectification.ts';
import { refused } from '../case/refusal.ts';
import type { CaseSnapshot } from '../case/snapshot.ts';
import { isRecordProcedure } from '../case/vocabulary.ts';
import type { RecordOpening } from '../record/opening.ts';

/** The centre's visit, and the unit that is to put right what it found. */
export interface RectificationOpening {
  readonly unitId: string;
  readonly by: string;
}

/** A rectification as a record to be opened beside the case that was visited. */
export function rectificationOpening({ unitId, by }: RectificationOpening): RecordOpening {
  return { procedure: 'rectification', unitId, record: { by } };
}

/** A rectification as its registration carries it. */
export function newRectification({ by }: Readonly<Record<string, unknown>>): Rectification {
  return { by: typeof by === 'string' ? by : '', reports: 0, sentBack: 0 };
}

/** Why a unit isn't asked to put something right because of this case; null where it is: 访 comes before 改. */
export function whyNotRectified({ procedure, context }: CaseSnapshot, unitId: string): Refusal | null {
  if (isRecordProcedure(procedure) || context.sealed)
    return refused(
      { zh: '检举控告事项和督办、建议等记录不另提整改。', en: 'Nothing is put right because of an accusation, or of another record.' },
      { basis: '《信访工作条例》第30条第3款' },
    );
  if ((chartContext(context).memo.visits ?? []).length === 0)
    return refused(
      { zh: '没有回访记录：先回访，再提整改。', en: 'No return visit is recorded: visit first.' },
      { whoMay: { zh: '中心补录回访后提出', en: 'the centre, once the visit is recorded' } },
    );
  return unitId !== context.centreUnitId && viewerUnits(context).includes(unitId)
    ? null
    : refused({ zh: '该单位没有经办过本件。', en: 'This unit has never had the case.' });
}
