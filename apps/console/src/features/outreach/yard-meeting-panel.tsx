import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { newIdempotencyKey } from '../../forms/idempotency-key.ts';
import { stateWord } from '../../i18n/glossary.ts';
import { useI18n } from '../../i18n/staff.tsx';
import type { YardMeeting } from '../../server-state/api-types.ts';
import { ProblemNotice } from '../../signature/problem-notice.tsx';
import { useListed, useSent } from './outreach-queries.ts';
import { PlainForm } from './plain-form.tsx';

const PATH = '/api/yard-meetings';
type Issue = YardMeeting['issues'][number];

/** 屋场恳谈会: what was raised, and what became of it. */
export function YardMeetingPanel({ division }: { readonly division: string }): ReactNode {
  const { t, lang } = useI18n();
  const m = t.outreach;
  const meetings = useListed(PATH);
  const send = useSent(PATH);
  const [taken, setTaken] = useState('');
  const became = (meeting: YardMeeting, issue: Issue): ReactNode => {
    if (issue.answered !== null) return `${m.answered}: ${issue.answered}`;
    if (issue.case !== null) {
      return (
        <Link to="/cases/$id" params={{ id: issue.case.id }}>
          {issue.case.caseNo} {stateWord(issue.case.state, lang).text}
        </Link>
      );
    }
    const path = `${PATH}/${meeting.id}/issues/${String(issue.n)}/case`;
    if (taken !== path) {
      return (
        <button
          type="button"
          className="button"
          onClick={() => {
            setTaken(path);
          }}
        >
          {m.toCase}
        </button>
      );
    }
    return (
      <PlainForm
        label={`${m.toCase} ${issue.issue}`}
        submit={m.toCase}
        busy={send.isPending}
        fields={[{ name: 'narrative', label: m.narrative, type: 'lines' }]}
        onSend={(body) => {
          send.mutate({ path, body, idempotencyKey: newIdempotencyKey() });
        }}
      />
    );
  };
  return (
    <section className="panel stack" aria-label={m.meetings}>
      <h2>{m.meetings}</h2>
      {meetings.length === 0 ? <p className="faint">{m.none}</p> : null}
      {meetings.map((one) => (
        <div key={one.id}>
          <p>
            <strong>
              {one.heldOn} {one.place}
            </strong>{' '}
            · {m.attendees} {one.attendees} · {one.summary}
          </p>
          <ol>
            {one.issues.map((issue) => (
              <li key={issue.n} value={issue.n}>
                {issue.issue} · {became(one, issue)}
              </li>
            ))}
          </ol>
        </div>
      ))}
      {send.isError ? <ProblemNotice error={send.error} m={t.problems} lang={lang} /> : null}
      {send.isSuccess ? <p role="status">{m.saved}</p> : null}
      <PlainForm
        label={m.meetings}
        submit={m.record}
        busy={send.isPending}
        fields={[
          { name: 'division', label: m.division, initial: division },
          { name: 'heldOn', label: m.heldOn, type: 'date' },
          { name: 'place', label: m.place },
          { name: 'attendees', label: m.attendees, type: 'number', initial: '20' },
          { name: 'summary', label: m.summary },
          { name: 'issues', label: m.issues, type: 'lines' },
        ]}
        onSend={({ attendees, issues = '', ...values }) => {
          const lines = issues.split('\n').flatMap((line) => (line.trim() === '' ? [] : [{ issue: line.trim() }]));
          send.mutate({ body: { ...values, attendees: Number(attendees), issues: lines } });
        }}
      />
    </section>
  );
}
