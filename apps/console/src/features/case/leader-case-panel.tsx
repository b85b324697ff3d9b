import type { ReactNode } from 'react';
import { formatDate } from '../../i18n/format.ts';
import { codesOf, word } from '../../i18n/glossary.ts';
import { listed } from '../../i18n/say.ts';
import { useI18n } from '../../i18n/staff.tsx';
import type { CaseView } from '../../server-state/api-types.ts';
import { Shape } from '../../signature/shape.tsx';

type LeaderCase = NonNullable<CaseView['leaderCase']>;

/** How a leader's responsibility stands: who, by when, which duties are done, what is left for either way out. */
export function LeaderCasePanel({ of }: { readonly of: LeaderCase }): ReactNode {
  const { t, lang } = useI18n();
  const m = t.registers;
  const left = (duties: LeaderCase['left']['solved']): string =>
    duties.length === 0
      ? m.nothingLeft
      : listed(
          duties.map((duty) => word('duty', duty, lang)),
          lang,
        );
  return (
    <section className="panel" aria-label={m.leading}>
      <h2>{m.leading}</h2>
      <dl className="facts">
        <dt>{m.leader}</dt>
        <dd>
          {of.leader.name} · {word('leaderRank', of.leader.rank, lang)}
        </dd>
        <dt>{m.handler}</dt>
        <dd>{of.handler.name}</dd>
        <dt>{m.grade}</dt>
        <dd>
          {word('grade', of.grade, lang)} · {word('leaderCaseKind', of.kind, lang)}
        </dd>
        <dt>{m.dueDate}</dt>
        <dd>{formatDate(of.dueDate, lang)}</dd>
        <dt>{m.reports}</dt>
        <dd>{m.times(of.reports)}</dd>
        <dt>{m.done}</dt>
        <dd>
          <ul className="plain">
            {codesOf('duty').map((duty) => {
              const done = of.duties.findLast((one) => one.duty === duty);
              return (
                <li key={duty} data-duty={duty}>
                  <Shape tone={done === undefined ? 'neutral' : 'done'} /> {word('duty', duty, lang)}
                  {done === undefined ? '' : ` · ${formatDate(done.on, lang)}`}
                </li>
              );
            })}
          </ul>
        </dd>
        <dt>{m.leftSolved}</dt>
        <dd>{left(of.left.solved)}</dd>
        <dt>{m.leftExplained}</dt>
        <dd>{left(of.left.explained)}</dd>
        {of.kind === 'backlog' ? (
          <>
            <dt>{m.leads}</dt>
            <dd>
              <ul className="plain">
                {codesOf('teamLevel').map((level) => (
                  <li key={level}>
                    {word('teamLevel', level, lang)} · {of.leads.find((one) => one.level === level)?.leader.name ?? m.vacant}
                  </li>
                ))}
              </ul>
            </dd>
          </>
        ) : null}
      </dl>
    </section>
  );
}
