import { Injectable } from '@nestjs/common';
import { categoryModel } from '#libs/category-model';
import type { IntakeBody } from '#libs/contracts';
import { DirectoryService } from '#libs/directory';
import { categorySuggester, organsOf, placesOf, route as routeCase, settleProcedure, suggestClass, suggestRoute } from '#libs/domain';
import type {
  BilingualText,
  CaseClass,
  Category,
  CategorySuggester,
  CategorySuggestion,
  ProcedureId,
  Route,
  Routing,
  Suggestion,
} from '#libs/domain';

/** The category of matters that nobody has sorted yet. */
const UNSORTED = '990000';

/** What the plan depends on; the rest of an intake is only carried along. */
export type PlannedMatter = Pick<
  IntakeBody,
  'title' | 'narrative' | 'class' | 'route' | 'procedure' | 'repeated' | 'categoryCode' | 'divisionCode' | 'divisionCodes' | 'parties'
>;

interface Suggestions {
  class?: Suggestion<CaseClass>;
  route?: Suggestion<Route>;
  procedure?: Suggestion<ProcedureId>;
  categoryCode?: Suggestion<string>;
}

/** What a matter becomes: classified where the body left something out, its procedure settled, routed. */
export interface IntakePlan {
  readonly class: CaseClass;
  readonly route: Route | null;
  readonly procedure: ProcedureId;
  readonly procedureReason: BilingualText | undefined;
  readonly categoryCode: string;
  readonly suggestion: Suggestions;
  readonly suggestions: readonly CategorySuggestion[];
  readonly routing: Routing;
}

@Injectable()
export class IntakePlanner {
  #suggester: { readonly of: readonly Category[]; readonly suggest: CategorySuggester } | undefined;

  constructor(private readonly directory: DirectoryService) {}

  /**
   * @param sortByWords true: a category that was left out is taken from the best suggestion (preview, ledgers); false: the
   * matter stays unsorted until a clerk confirms one
   * @param explain false: nobody will read why a category is suggested, so its deciding words aren't looked for
   * @throws NoUnitLeft when the respondents exclude every unit that could take it
   */
  plan(body: PlannedMatter, { sortByWords, explain = true }: { readonly sortByWords: boolean; readonly explain?: boolean }): IntakePlan {
    const suggestion: Suggestions = {};
    const suggestions = (sortByWords && explain) || body.categoryCode === undefined ? this.#categories(body, explain) : [];
    const [best] = suggestions;
    if (body.categoryCode === undefined && best !== undefined)
      suggestion.categoryCode = suggestedCategory(best, this.directory.category(best.categoryCode));
    const categoryCode = body.categoryCode ?? (sortByWords ? (best?.categoryCode ?? UNSORTED) : UNSORTED);
    const ofClass = body.class ?? (body.route === undefined ? (suggestion.class = suggestClass(body)).value : 'CLAIM');
    const route = ofClass === 'CLAIM' ? (body.route ?? (suggestion.route = suggestRoute(body)).value) : null;
    const settled = settleProcedure(ofClass, route, body.procedure, {
      places: placesOf(body.divisionCode, body.divisionCodes),
      organs: organsOf(body.parties ?? []),
      repeated: body.repeated ?? false,
    });
    const parties = body.parties ?? [];
    const routing = routeCase(
      {
        class: ofClass,
        procedure: settled.procedure,
        categoryCode,
        divisionCode: body.divisionCode,
        divisionCodes: body.divisionCodes ?? [],
        respondents: parties.filter((party) => party.role === 'respondent').map(({ kind, unitId }) => ({ kind, unitId: unitId ?? null })),
      },
      this.directory,
    );
    return {
      class: ofClass,
      route,
      procedure: settled.procedure,
      procedureReason: settled.reason,
      categoryCode,
      suggestion,
      suggestions,
      routing,
    };
  }

  #categories(body: PlannedMatter, explain: boolean): readonly CategorySuggestion[] {
    const categories = this.directory.categories();
    if (this.#suggester?.of !== categories) this.#suggester = { of: categories, suggest: categorySuggester(categories) };
    const reading = categoryModel().read(body);
    return this.#suggester.suggest(body, explain ? reading : { ...reading, wordsFor: () => [] });
  }
}

function suggestedCategory({ categoryCode, words }: CategorySuggestion, category: Category | undefined): Suggestion<string> {
  const path = category?.path ?? categoryCode;
  return {
    value: categoryCode,
    words,
    reason: { zh: `文中出现“${words.join('、')}”，建议归入“${path}”`, en: `The text says “${words.join(', ')}”: ${path}` },
  };
}
