import type { CivilDate } from '../case/deadline.ts';
import { dayAfter } from '../calendar/civil-date.ts';
import type { ProcedureDefinition } from '../definitions/definition.ts';
import { findRule, packsInForce } from '../rule-packs/find-rule.ts';
import type { Condition } from '../rule-packs/pack-conditions.ts';
import { rulePackMistakes } from '../rule-packs/rule-pack-mistakes.ts';
import type { Rule, RulePack } from '../rule-packs/rule.ts';
import type { Finding } from './finding.ts';

/** What a procedure tells of itself for its rules to be looked up. */
export type RuleUser = Pick<ProcedureDefinition, 'id' | 'version' | 'deadlines'>;

export interface RulePackData {
  readonly packs: readonly RulePack[];
  readonly procedures: readonly RuleUser[];
  /** Rules that nothing starts on purpose, by id. */
  readonly explainedOnly: ReadonlySet<string>;
}

/** Rules that a rule's own ladder names. */
const repliesOf = ({ ladder }: Rule): readonly string[] =>
  ladder.flatMap((rung) => ('reply' in rung && rung.reply !== null ? [rung.reply] : []));

/** Between two packs of a region the wider law would silently stand in; the nation has nothing wider. */
function dateGaps(packs: readonly RulePack[]): readonly Finding[] {
  const findings: Finding[] = [];
  for (const region of new Set(packs.map((pack) => pack.region))) {
    const ordered = packs.filter((pack) => pack.region === region).toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
    for (const [i, pack] of ordered.entries()) {
      const next = ordered[i + 1];
      if (pack.effectiveTo === null) continue;
      const gapFrom = dayAfter(pack.effectiveTo);
      if (next === undefined ? region === 'CN' : next.effectiveFrom > gapFrom) {
        const until = next === undefined ? 'on' : `until ${next.id} begins on ${next.effectiveFrom}`;
        findings.push({ kind: 'date-gap', where: region, counterexample: `no pack of ${region} is in force from ${gapFrom} ${until}` });
      }
    }
  }
  return findings;
}

/** Days on which the law of some region changes; between two of them it stands still. */
function turningDays(packs: readonly RulePack[]): readonly CivilDate[] {
  const first = packs.map((pack) => pack.effectiveFrom).toSorted()[0] ?? '';
  const spans = packs.flatMap((pack) => [pack, ...pack.rules]);
  const days = spans.flatMap(({ effectiveFrom, effectiveTo }) => [effectiveFrom, ...(effectiveTo === null ? [] : [dayAfter(effectiveTo)])]);
  return [...new Set(days)].filter((day) => day >= first).toSorted();
}

/** Procedures and ladders that ask for a rule which the law of some day and place doesn't have, and doesn't say it lacks. */
function missingRules({ packs, procedures }: RulePackData): readonly Finding[] {
  const findings: Finding[] = [];
  const reported = new Set<string>();
  for (const region of new Set(packs.map((pack) => pack.region))) {
    for (const day of turningDays(packs)) {
      const inForce = packsInForce(packs, region, day);
      if (inForce.length === 0) continue;
      const lacks = new Set(inForce.flatMap((pack) => pack.lacks ?? []));
      const ask = (who: string, rule: string): void => {
        const key = `${region} ${who} ${rule}`;
        if (lacks.has(rule) || reported.has(key) || findRule(packs, region, day, rule) !== undefined) return;
        reported.add(key);
        findings.push({ kind: 'missing-rule', where: who, counterexample: `${who} asks for ${rule}: ${region} has none on ${day}` });
      };
      for (const { id, version, deadlines } of procedures) for (const rule of deadlines) ask(`${id}@${String(version)}`, rule);
      for (const pack of inForce) for (const rule of pack.rules) for (const reply of repliesOf(rule)) ask(`${pack.id} ${rule.id}`, reply);
    }
  }
  return findings;
}

function unusedRules({ packs, procedures, explainedOnly }: RulePackData): readonly Finding[] {
  const used = new Set([...procedures.flatMap((one) => one.deadlines), ...packs.flatMap((pack) => pack.rules.flatMap(repliesOf))]);
  const known = new Set(packs.flatMap((pack) => pack.rules.map((rule) => rule.id)));
  const unused = packs.flatMap((pack) =>
    pack.rules
      .filter(({ id }) => !used.has(id) && !explainedOnly.has(id))
      .map(({ id }): Finding => ({
        kind: 'unused-rule',
        where: pack.id,
        counterexample: `${id}: no procedure starts it, no ladder names it`,
      })),
  );
  const stale = [...explainedOnly]
    .filter((id) => used.has(id) || !known.has(id))
    .map((id): Finding => {
      const why = used.has(id) ? 'a procedure starts it' : 'no pack has it';
      return { kind: 'unused-rule', where: 'explained only', counterexample: `${id} is said to be explained only, but ${why}` };
    });
  return [...unused, ...stale];
}

/** Conditions that nobody could meet, or that rest on nothing. */
function conditionMistakes({ id, conditions = {} }: RulePack): readonly Finding[] {
  const findings: Finding[] = [];
  const wrong = (counterexample: string): void => void findings.push({ kind: 'condition', where: id, counterexample });
  const { representatives, endGrounds, noIdenticalOpinion, otherConditions = [] } = conditions;
  const named: readonly (readonly [string, Pick<Condition<unknown>, 'basis'> | undefined])[] = [
    ['representatives', representatives],
    ['endGrounds', endGrounds],
    ['noIdenticalOpinion', noIdenticalOpinion],
    ...otherConditions.map((one) => [one.text.en, one] as const),
  ];
  for (const [name, condition] of named)
    if (condition !== undefined && (condition.basis.zh === '' || condition.basis.en === '')) wrong(`${name} has no basis`);
  if (endGrounds?.value.length === 0) wrong('endGrounds: nothing ever ends a matter');
  const limit = representatives?.value;
  if (limit !== undefined && (limit.fewPeople.max > limit.max || limit.max > 5 || limit.fewPeople.max < 1))
    wrong(
      `representatives: ${String(limit.fewPeople.upTo)} people may have ${String(limit.fewPeople.max)}, more ${String(limit.max)} (Art 20(3): at most 5)`,
    );
  return findings;
}

/**
 * Analyses rule packs by region and date: packs that leave days without law or share them, rules that a procedure or a ladder
 * asks for and some law lacks, rules nobody asks for, ladders that end nowhere, limits and conditions without a basis.
 */
export function rulePackFindings(data: RulePackData): readonly Finding[] {
  const { packs } = data;
  return [
    ...rulePackMistakes(packs).map((counterexample): Finding => ({ kind: 'pack', where: 'rule packs', counterexample })),
    ...dateGaps(packs),
    ...missingRules(data),
    ...unusedRules(data),
    ...packs.flatMap(conditionMistakes),
  ];
}
