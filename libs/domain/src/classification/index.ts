export { ROUTE_KEYWORDS, CLASS_KEYWORDS } from './keywords.ts';
export type { KeywordRule } from './keywords.ts';
export { settleProcedure } from './settle-procedure.ts';
export { suggestClass, suggestRoute } from './suggest-by-keywords.ts';
export type { Wording } from './suggest-by-keywords.ts';
export { categorySuggester } from './suggest-categories.ts';
export type { CategorySuggester } from './suggest-categories.ts';
export type { CategorySuggestion, ClassSuggestion, RouteSuggestion, SettledProcedure, SubjectReading, Suggestion } from './types.ts';
