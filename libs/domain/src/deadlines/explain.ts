import type { CivilDate, Instant, Pause } from '../case/deadline.ts';
import type { BilingualText } from '../case/decision.ts';
import { civilDateOf, daysBetween, isCivilDate } from '../calendar/civil-date.ts';
import { isProvinceOrNation } from '../calendar/region.ts';
import { findRule } from '../rule-packs/find-rule.ts';
import type { PackStatus, Rule } from '../rule-packs/rule.ts';
import { mayExtend } from './apply-effects.ts';
import type { DeadlineEnv } from './deadline-effects.ts';
import { derive } from './derive.ts';
import type { DerivationEntry } from './derive.ts';
import { statusOf } from './present.ts';

/** `POST /api/deadlines/explain`. */
export interface ExplainRequest {
  readonly rule: string;
  readonly region: string;
  readonly triggerAt: Instant;
  readonly extensionDays?: number | undefined;
  /** Instants, whose civil dates count. */
  readonly pauses?: readonly { readonly from: Instant; readonly to: Instant }[] | undefined;
  /** For rules whose date a person sets. */
  readonly dueDate?: CivilDate | undefined;
}

export interface Explanation {
  readonly rule: string;
  readonly title: BilingualText;
  /** The article, Chinese; `basisEn` English. */
  readonly basis: string;
  readonly basisEn: string;
  readonly rulePack: string;
  readonly rulePackStatus?: PackStatus;
  readonly calendarVersion: string;
  readonly provisional: boolean;
  readonly dueDate: CivilDate;
  readonly dueAt: Instant;
  readonly derivation: readonly DerivationEntry[];
}

export interface ExplainRefusal {
  readonly ok: false;
  readonly status: 400 | 404;
  readonly code: string;
  readonly reason: BilingualText;
  /** The body field that is wrong. */
  readonly field: keyof ExplainRequest;
}

export type ExplainResult = { readonly ok: true; readonly explanation: Explanation } | ExplainRefusal;

/** What explaining needs besides: which divisions below the provinces exist. */
export type ExplainEnv = DeadlineEnv & { readonly directory?: { division(code: string): unknown } };

const FIRST_YEAR = '1949-10-01';
const LAST_YEAR = '2200-12-31';
/** Ten years: no limit is counted through longer pauses, and a derivation stays a page, not a book. */
const LONGEST_PAUSES = 3_653;

const no = (status: 400 | 404, code: string, field: keyof ExplainRequest, zh: string, en: string): ExplainRefusal => ({
  ok: false,
  status,
  code,
  field,
  reason: { zh, en },
});

function malformed(request: ExplainRequest, env: ExplainEnv): ExplainRefusal | null {
  if (!isProvinceOrNation(request.region) && env.directory?.division(request.region) === undefined) {
    return no(400, 'deadline.unknown_region', 'region', `没有区划${request.region}`, `no division ${request.region}`);
  }
  const outside = (instant: Instant): boolean => {
    if (Number.isNaN(Date.parse(instant))) return true;
    const date = civilDateOf(instant);
    return !isCivilDate(date) || date < FIRST_YEAR || date > LAST_YEAR;
  };
  if (outside(request.triggerAt))
    return no(400, 'deadline.date_out_of_range', 'triggerAt', '起算时间不在可计算范围内', 'the trigger lies outside what can be counted');
  const pauses = request.pauses ?? [];
  let paused = 0;
  for (const { from, to } of pauses) {
    if (outside(from) || outside(to))
      return no(400, 'deadline.date_out_of_range', 'pauses', '暂停时间不在可计算范围内', 'a pause lies outside what can be counted');
    if (Date.parse(to) < Date.parse(from))
      return no(400, 'deadline.pause_invalid', 'pauses', '暂停结束早于开始', 'a pause ends before it begins');
    paused += daysBetween(civilDateOf(from), civilDateOf(to));
  }
  if (paused > LONGEST_PAUSES) return no(400, 'deadline.date_out_of_range', 'pauses', '暂停时间过长', 'the pauses are too long');
  return null;
}

function forbidden(request: ExplainRequest, rule: Rule, triggerDate: CivilDate): ExplainRefusal | null {
  const { dueDate } = request;
  if (rule.unit === 'set-by-person' && dueDate === undefined) {
    return no(
      400,
      'deadline.date_set_by_person',
      'dueDate',
      `${rule.title.zh}由交办人指定，请提供日期`,
      `the date of ${rule.id} is set by a person: give it`,
    );
  }
  if (dueDate !== undefined) {
    if (!rule.dateMayBeSet)
      return no(
        400,
        'deadline.date_is_counted',
        'dueDate',
        `${rule.title.zh}按规定计算，不能指定`,
        `the date of ${rule.id} is counted, not set`,
      );
    if (!isCivilDate(dueDate) || dueDate < triggerDate || dueDate > LAST_YEAR) {
      return no(
        400,
        'deadline.date_out_of_range',
        'dueDate',
        '指定日期早于起算日或无效',
        'the date set lies before the trigger or does not exist',
      );
    }
  }
  if ((request.pauses ?? []).length > 0 && rule.pausableBy.length === 0) {
    return no(400, 'deadline.not_pausable', 'pauses', `${rule.title.zh}没有暂停情形`, `nothing pauses ${rule.id}`);
  }
  const days = request.extensionDays ?? 0;
  if (days !== 0 && !mayExtend(rule, 0, days)) {
    const zh = rule.extension === null ? `${rule.title.zh}不能延长` : `${rule.title.zh}最多延长${String(rule.extension.max)}日`;
    const en =
      rule.extension === null ? `${rule.id} can't be extended` : `${rule.id} is extended by at most ${String(rule.extension.max)} days`;
    return no(400, 'deadline.not_extendable', 'extensionDays', zh, en);
  }
  return null;
}

/**
 * Explains what a limit would be, with the code that arms real deadlines.
 *
 * Refusals, in this order: `deadline.unknown_region`, `deadline.date_out_of_range`, `deadline.pause_invalid` (400); an unknown rule,
 * or one that the law of the trigger's date doesn't have, `deadline.unknown_rule` (404); then what the rule forbids (400):
 * `deadline.date_set_by_person`, `deadline.date_is_counted`, `deadline.not_pausable`, `deadline.not_extendable`.
 */
export function explainDeadline(request: ExplainRequest, env: ExplainEnv): ExplainResult {
  const bad = malformed(request, env);
  if (bad !== null) return bad;
  const triggerDate = civilDateOf(request.triggerAt);
  const found = findRule(env.rulePacks, request.region, triggerDate, request.rule);
  if (found === undefined)
    return no(
      404,
      'deadline.unknown_rule',
      'rule',
      `${triggerDate}没有期限规则${request.rule}`,
      `no rule ${request.rule} on ${triggerDate}`,
    );
  const { pack, rule } = found;
  const refusal = forbidden(request, rule, triggerDate);
  if (refusal !== null) return refusal;
  const calendar = env.calendars.current(request.region);
  const pauses: readonly Pause[] = (request.pauses ?? []).map(({ from, to }) => ({ from: civilDateOf(from), to: civilDateOf(to) }));
  const derived = derive({
    rule,
    calendar,
    triggerAt: request.triggerAt,
    extensionDays: request.extensionDays ?? 0,
    pauses,
    fixedDate: request.dueDate ?? null,
  });
  return {
    ok: true,
    explanation: {
      rule: rule.id,
      title: rule.title,
      basis: rule.basis.zh,
      basisEn: rule.basis.en,
      rulePack: pack.id,
      ...statusOf(pack),
      calendarVersion: calendar.version,
      provisional: derived.provisional,
      dueDate: derived.dueDate,
      dueAt: derived.dueAt,
      derivation: derived.derivation,
    },
  };
}
