import { chartContext } from '../case/memo.ts';
import { refused } from '../case/refusal.ts';
import type { CaseContext } from '../case/snapshot.ts';
import type { Rule } from '../chart/rule.ts';
import type { SimpleMatter } from './eligibility.ts';
import { ELIGIBILITY, organsOf, placesOf } from './eligibility.ts';

/** A case as eligibility sees it. */
export function simpleMatterOf(context: CaseContext): SimpleMatter {
  const { class: of, route, divisionCode, divisionCodes, memo, parties } = chartContext(context);
  const repeated = memo.simplified?.repeated === true;
  return { class: of, route, places: placesOf(divisionCode, divisionCodes), organs: organsOf(parties), repeated };
}

/** What was asked at the counter is asked again when a unit accepts it: a classification may have changed meanwhile. */
export const stillSimple: readonly Rule[] = ELIGIBILITY.map(({ name, basis, text, unfit, holds }) => ({
  name,
  basis,
  text,
  payload: false,
  check: (context) =>
    holds(simpleMatterOf(context))
      ? null
      : refused(
          { zh: `${unfit.zh}，请转为普通程序。`, en: `Turn it into the ordinary procedure: ${unfit.en}.` },
          { basis, whoMay: { zh: '承办单位（转为普通程序）', en: 'the holder, by turning it into the ordinary procedure' } },
        ),
}));
