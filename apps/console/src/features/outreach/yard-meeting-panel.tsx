import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { EntryForm } from '../../forms/entry-form.tsx';
import { formatDate } from '../../i18n/format.ts';
import { stateWord } from '../../i18n/glossary.ts';
import { labelled } from '../../i18n/say.ts';
import { useI18n } from '../../i18n/staff.tsx';
import type { YardMeeting } from '../../server-state/api-types.ts';
import { useListed, useSent } from './outreach-queries.ts';

const PATH = '/api/yard-meetings';
type Issue = YardMeeting['issues'][number];

/** One a line, as they were raised. */
const issuesIn = (text: unknown): readonly { readonly issue: string }[] =>
  String(text)
    .split('\n')
    .flatMap((line) => (line.trim() === '' ? [] : [{ issue: line.trim() }]));

/** 屋场恳谈会: what was raised, and what became of it. */
export function YardMeetingPanel({ division }: { readonly division: string }): ReactNode {
  const { t, lang } = useI18n();
  const m = t.outreach;
  const meetings = useListed(PATH);
  const send = useSent(PATH);
  return (
    <section className="panel stack" aria-label={m.meetings}>
      <h2>{m.meetings}</h2>
      {meetings.length === 0 ? <p className="faint">{m.meetingsNone}</p> : null}
      <ul className="plain rows">
        {meetings.map((one) => (
          <li key={one.id}>
            <h3>
              {formatDate(one.heldOn, lang)} {one.place}
            </h3>
            <p>
              {labelled(m.attendees, String(one.attendees), lang)} · {one.summary}
            </p>
            <ol>
              {one.issues.map((issue) => (
                <li key={issue.n} value={issue.n}>
                  {issue.issue} <Became meeting={one} issue={issue} />
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ul>
      <EntryForm
        act={m.record}
        initial={{ division, attendees: 20 }}
        fields={[
          { name: 'division', label: m.division, kind: 'division' },
          { name: 'heldOn', label: m.heldOn, kind: 'date' },
          { name: 'place', label: m.place, kind: 'line' },
          { name: 'attendees', label: m.attendees, kind: 'number', min: 1, max: 10_000 },
          { name: 'summary', label: m.summary, kind: 'line' },
          { name: 'issues', label: m.issues, kind: 'prose' },
        ]}
        onSend={({ issues, ...body }, idempotencyKey) => send.mutateAsync({ body: { ...body, issues: issuesIn(issues) }, idempotencyKey })}
      />
    </section>
  );
}

/** What became of an issue: answered on the spot, a case, or not yet either. */
function Became({ meeting, issue }: { readonly meeting: YardMeeting; readonly issue: Issue }): ReactNode {
  const { t, lang } = useI18n();
  const m = t.outreach;
  const send = useSent(PATH);
  if (issue.answered !== null) return labelled(m.answered, issue.answered, lang);
  if (issue.case !== null) {
    return (
      <Link to="/cases/$id" params={{ id: issue.case.id }}>
        {issue.case.caseNo} {stateWord(issue.case.state, lang).text}
      </Link>
    );
  }
  return (
    <EntryForm
      act={m.toCase}
      fields={[{ name: 'narrative', label: m.narrative, kind: 'prose' }]}
      onSend={(body, idempotencyKey) =>
        send.mutateAsync({ path: `${PATH}/${meeting.id}/issues/${String(issue.n)}/case`, body, idempotencyKey })
      }
    />
  );
}
