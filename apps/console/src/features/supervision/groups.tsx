import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { EntryForm } from '../../forms/entry-form.tsx';
import { civilDate, formatDate } from '../../i18n/format.ts';
import { stateWord, word } from '../../i18n/glossary.ts';
import { listed } from '../../i18n/say.ts';
import { useI18n } from '../../i18n/staff.tsx';
import type { GroupPage, MinutesPage, SupervisionPage } from '../../server-state/api-types.ts';
import { useLegalNow } from '../../server-state/clock.ts';
import { useDivisionNames, useUnitName } from '../../server-state/directory.ts';
import { json } from '../../server-state/http.ts';
import { keys } from '../../server-state/keys.ts';
import { Chip } from '../../signature/shape.tsx';
import { useUser } from '../../shell/session.tsx';
import { FormGroup } from './form-group.tsx';
import { useEntrySender } from './register-queries.ts';
import { caseLink } from './registers.tsx';

type Group = GroupPage['items'][number];
const PATH = '/api/supervision-groups';

interface Props {
  readonly page: GroupPage;
  /** Supervisions that may be handed out at a feedback meeting. */
  readonly open: SupervisionPage['items'];
  readonly mayForm: boolean;
}

/** Supervision groups bound to counties, paired groups, task forces: who is in them, when they met, what was handed out. */
export function Groups({ page, open, mayForm }: Props): ReactNode {
  const { t } = useI18n();
  const m = t.supervision;
  return (
    <>
      {page.items.length === 0 ? <p className="faint">{m.groupsNone}</p> : null}
      <ul className="plain rows">
        {page.items.map((group) => (
          <li key={group.id}>
            <OneGroup group={group} open={open} />
          </li>
        ))}
      </ul>
      {mayForm ? <FormGroup path={PATH} /> : null}
    </>
  );
}

function OneGroup({ group, open }: { readonly group: Group; readonly open: SupervisionPage['items'] }): ReactNode {
  const { t, lang } = useI18n();
  const m = t.supervision;
  const user = useUser();
  const now = useLegalNow();
  const send = useEntrySender();
  const unitName = useUnitName();
  const { id, name, kind, leader, counties, members, nextMeetingBy, feedbackOverdue, dissolvedOn } = group;
  const placeName = useDivisionNames(counties);
  const sits = leader.userId === user.id || members.some((one) => one.unit.unitId === user.unit?.id);
  const responsible = user.roles.some((role) => role === 'supervisor' || role === 'leader');
  return (
    <div className="stack">
      <h3>
        {name} <span className="faint">{word('groupKind', kind, lang)}</span>{' '}
        {feedbackOverdue ? <Chip tone="overdue">{m.feedbackOverdue}</Chip> : null}
        {dissolvedOn === null ? null : <Chip tone="done">{m.dissolved}</Chip>}
      </h3>
      <dl className="facts inline">
        <div>
          <dt>{m.groupLeader}</dt>
          <dd>{leader.name}</dd>
        </div>
        <div>
          <dt>{m.counties}</dt>
          <dd>{listed(counties.map(placeName), lang)}</dd>
        </div>
        <div>
          <dt>{m.members}</dt>
          <dd>
            {listed(
              members.map((one) => `${unitName(one.unit)} ${word('groupRank', one.rank, lang)}`),
              lang,
            )}
          </dd>
        </div>
        {nextMeetingBy === null ? null : (
          <div>
            <dt>{m.nextMeeting}</dt>
            <dd>{formatDate(nextMeetingBy, lang)}</dd>
          </div>
        )}
      </dl>
      <Minutes id={id} />
      {dissolvedOn === null && now !== null && (sits || responsible) ? (
        <EntryForm
          act={m.meet}
          initial={{ heldOn: civilDate(now), cardIds: [] }}
          fields={[
            { name: 'heldOn', label: m.heldOn, kind: 'date' },
            { name: 'summary', label: m.summary, kind: 'prose' },
            {
              name: 'cardIds',
              label: m.handedOut,
              kind: 'choices',
              optional: true,
              options: open.map((one) => ({ value: one.id, label: `${one.caseNo} ${unitName(one.holder)}` })),
            },
          ]}
          onSend={(body) => send(`${PATH}/${id}/minutes`, { cardIds: [], ...body })}
        />
      ) : null}
      {dissolvedOn === null && responsible ? (
        <EntryForm
          act={m.dissolve}
          fields={[{ name: 'reason', label: m.reason, kind: 'prose' }]}
          onSend={(body) => send(`${PATH}/${id}/dissolve`, body)}
        />
      ) : null}
    </div>
  );
}

/** What was said at its feedback meetings, and what became of what was handed out there. */
function Minutes({ id }: { readonly id: string }): ReactNode {
  const { t, lang } = useI18n();
  const m = t.supervision;
  const found = useQuery({
    queryKey: keys.supervision(`minutes ${id}`),
    queryFn: ({ signal }) => json<MinutesPage>(`${PATH}/${id}/minutes`, { query: { limit: 50 }, signal }),
  });
  const meetings = found.data?.items ?? [];
  if (meetings.length === 0) return null;
  return (
    <details>
      <summary>{m.minutes(meetings.length)}</summary>
      <ul className="plain rows">
        {meetings.map((one) => (
          <li key={one.id}>
            <strong>{formatDate(one.heldOn, lang)}</strong> <span dir="auto">{one.summary}</span>
            {one.tasks.map((task) => {
              const state = stateWord(task.state, lang);
              return (
                <p key={task.id}>
                  {caseLink(task)} <Chip tone={state.tone}>{state.text}</Chip>
                </p>
              );
            })}
          </li>
        ))}
      </ul>
    </details>
  );
}
