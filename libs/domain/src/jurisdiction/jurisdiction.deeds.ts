import { addresseesOf } from '../access/people.ts';
import type { JurisdictionRecord, Position, RulingWay } from '../case/jurisdiction.ts';
import type { ChartContext } from '../case/memo.ts';
import { listOf, textOf } from '../case/payload.ts';
import { invalid, refused } from '../case/refusal.ts';
import { excludedOf } from '../case/routed.ts';
import type { Branch, Deed } from '../chart/chart.ts';
import type { Effect } from '../chart/effect.ts';
import { cancelled, met, notify } from '../chart/effect.ts';
import type { Step } from '../chart/rule.ts';
import { officeClock } from '../office-record/clocks.ts';
import type { Opener } from '../office-record/opening.ts';
import { handOver } from '../transfer/transfer.deeds.ts';
import { whyNotDisputed } from './disputable.ts';
import { disputed } from './jurisdiction.facts.ts';

const NONE: JurisdictionRecord = { caseId: '', firstReceiverId: '', organs: [], superiorId: null, positions: [] };
const FEWEST = 2;

export function disputeOf({ memo }: Pick<ChartContext, 'memo'>): JurisdictionRecord {
  return memo.jurisdiction ?? NONE;
}

/** `caseId`, `unitId` its first receiver, `organs` that dispute, `superiorId` their common superior where there is one. */
export const openDispute: Opener = (command) => {
  const [caseId, firstReceiverId] = [textOf(command, 'caseId'), textOf(command, 'unitId')];
  if (caseId === null || firstReceiverId === null)
    return invalid('payload', 'jurisdiction.incomplete', { zh: '争议信息不完整。', en: 'The dispute is incomplete.' });
  const main = command.cases[caseId]?.snapshot;
  const over = main === undefined ? null : whyNotDisputed(main);
  if (over !== null) return over;
  const organs = [...new Set([firstReceiverId, ...listOf(command, 'organs')])];
  if (organs.length < FEWEST)
    return invalid('organs', 'jurisdiction.alone', { zh: '争议至少涉及两个机关。', en: 'Two organs dispute at least.' });
  if (excludedOf(command).some(({ unitId }) => organs.includes(unitId)))
    return refused(
      { zh: '与案件有利害关系的单位不参与管辖协商。', en: 'A unit that is excluded from the case takes no part.' },
      { code: 'case.unit_excluded', basis: '《信访工作条例》第28条第3款' },
    );
  const jurisdiction: JurisdictionRecord = {
    caseId,
    firstReceiverId,
    organs,
    superiorId: textOf(command, 'superiorId'),
    positions: [],
  };
  return {
    holderUnitId: firstReceiverId,
    assisting: organs.slice(1),
    memo: { jurisdiction },
    effects: (context) => [
      disputed('jurisdiction.disputed', { caseId, firstReceiver: firstReceiverId, organs }),
      officeClock(context, { rule: 'JUR-AGREE', unitId: firstReceiverId, triggerAt: command.at }),
      ...organs.map((unitId): Effect => notify('jurisdiction.disputed', unitId, addresseesOf(context, unitId))),
    ],
  };
};

/** The positions with what this command adds: an organ may change its mind. */
function positionsAfter(context: ChartContext, { command }: Step): readonly Position[] {
  const unitId = command.by.unitId ?? '';
  const competentUnitId = textOf(command, 'unitId') ?? '';
  return [...disputeOf(context).positions.filter((one) => one.unitId !== unitId), { unitId, competentUnitId }];
}

export const allAgree: Branch = {
  name: 'all-agree',
  text: { zh: '各机关意见一致', en: 'every organ names the same unit' },
  holds: (context, step) => {
    const positions = positionsAfter(context, step);
    const [first] = positions;
    return (
      disputeOf(context).organs.every((unitId) => positions.some((one) => one.unitId === unitId)) &&
      positions.every((one) => one.competentUnitId === first?.competentUnitId)
    );
  },
};

const stated = ({ command }: Step): Effect =>
  disputed('jurisdiction.position-stated', { by: command.by.unitId, competentUnit: textOf(command, 'unitId') });

export const statePosition: Deed = (context, step) => ({
  memo: { jurisdiction: { ...disputeOf(context), positions: positionsAfter(context, step) } },
  effects: [stated(step)],
});

/** Everybody concerned hears of the ruling, and the case itself goes to the unit that is ruled responsible. */
function ruled(context: ChartContext, unitId: string, way: RulingWay, resolutionId: string | null = null): readonly Effect[] {
  const { caseId, organs } = disputeOf(context);
  return [
    disputed('jurisdiction.ruled', { competentUnit: unitId, ...(resolutionId === null ? {} : { resolutionId }), rulingWay: way }),
    ...[...new Set([...organs, unitId])].map((one): Effect => notify('jurisdiction.ruled', one, addresseesOf(context, one))),
    notify('jurisdiction.ruled', context.centreUnitId, addresseesOf(context, context.centreUnitId)),
    { kind: 'send', command: { caseId, type: 'SETTLE_JURISDICTION', payload: { disputeId: context.caseId, rulingWay: way, unitId } } },
  ];
}

export const agree: Deed = (context, step) => {
  const unitId = textOf(step.command, 'unitId') ?? '';
  return {
    memo: { jurisdiction: { ...disputeOf(context), positions: positionsAfter(context, step), ruling: { unitId, way: 'agreement' } } },
    effects: [stated(step), ...met('JUR-AGREE'), ...ruled(context, unitId, 'agreement')],
  };
};

export const superiorKnown: Branch = {
  name: 'superior-known',
  text: { zh: '有共同的上一级机关', en: 'there is a common superior' },
  holds: (context) => disputeOf(context).superiorId !== null,
};

function takenUp(context: ChartContext, { command }: Step, way: RulingWay, unitId: string): ReturnType<Deed> {
  return {
    context: handOver(context, unitId),
    effects: [
      disputed('jurisdiction.taken-up', { rulingWay: way, to: unitId }),
      ...cancelled('JUR-AGREE'),
      officeClock(context, { rule: 'JUR-RULE', unitId, triggerAt: command.at }),
      notify('jurisdiction.taken-up', unitId, addresseesOf(context, unitId)),
    ],
  };
}

/** Art 24(1): the common superior decides. */
export const toSuperior: Deed = (context, step) =>
  takenUp(context, step, 'superior', disputeOf(context).superiorId ?? context.centreUnitId);

/** Where nothing stands above them all, the joint meeting coordinates: its office puts the case on an agenda. */
export const toMeeting: Deed = (context, step) => takenUp(context, step, 'meeting', context.centreUnitId);

export const ruleAsSuperior: Deed = (context, { command }) => {
  const unitId = textOf(command, 'unitId') ?? '';
  return {
    memo: { jurisdiction: { ...disputeOf(context), ruling: { unitId, way: 'superior' } } },
    effects: [...ruled(context, unitId, 'superior'), ...met('JUR-RULE')],
  };
};

export const adoptResolution: Deed = (context, { command }) => {
  const resolutionId = textOf(command, 'resolutionId') ?? '';
  const unitId = command.cases[resolutionId]?.snapshot.context.holderUnitId ?? '';
  return {
    memo: { jurisdiction: { ...disputeOf(context), ruling: { unitId, way: 'meeting' } } },
    effects: [...ruled(context, unitId, 'meeting', resolutionId), ...met('JUR-RULE')],
  };
};
