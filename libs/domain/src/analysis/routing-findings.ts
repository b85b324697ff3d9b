import { CASE_CLASSES } from '../case/vocabulary.ts';
import type { CaseClass } from '../case/vocabulary.ts';
import { TARGETS } from '../routing/table.ts';
import type { RoutingRow, Target } from '../routing/table.ts';
import type { Finding } from './finding.ts';

interface Inputs {
  readonly class: CaseClass;
  readonly target: Target;
  readonly mediation: boolean;
}

const WHERE = 'routing table';
const COMBINATIONS: readonly Inputs[] = CASE_CLASSES.flatMap((caseClass) =>
  TARGETS.flatMap((target) => [true, false].map((mediation) => ({ class: caseClass, target, mediation }))),
);

const fits = ({ when }: RoutingRow, inputs: Inputs): boolean =>
  when.classes.includes(inputs.class) && when.targets.includes(inputs.target) && when.mediation.includes(inputs.mediation);
const spelled = ({ class: caseClass, target, mediation }: Inputs): string =>
  `class ${caseClass}, target ${target}, ${mediation ? 'mediation' : 'no mediation'}`;
/** What a row decides; two rows may meet where they decide alike. */
const outcome = ({ rule, function: fn, from, floor, excludeSuperior, assist }: RoutingRow): string =>
  JSON.stringify([rule, fn, from, floor, excludeSuperior, assist]);
const named = (rows: readonly RoutingRow[], row: RoutingRow): string => `row ${String(rows.indexOf(row) + 1)} (${row.rule})`;

/**
 * Analyses the routing table by its hit policy, one row for every input: combinations that no row answers, rows that answer
 * the same one differently, rows that no input reaches because those before them take it.
 */
export function routingFindings(rows: readonly RoutingRow[]): readonly Finding[] {
  const findings: Finding[] = [];
  const reached = new Set<RoutingRow>();
  for (const inputs of COMBINATIONS) {
    const hits = rows.filter((row) => fits(row, inputs));
    const [first] = hits;
    if (first === undefined) {
      findings.push({ kind: 'gap', where: WHERE, counterexample: `${spelled(inputs)}: no row answers` });
      continue;
    }
    reached.add(first);
    const other = hits.find((row) => outcome(row) !== outcome(first));
    if (other !== undefined) {
      const both = `${named(rows, first)} and ${named(rows, other)}`;
      findings.push({ kind: 'overlap', where: WHERE, counterexample: `${spelled(inputs)}: ${both} answer differently` });
    }
  }
  for (const row of rows) {
    if (reached.has(row)) continue;
    const inputs = COMBINATIONS.find((one) => fits(row, one));
    const why =
      inputs === undefined
        ? 'no input fits it'
        : `even ${spelled(inputs)} is taken by ${named(rows, rows.find((one) => fits(one, inputs)) ?? row)}`;
    findings.push({ kind: 'unreachable', where: WHERE, counterexample: `${named(rows, row)}: ${why}` });
  }
  return findings;
}
