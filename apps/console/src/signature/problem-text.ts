import type { ProblemMessages } from '../i18n/messages/problems.ts';
import type { Lang } from '../i18n/say.ts';
import type { Problem } from '../server-state/problem.ts';

/** The API's own words in the language in use. */
export function detailOf(problem: Problem, lang: Lang): string {
  return problem.reason?.[lang] ?? problem.titles?.[lang] ?? problem.detail ?? problem.title;
}

/** A problem in one sentence: our words for what we know by status, the API's own for the rest. */
export function problemText(problem: Problem, m: ProblemMessages, lang: Lang): string {
  if (problem.code === 'client.offline') return m.offline;
  if (problem.code === 'case.version_conflict') return m.conflict;
  switch (problem.status) {
    case 400:
      return problem.errors === undefined || problem.errors.length === 0 ? detailOf(problem, lang) : m.invalid;
    case 401:
      return m.unauthenticated;
    case 404:
      return m.noPermission;
    case 422:
      return m.keyReused;
    case 429:
      return m.throttled(problem.retryAfter ?? 0);
    default:
      return problem.status >= 500 ? m.server : detailOf(problem, lang);
  }
}
