import type { Category, Directory, Unit } from '../case/directory.ts';
import type { UnitLevel } from '../case/vocabulary.ts';
import { exclusionsOf, respondentUnits } from './exclusions.ts';
import { commonDivision, higher, lowestUnit, pathOf, rank } from './levels.ts';
import {
  levelReason,
  noOwnerReason,
  placeReason,
  respondentReason,
  respondentSuperiorReason,
  rulingReason,
  severalPlacesReason,
} from './reasons.ts';
import { LAST_RESORT, rowsFor } from './table.ts';
import type { RoutingRow, Target } from './table.ts';
import type { RoutedUnit, Routing, RoutingInput, RoutingReason } from './types.ts';

/** No unit at all may take the case: every petition office, centre and government office on the way up is excluded or missing. */
export class NoUnitLeft extends Error {
  readonly code = 'routing.no_unit_left';
}

interface Question {
  readonly row: RoutingRow;
  readonly function: string;
  readonly floor: UnitLevel;
  readonly places: readonly string[];
  readonly accused: readonly Unit[];
  readonly excluded: ReadonlySet<string>;
}

interface Answer {
  readonly lead: Unit;
  readonly assist: readonly Unit[];
  readonly reasons: readonly RoutingReason[];
}

/**
 * Who leads and who assists, by place, subject and level (属地管理、分级负责，谁主管、谁负责, Art 5(3)), with the reasons and
 * with the units that may never touch the case. Same input and directory, same answer.
 *
 * Throws `RangeError` for a division or category the directory doesn't know (callers answer 400 before), `NoUnitLeft`
 * when respondents leave nobody.
 */
export function route(input: RoutingInput, directory: Directory): Routing {
  const category = directory.category(input.categoryCode);
  if (!category) throw new RangeError(`no category ${input.categoryCode}`);
  const places = [...new Set([input.divisionCode, ...input.divisionCodes])];
  for (const place of places) if (!directory.division(place)) throw new RangeError(`no division ${place}`);

  const accused = respondentUnits(input.respondents, directory);
  const row = rowFor(input, accused);
  const ruled =
    row.rule === 'subject'
      ? directory.ruling?.(category.code, [input.divisionCode, ...(directory.division(input.divisionCode)?.ancestors ?? [])])
      : undefined;
  const excluded = exclusionsOf(accused, row.excludeSuperior, directory);
  const question: Question = {
    row,
    function: row.function === 'category-owner' ? (ruled?.function ?? category.owner) : row.function,
    floor: floorOf(row, category, accused),
    places: startingPlaces(row, places, accused),
    accused,
    excluded: new Set(excluded.map(({ unitId }) => unitId)),
  };

  const answer = competent(question, directory) ?? lastResort(question, directory);
  const owned = answer.lead.function === category.owner && category.desk !== undefined;
  return {
    lead: routed(answer.lead),
    assist: answer.assist.map(routed),
    ...(owned ? { desk: category.desk } : {}),
    reasons: [
      placeReason(input.divisionCode, directory),
      { rule: row.rule, text: row.text, textEn: row.textEn },
      ...(ruled === undefined ? [] : [rulingReason()]),
      ...answer.reasons,
    ],
    excluded,
  };
}

function rowFor(input: RoutingInput, accused: readonly Unit[]): RoutingRow {
  const target: Target = accused.length > 0 ? 'organ' : input.respondents.length > 0 ? 'private' : 'unnamed';
  const [row] = rowsFor({ class: input.class, target, mediation: input.procedure === 'mediation' });
  if (!row) throw new RangeError(`no routing row for ${input.class} ${target}`);
  return row;
}

/** Discipline inspection never stands below an accused organ; otherwise the row or the category says how low a unit may be. */
function floorOf(row: RoutingRow, category: Category, accused: readonly Unit[]): UnitLevel {
  const floor = row.floor === 'category' ? category.lowestLevel : row.floor;
  return row.from === 'accused' ? accused.reduce((level, unit) => higher(level, unit.level), floor) : floor;
}

function startingPlaces(row: RoutingRow, places: readonly string[], accused: readonly Unit[]): readonly string[] {
  return row.from === 'accused' ? [...new Set(accused.map((unit) => unit.division))] : places;
}

function competent(question: Question, directory: Directory): Answer | undefined {
  const { function: fn, floor, places, excluded } = question;
  const local = new Set<Unit>();
  for (const from of places) {
    const unit = lowestUnit({ function: fn, from, floor, excluded: new Set() }, directory);
    if (unit) local.add(unit);
  }
  const [only] = local;
  if (!only) return undefined;

  const several = local.size > 1;
  const from = several ? commonDivision(places, directory) : only.division;
  if (from === undefined) return undefined;
  const natural = lowestUnit({ function: fn, from, floor, excluded: new Set() }, directory);
  const lead = lowestUnit({ function: fn, from, floor, excluded }, directory);
  if (!lead) return natural ? bySuperior(natural, question, directory) : undefined;

  const assist = several && question.row.assist ? [...local].filter((unit) => unit !== lead && !excluded.has(unit.id)) : [];
  const reasons: RoutingReason[] = [];
  if (several && question.row.assist) reasons.push(severalPlacesReason(lead, assist.length));
  reasons.push(lead === natural ? levelReason(lead) : respondentReason(lead));
  return { lead, assist, reasons };
}

/** Only where no unit of the function stands above the respondent: the respondent's own superior, unless it is excluded itself. */
function bySuperior(natural: Unit, question: Question, directory: Directory): Answer | undefined {
  const top = question.accused
    .filter((unit) => unit === natural || natural.ancestors.includes(unit.id))
    .sort((a, b) => rank(b.level) - rank(a.level));
  for (const unit of top) {
    for (const id of unit.ancestors) {
      const lead = question.excluded.has(id) ? undefined : directory.unit(id);
      if (lead && rank(lead.level) >= rank(question.floor)) return { lead, assist: [], reasons: [respondentSuperiorReason(lead)] };
    }
  }
  return undefined;
}

/** The petition office of the place's level, upwards; for an accusation not below the accused. */
function lastResort(question: Question, directory: Directory): Answer {
  const [first, ...rest] = question.places;
  const from = rest.length === 0 ? first : (commonDivision(question.places, directory) ?? first);
  const floor: UnitLevel = question.row.from === 'accused' ? question.floor : 'county';
  for (const fn of LAST_RESORT) {
    const lead = lowestUnit({ function: fn, from: from ?? '', floor, excluded: question.excluded }, directory);
    if (lead) return { lead, assist: [], reasons: [noOwnerReason(lead)] };
  }
  throw new NoUnitLeft(`no unit is left for ${pathOf(from ?? '', directory).join(' < ')}`);
}

function routed(unit: Unit): RoutedUnit {
  return { unitId: unit.id, function: unit.function, division: unit.division, level: unit.level };
}
