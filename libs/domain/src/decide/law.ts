import { civilDateFrom, civilDateOf, epochDayOf } from '../calendar/index.ts';
import type { CivilDate, Instant } from '../case/deadline.ts';
import type { DomainEnv } from '../case/env.ts';
import type { CaseSnapshot } from '../case/snapshot.ts';
import type { Law } from '../chart/rule.ts';
import { externalClock } from '../guided/guided.deeds.ts';
import { conditionsFor, findRule, ruleOf } from '../rule-packs/index.ts';

/** What guards ask the law: the conditions of the case's place today, and the extension of the clock that runs, or would run. */
export function lawOf(
  { context, open, procedure }: Pick<CaseSnapshot, 'context' | 'open' | 'procedure'>,
  at: Instant,
  env: DomainEnv,
): Law {
  const region = context.divisionCode;
  const today = civilDateOf(at);
  const extended = externalClock(open)?.rule ?? (procedure === 'hotline' ? 'HOT-DO' : 'PET-HANDLE');
  const running = open.find((one) => one.rule === extended);
  const rule =
    running === undefined ? findRule(env.rulePacks, region, today, extended)?.rule : ruleOf(env.rulePacks, running.rulePack, running.rule);
  return {
    conditions: conditionsFor(env.rulePacks, region, today),
    longestExtension: rule?.extension?.max ?? 0,
    workingDayAt: (day) => workingDayAt(day, region, env),
    ruleOf: (clock) => ruleOf(env.rulePacks, clock.rulePack, clock.rule),
  };
}

function workingDayAt(day: CivilDate, region: string, { calendars }: DomainEnv): CivilDate {
  const calendar = calendars.current(region);
  const at = epochDayOf(day);
  return calendar.isRest(at) ? civilDateFrom(calendar.workingDayFrom(at, 1)) : day;
}
