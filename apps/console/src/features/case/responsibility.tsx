import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { formatDate, formatInstant } from '../../i18n/format.ts';
import { word } from '../../i18n/glossary.ts';
import { say } from '../../i18n/say.ts';
import { useI18n } from '../../i18n/staff.tsx';
import type { CaseView, Responsibility } from '../../server-state/api-types.ts';
import { useUnitName } from '../../server-state/directory.ts';
import { json } from '../../server-state/http.ts';
import { keys } from '../../server-state/keys.ts';
import { Pending } from '../../shell/pages.tsx';
import { ProblemNotice } from '../../signature/problem-notice.tsx';
import { Chip } from '../../signature/shape.tsx';
import type { Tone } from '../../theme/tokens.ts';

type Span = Responsibility['spans'][number];

const TONES: Readonly<Record<Span['duties'][number]['outcome'], Tone>> = {
  'in-time': 'done',
  late: 'overdue',
  overdue: 'overdue',
  running: 'running',
  paused: 'stopped',
};

/** 责任倒查: who had the case when, for how long in working time, what fell due meanwhile and what was done late. */
export function ResponsibilityTrace({ shown }: { readonly shown: CaseView }): ReactNode {
  const { t, lang } = useI18n();
  const found = useQuery({
    queryKey: keys.responsibility(shown.id, shown.version),
    queryFn: ({ signal }) => json<Responsibility>(`/api/cases/${shown.id}/responsibility`, { signal }),
  });
  if (found.isError) return <ProblemNotice error={found.error} m={t.problems} lang={lang} onRetry={() => void found.refetch()} />;
  if (found.data === undefined) return <Pending />;
  return (
    <div className="stack">
      <p className="faint">{t.responsibility.hint}</p>
      {found.data.spans.map((span) => (
        <SpanOf key={`${span.unit.unitId} ${span.from}`} span={span} />
      ))}
      {shown.sealed ? null : <a href={`/api/cases/${shown.id}/responsibility/export`}>{t.responsibility.file}</a>}
    </div>
  );
}

function SpanOf({ span }: { readonly span: Span }): ReactNode {
  const { t, lang } = useI18n();
  const unitName = useUnitName();
  return (
    <section aria-label={unitName(span.unit)}>
      <h3>{unitName(span.unit)}</h3>
      <p className="faint">
        {formatInstant(span.from)} – {span.to === null ? t.responsibility.now : formatInstant(span.to)} ·{' '}
        {t.responsibility.workingDays(span.workingDays)}
      </p>
      {span.duties.length === 0 ? null : (
        <ul className="plain">
          {span.duties.map((duty) => (
            <li key={duty.deadlineId}>
              {say(duty.title, lang)} · {formatDate(duty.dueDate, lang)}{' '}
              <Chip tone={TONES[duty.outcome]}>{t.responsibility.outcome[duty.outcome]}</Chip>
              {duty.lateWorkingDays > 0 ? ` ${t.responsibility.lateDays(duty.lateWorkingDays)}` : ''}
            </li>
          ))}
        </ul>
      )}
      {span.acts.length === 0 ? null : (
        <ul className="plain">
          {span.acts.map((act) => (
            <li key={act.seq} className="faint">
              {formatInstant(act.at)} {say(act.label, lang)} · {act.unit === null ? '' : unitName(act.unit)} {word('role', act.role, lang)}
              {act.person === null ? '' : ` · ${act.person.name}`}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
