import type { ReactNode } from 'react';
import { EntryForm } from '../../forms/entry-form.tsx';
import { formatDate } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/staff.tsx';
import { useDivisionNames } from '../../server-state/directory.ts';
import { RegisterTable } from '../../signature/register-table.tsx';
import { useListed, useSent } from './outreach-queries.ts';

const PATH = '/api/surveys';
/** Of fewer answers nothing is told (contract). */
const FEWEST = 10;

const codesIn = (answer: unknown): readonly string[] =>
  typeof answer === 'object' && answer !== null && 'codes' in answer && Array.isArray(answer.codes)
    ? answer.codes.filter((one): one is string => typeof one === 'string')
    : [];

/** Surveys of satisfaction; whoever said nothing is counted apart. */
export function SurveyPanel({ division }: { readonly division: string }): ReactNode {
  const { t, lang } = useI18n();
  const m = t.outreach;
  const surveys = useListed(PATH);
  const placeName = useDivisionNames(surveys.map((one) => one.division));
  const open = useSent(PATH);
  const codes = codesIn(open.data);
  const percent = (rate: number | null): string => (rate === null ? '–' : `${String(Math.round(rate * 1000) / 10)}%`);
  return (
    <section className="panel stack" aria-label={m.surveys}>
      <h2>{m.surveys}</h2>
      <RegisterTable
        caption={m.surveys}
        columns={[m.surveyTitle, m.division, m.period, m.answers, m.outcome]}
        rows={surveys.map((one) => ({
          key: one.id,
          cells: [
            one.title,
            placeName(one.division),
            `${formatDate(one.opensOn, lang)} – ${formatDate(one.closesOn, lang)}`,
            m.result(one.answered, one.invited, one.silent),
            one.result === null ? m.untold : m.satisfied(percent(one.result.satisfaction)),
          ],
        }))}
        none={m.surveysNone}
      />
      {codes.length === 0 ? null : (
        <div role="status">
          <p>{m.codes}</p>
          <pre>{codes.join('\n')}</pre>
        </div>
      )}
      <EntryForm
        act={m.open}
        initial={{ division, invitations: 50 }}
        fields={[
          { name: 'title', label: m.surveyTitle, kind: 'line' },
          { name: 'division', label: m.division, kind: 'division' },
          { name: 'opensOn', label: m.opensOn, kind: 'date' },
          { name: 'closesOn', label: m.closesOn, kind: 'date' },
          { name: 'invitations', label: m.invitations, kind: 'number', min: FEWEST, max: 2000 },
        ]}
        onSend={(body, idempotencyKey) => open.mutateAsync({ body, idempotencyKey })}
      />
    </section>
  );
}
