import type { ReactNode } from 'react';
import type { ProblemMessages } from '../i18n/messages/problems.ts';
import { fieldErrorLine } from '../forms/field-error-line.ts';
import type { Lang } from '../i18n/say.ts';
import { problemOf } from '../server-state/problem.ts';
import { problemText } from './problem-text.ts';

interface Props {
  readonly error: unknown;
  readonly m: ProblemMessages;
  readonly lang: Lang;
  readonly onRetry?: () => void;
}

/** An error of a part of the page; the rest of the page lives on. */
export function ProblemNotice({ error, m, lang, onRetry }: Props): ReactNode {
  const problem = problemOf(error);
  return (
    <div role="alert" className="notice tone-overdue">
      <p>{problemText(problem, m, lang)}</p>
      {problem.errors !== undefined && problem.errors.length > 0 ? (
        <ul>
          {problem.errors.map((one) => (
            <li key={`${one.field}${one.message}`}>{fieldErrorLine(one, lang)}</li>
          ))}
        </ul>
      ) : null}
      <p className="small">
        {m.code} {problem.code}
        {problem.requestId === undefined ? '' : ` · ${m.requestId} ${problem.requestId}`}
      </p>
      {onRetry === undefined ? null : (
        <button type="button" className="button" onClick={onRetry}>
          {m.retry}
        </button>
      )}
    </div>
  );
}
