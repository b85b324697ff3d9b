import type { ReactNode } from 'react';
import { newIdempotencyKey } from '../../forms/idempotency-key.ts';
import { useI18n } from '../../i18n/staff.tsx';
import { ProblemNotice } from '../../signature/problem-notice.tsx';
import { useListed, useSent } from './outreach-queries.ts';
import { PlainForm } from './plain-form.tsx';

const PATH = '/api/surveys';

const codesIn = (answer: unknown): readonly string[] =>
  typeof answer === 'object' && answer !== null && 'codes' in answer && Array.isArray(answer.codes)
    ? answer.codes.filter((one): one is string => typeof one === 'string')
    : [];

/** Surveys of satisfaction; whoever said nothing is counted apart. */
export function SurveyPanel({ division }: { readonly division: string }): ReactNode {
  const { t, lang } = useI18n();
  const m = t.outreach;
  const surveys = useListed(PATH);
  const open = useSent(PATH);
  const codes = codesIn(open.data);
  const percent = (rate: number | null): string => (rate === null ? '–' : `${String(Math.round(rate * 1000) / 10)}%`);
  return (
    <section className="panel stack" aria-label={m.surveys}>
      <h2>{m.surveys}</h2>
      {surveys.length === 0 ? <p className="faint">{m.none}</p> : null}
      <ul className="plain">
        {surveys.map((one) => (
          <li key={one.id}>
            {one.title} · {one.opensOn} – {one.closesOn} · {m.result(one.answered, one.invited, one.silent)} ·{' '}
            {one.result === null ? m.untold : m.satisfied(percent(one.result.satisfaction))}
          </li>
        ))}
      </ul>
      {open.isError ? <ProblemNotice error={open.error} m={t.problems} lang={lang} /> : null}
      {codes.length === 0 ? null : (
        <div role="status">
          <p>{m.codes}</p>
          <pre>{codes.join('\n')}</pre>
        </div>
      )}
      <PlainForm
        label={m.surveys}
        submit={m.open}
        busy={open.isPending}
        fields={[
          { name: 'title', label: m.surveyTitle },
          { name: 'division', label: m.division, initial: division },
          { name: 'opensOn', label: m.opensOn, type: 'date' },
          { name: 'closesOn', label: m.closesOn, type: 'date' },
          { name: 'invitations', label: m.invitations, type: 'number', initial: '50' },
        ]}
        onSend={({ invitations, ...values }) => {
          open.mutate({ body: { ...values, invitations: Number(invitations) }, idempotencyKey: newIdempotencyKey() });
        }}
      />
    </section>
  );
}
