import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { formatInstant } from '../../i18n/format.ts';
import { ruleWord } from '../../i18n/glossary.ts';
import { labelled, say } from '../../i18n/say.ts';
import { useI18n } from '../../i18n/staff.tsx';
import { Pending } from '../../shell/pages.tsx';
import { ProblemNotice } from '../../signature/problem-notice.tsx';
import { useInbox, useMarkRead } from './queries.ts';

/** What this unit and role were told: reminders, urgings, supervision, forwards. */
export function InboxPanel(): ReactNode {
  const { t, lang } = useI18n();
  const inbox = useInbox();
  const markRead = useMarkRead();
  return (
    <aside className="panel inbox" aria-label={t.work.inbox}>
      <h2>
        {t.work.inbox}
        {inbox.data === undefined || inbox.data.unread.count === 0
          ? ''
          : ` · ${String(inbox.data.unread.count)}${inbox.data.unread.capped ? '+' : ''}`}
      </h2>
      {inbox.isError ? <ProblemNotice error={inbox.error} m={t.problems} lang={lang} onRetry={() => void inbox.refetch()} /> : null}
      {inbox.isPending ? <Pending /> : null}
      {inbox.data?.items.length === 0 ? <p className="faint">{t.work.inboxEmpty}</p> : null}
      <ul className="plain rows">
        {(inbox.data?.items ?? []).map((one) => (
          <li key={one.id} className={one.read ? 'read' : 'unread'}>
            {one.read ? null : <strong className="visually-hidden">{t.work.unread} </strong>}
            <Link
              to="/cases/$id"
              params={{ id: one.caseId }}
              onClick={() => {
                if (!one.read) markRead.mutate(one.id);
              }}
            >
              {one.rule === null ? say(one.text, lang) : labelled(say(one.text, lang), ruleWord(one.rule, lang), lang)}
            </Link>
            <br />
            <span className="faint">
              {one.caseNo} {one.title} · <time className="nowrap">{formatInstant(one.at)}</time>
            </span>
          </li>
        ))}
      </ul>
    </aside>
  );
}
