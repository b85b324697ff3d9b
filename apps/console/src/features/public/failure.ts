import type { PublicMessages } from '../../i18n/messages/public.ts';
import { labelled, type Lang } from '../../i18n/say.ts';
import { problemOf } from '../../server-state/problem.ts';
import { detailOf } from '../../signature/problem-text.ts';

/** What went wrong, for the public: plain, and never more than one may know. */
export function failureText(error: unknown, t: PublicMessages, lang: Lang): string {
  const problem = problemOf(error);
  if (problem.status === 0) return t.offline;
  if (problem.status === 404) return t.wrong;
  if (problem.status === 429) return t.locked(problem.retryAfter ?? 60);
  if (problem.status === 409 || problem.status === 403)
    return `${labelled(t.refused, detailOf(problem, lang), lang)}${problem.basis ? ` · ${problem.basis}` : ''}`;
  if (problem.status === 400) return detailOf(problem, lang);
  return t.failed;
}
