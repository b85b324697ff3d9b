import { viewerUnits } from '../access/knowledge.ts';
import { liesWithin } from '../access/place.ts';
import type { Refusal } from '../case/decision.ts';
import type { Unit } from '../case/directory.ts';
import { refused } from '../case/refusal.ts';
import type { CaseSnapshot } from '../case/snapshot.ts';
import type { Supervision } from '../case/supervision.ts';
import type { SupervisionCard, SupervisionGround } from '../case/supervision-card.ts';
import { SUPERVISION_GROUNDS } from '../case/supervision-card.ts';
import { isRecordProcedure } from '../case/vocabulary.ts';
import type { RecordOpening } from '../record/opening.ts';

/** As much of a unit as this looks at. */
type SupervisedUnit = Pick<Unit, 'id' | 'division'>;

const BASIS = '《信访工作条例》第40条第1款';

/** Who is supervised by whom, and why. */
export interface CardOpening {
  readonly unitId: string;
  readonly by: string;
  readonly ground: SupervisionGround;
  readonly overdue?: { readonly deadlineId: string; readonly rule: string };
}

/** A card as a record to be opened beside its case. */
export function cardOpening({ unitId, ...card }: CardOpening): RecordOpening {
  return { procedure: 'supervision', unitId, record: { ...card } };
}

/** The card of an overdue deadline that has just come under supervision: the engine opens it. */
export function engineCardOf({ by, deadlineId, rule, unitId }: Supervision): CardOpening {
  return { unitId, by: by.unitId, ground: 'overdue', overdue: { deadlineId, rule } };
}

/** A card as its registration carries it. */
export function newCard(asked: Readonly<Record<string, unknown>>): SupervisionCard {
  const { by, ground, overdue } = asked;
  const named = typeof overdue === 'object' && overdue !== null ? (overdue as Readonly<Record<string, unknown>>) : {};
  const { deadlineId, rule } = named;
  return {
    ground: SUPERVISION_GROUNDS.find((one) => one === ground) ?? 'other',
    by: typeof by === 'string' ? by : '',
    ...(typeof deadlineId === 'string' && typeof rule === 'string' ? { overdue: { deadlineId, rule } } : {}),
    items: [{ no: 1, sentBack: 0 }],
    proposed: [],
    measures: [],
  };
}

/**
 * Why a unit can't be supervised by another in this case; null where it can. Of a sealed case nobody outside its holder hears (Art 30(3)),
 * only a unit that has or had the case can have been late or careless with it, and nobody supervises himself, nor beyond his place.
 */
export function whyNotSupervised({ procedure, context }: CaseSnapshot, unit: SupervisedUnit, by: SupervisedUnit): Refusal | null {
  if (isRecordProcedure(procedure))
    return refused({ zh: '督办单和建议书本身不另行督办。', en: 'A record is not supervised by another record.' }, { basis: BASIS });
  if (context.sealed)
    return refused(
      {
        zh: '检举控告事项全程保密，按纪检监察机关自身规定监督。',
        en: 'An accusation is sealed: it is supervised by the rules of its own organs.',
      },
      { basis: '《信访工作条例》第30条第3款' },
    );
  if (!viewerUnits(context).includes(unit.id))
    return refused({ zh: '该单位没有经办过本件。', en: 'This unit has never had the case.' }, { basis: BASIS });
  return unit.id !== by.id && liesWithin(unit.division, by.division)
    ? null
    : refused(
        { zh: '不能督办本单位，也不能督办辖区以外的单位。', en: 'Nobody supervises his own unit, nor one outside his place.' },
        { code: 'supervision.out_of_place', basis: BASIS, whoMay: { zh: '上级单位的督查员', en: 'a supervisor above it' } },
      );
}
