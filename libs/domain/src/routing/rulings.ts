import type { Directory } from '../case/directory.ts';
import type { Finding } from '../analysis/finding.ts';
import { lowestUnit } from './levels.ts';

/** A rule of routing that a ruling on jurisdiction left: who is competent for a kind of matter in a place and below it. */
export interface RoutingRuling {
  readonly id: string;
  readonly categoryCode: string;
  readonly divisionCode: string;
  readonly function: string;
}

/** The ruling that reaches a matter: of its very category, of the nearest place. */
export function rulingFor(rulings: readonly RoutingRuling[], categoryCode: string, path: readonly string[]): RoutingRuling | undefined {
  const reaching = rulings.filter((one) => one.categoryCode === categoryCode && path.includes(one.divisionCode));
  return reaching.sort((a, b) => path.indexOf(a.divisionCode) - path.indexOf(b.divisionCode))[0];
}

const WHERE = 'rulings on jurisdiction';

/**
 * What speaks against taking a ruling up as a rule: another one answers the same matters differently (overlap), nobody of its function
 * stands there (gap), or it says what routing says already (unreachable: it would never change an answer).
 */
export function rulingFindings(draft: RoutingRuling, accepted: readonly RoutingRuling[], directory: Directory): readonly Finding[] {
  const findings: Finding[] = [];
  const category = directory.category(draft.categoryCode);
  const place = `${draft.categoryCode} at ${draft.divisionCode}`;
  const found = (kind: Finding['kind'], counterexample: string): void => void findings.push({ kind, where: WHERE, counterexample });
  const division = directory.division(draft.divisionCode);
  if (category === undefined || division === undefined) {
    found('gap', `${place}: there is no such category or place`);
    return findings;
  }
  const same = accepted.find((one) => one.categoryCode === draft.categoryCode && one.divisionCode === draft.divisionCode);
  if (same !== undefined && same.function !== draft.function)
    found('overlap', `${place}: ${same.function} by an earlier ruling, ${draft.function} by this one`);
  const unit = lowestUnit(
    { function: draft.function, from: draft.divisionCode, floor: category.lowestLevel, excluded: new Set() },
    directory,
  );
  if (unit === undefined) found('gap', `${place}: no unit of ${draft.function} at or above the ${category.lowestLevel}`);
  const present = rulingFor(accepted, draft.categoryCode, [division.code, ...division.ancestors])?.function ?? category.owner;
  if (present === draft.function) found('unreachable', `${place}: ${draft.function} is competent there already`);
  return findings;
}
