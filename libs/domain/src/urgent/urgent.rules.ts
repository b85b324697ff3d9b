import { isExcluded, isPetitionOffice, worksFor } from '../access/people.ts';
import { liesWithin } from '../access/place.ts';
import { hasDocument, oneOf, textOf } from '../case/payload.ts';
import { forbidden, invalid, refused } from '../case/refusal.ts';
import type { ReportTarget } from '../case/urgent.ts';
import { EMERGENCY_PLATFORMS, REPORT_TARGETS } from '../case/urgent.ts';
import { UNIT_LEVELS } from '../case/vocabulary.ts';
import type { Rule } from '../chart/rule.ts';
import { REPORT_CLOCKS, urgentOf } from './urgent.deeds.ts';

const REPORTS = '《信访工作条例》第25条';
const VIOLENCE = '《反家庭暴力法》第13条、第23条';

export const coHandlerIsNew: Rule = {
  name: 'co-handler-is-new',
  basis: REPORTS,
  text: {
    zh: '未参加、未被排除；公安仅在法律需要时参加并说明依据',
    en: 'not taking part already, not excluded; police only where the law needs it',
  },
  payload: true,
  check: (context, { command }) => {
    const unitId = textOf(command, 'unitId');
    if (isExcluded(context, unitId))
      return refused(
        { zh: '该单位与案件有利害关系，不得参加。', en: 'The unit is excluded from the case.' },
        { code: 'case.unit_excluded', basis: '《信访工作条例》第28条第3款' },
      );
    if (unitId === context.holderUnitId || urgentOf(context).coHandlers.some((one) => one === unitId))
      return refused({ zh: '该单位已参加处置。', en: 'The unit takes part already.' }, { basis: REPORTS });
    const unit = unitId === null ? undefined : command.units[unitId];
    return unit?.function === 'public-security' && !hasDocument(command, 'lawBasis')
      ? invalid('lawBasis', 'police_without_basis', {
          zh: '公安机关仅在法律需要时参加，请写明法律依据。',
          en: 'The police take part only where the law needs it: name that law.',
        })
      : null;
  },
};

export const reportedOnce: Rule = {
  name: 'reported-once',
  basis: REPORTS,
  text: { zh: '尚未向其报告', en: 'not reported there yet' },
  payload: true,
  check: (context, { command }) => {
    const to = oneOf(command, 'reportTo', REPORT_TARGETS);
    return urgentOf(context).reports.some((one) => one.to === to)
      ? refused({ zh: '已向其报告。', en: 'It was reported there already.' }, { basis: REPORTS })
      : null;
  },
};

/** Art 25(2): to the petition office one level up, and to the national office at the same time; it is told through no unit of ours. */
export const reportTargetFits: Rule = {
  name: 'report-target-fits',
  basis: REPORTS,
  text: {
    zh: '国家信访局不填单位，其他填单位；上一级为管辖本地的上级信访部门',
    en: 'no unit for the national office, one for every other; the next level is a petition office above this place',
  },
  payload: true,
  check: (context, { command }) => {
    const to = oneOf(command, 'reportTo', REPORT_TARGETS);
    const unitId = textOf(command, 'unitId');
    if ((to === 'national') !== (unitId === null))
      return invalid('unitId', 'report_unit', { zh: '请按报告对象填写单位。', en: 'A unit for every report but the national one.' });
    const unit = unitId === null ? undefined : command.units[unitId];
    const own = command.units[context.holderUnitId];
    if (to !== 'next-level' || unit === undefined || own === undefined) return null;
    const above = UNIT_LEVELS.indexOf(unit.level) > UNIT_LEVELS.indexOf(own.level) && liesWithin(own.division, unit.division);
    return above && isPetitionOffice(unit.function)
      ? null
      : invalid('unitId', 'report_not_upward', { zh: '须报上一级信访部门。', en: 'It goes to the petition office one level up.' });
  },
};

/** Whoever received a report says so; of the national office, which has no account here, the unit on duty keeps the receipt. */
export const receiptByReceiver: Rule = {
  name: 'receipt-by-receiver',
  basis: REPORTS,
  text: {
    zh: '由收到报告的单位签收；国家信访局的回执由值守单位登记',
    en: 'by whoever it was reported to; the national receipt by the unit on duty',
  },
  payload: true,
  check: (context, { command }) => {
    const to = oneOf(command, 'reportTo', REPORT_TARGETS);
    const report = urgentOf(context).reports.find((one) => one.to === to);
    if (report === undefined) return refused({ zh: '尚未向其报告。', en: 'It was not reported there.' }, { basis: REPORTS });
    if (report.receivedAt !== undefined) return refused({ zh: '已签收。', en: 'It was received already.' }, { basis: REPORTS });
    return worksFor(context, command.by, report.unitId ?? context.holderUnitId)
      ? null
      : forbidden({ zh: '须由收到报告的单位签收。', en: 'Whoever it was reported to confirms it.' }, { basis: REPORTS });
  },
};

export const callAwaited: Rule = {
  name: 'call-awaited',
  basis: REPORTS,
  text: { zh: '已转该平台且未登记回执', en: 'handed to that service, and its receipt is not here yet' },
  payload: true,
  check: (context, { command }) => {
    const platform = oneOf(command, 'platform', EMERGENCY_PLATFORMS);
    return urgentOf(context).calls.some((one) => one.platform === platform && one.receivedAt === undefined)
      ? null
      : refused({ zh: '没有待登记的回执。', en: 'No receipt of that service is awaited.' }, { basis: REPORTS });
  },
};

/** A protection order is for danger in a household; it is the person's own to ask for, and is referred, never imposed. */
export const protectionFits: Rule = {
  name: 'protection-fits',
  basis: VIOLENCE,
  text: { zh: '家庭暴力或者危及生命', en: 'domestic violence or danger to life' },
  payload: false,
  check: (context) =>
    ['domestic-violence', 'danger-to-life'].includes(urgentOf(context).kind) && urgentOf(context).protection === undefined
      ? null
      : refused(
          { zh: '仅在家庭暴力或者危及生命时转介一次。', en: 'Referred once, in domestic violence or danger to life.' },
          { basis: VIOLENCE },
        ),
};

const missing = (reports: readonly { readonly to: ReportTarget }[]): boolean =>
  Object.keys(REPORT_CLOCKS).some((target) => !reports.some(({ to }) => to === target));

/** 隐瞒 is what Art 46(4) punishes: nothing ends before it was reported to all three. */
export const everythingReported: Rule = {
  name: 'everything-reported',
  basis: '《信访工作条例》第25条、第46条第4项',
  text: {
    zh: '已报本级、上一级和国家信访局，回执齐全',
    en: 'reported to the own level, the next and the national office, and every receipt is here',
  },
  payload: false,
  check: (context) => {
    const { reports, calls } = urgentOf(context);
    if (missing(reports))
      return refused(
        { zh: '尚未向本级、上一级和国家信访局全部报告。', en: 'Not reported yet to the own level, the next and the national office.' },
        { basis: '《信访工作条例》第25条、第46条第4项' },
      );
    return calls.some((one) => one.receivedAt === undefined)
      ? refused({ zh: '转办的回执尚未登记。', en: 'A receipt is still awaited.' }, { basis: REPORTS })
      : null;
  },
};
