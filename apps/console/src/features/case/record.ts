import type { CaseView } from '../../server-state/api-types.ts';

/** A record of its own beside a case (a supervision, a letter, a meeting, a leader's case …): nobody's petition. */
export function isRecord({ class: of, mainCaseId }: Pick<CaseView, 'class' | 'mainCaseId'>): boolean {
  return of === 'RECORD' || mainCaseId !== null;
}
