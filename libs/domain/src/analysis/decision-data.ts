import { PROCEDURE_DEFINITIONS } from '../definitions/procedures.ts';
import { NOTICE_KINDS } from '../notices/notice-texts.ts';
import { QUIET_HOURS } from '../notices/quiet-hours.ts';
import { ROUTING_TABLE } from '../routing/table.ts';
import { EXPLAINED_ONLY } from '../rule-packs/explained-only.ts';
import { RULE_PACKS } from '../rule-packs/packs.ts';
import type { RulePack } from '../rule-packs/rule.ts';
import type { Finding } from './finding.ts';
import { quietHoursFindings } from './quiet-hours-findings.ts';
import { routingFindings } from './routing-findings.ts';
import { rulePackFindings } from './rule-pack-findings.ts';

/**
 * Everything that is wrong with the data decisions rest on, each with a counter-example; empty for sound data.
 *
 * @param packs those to be used instead of the shipped ones: before they are switched to.
 */
export function decisionDataFindings(packs: readonly RulePack[] = RULE_PACKS): readonly Finding[] {
  return [
    ...routingFindings(ROUTING_TABLE),
    ...rulePackFindings({ packs, procedures: PROCEDURE_DEFINITIONS, explainedOnly: new Set(Object.keys(EXPLAINED_ONLY)) }),
    ...quietHoursFindings(QUIET_HOURS, NOTICE_KINDS),
  ];
}
