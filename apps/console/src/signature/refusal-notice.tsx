import { useEffect, useRef, type ReactNode } from 'react';
import { commandWord } from '../i18n/commands.ts';
import type { ProblemMessages } from '../i18n/messages/problems.ts';
import { say, type Lang } from '../i18n/say.ts';
import type { Problem } from '../server-state/problem.ts';
import { detailOf } from './problem-text.ts';

interface Props {
  readonly problem: Problem;
  /** What was tried, in words. */
  readonly what: string;
  readonly m: ProblemMessages;
  readonly lang: Lang;
  readonly onChoose?: (type: string) => void;
}

/** A refusal is content: what is not possible, why, by which article, who may, from when, and what is possible instead. */
export function RefusalNotice({ problem, what, m, lang, onChoose }: Props): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, [problem]);
  const reason = detailOf(problem, lang);
  const whoMay = say(problem.whoMay, lang);
  return (
    <div ref={box} tabIndex={-1} role="alert" className="refusal">
      <h3>{m.refusedTitle(what)}</h3>
      <dl>
        <dt>{m.why}</dt>
        <dd>{reason}</dd>
        {problem.basis ? (
          <>
            <dt>{m.basis}</dt>
            <dd>{problem.basis}</dd>
          </>
        ) : null}
        {whoMay === '' ? null : (
          <>
            <dt>{m.whoMay}</dt>
            <dd>{whoMay}</dd>
          </>
        )}
        {problem.from ? (
          <>
            <dt>{m.from}</dt>
            <dd>{problem.from}</dd>
          </>
        ) : null}
        {problem.allowed !== undefined && problem.allowed.length > 0 ? (
          <>
            <dt>{m.instead}</dt>
            <dd className="wrap">
              {problem.allowed.map((one) => {
                const label = say(one.label, lang) || commandWord(one.type, lang);
                return onChoose === undefined ? (
                  <span key={one.type}>{label}</span>
                ) : (
                  <button
                    key={one.type}
                    type="button"
                    className="link"
                    onClick={() => {
                      onChoose(one.type);
                    }}
                  >
                    {label}
                  </button>
                );
              })}
            </dd>
          </>
        ) : null}
      </dl>
      <p className="faint">
        {m.code} {problem.code}
      </p>
    </div>
  );
}
