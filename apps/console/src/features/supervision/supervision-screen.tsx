import { useState, type ReactNode } from 'react';
import { useI18n } from '../../i18n/staff.tsx';
import type { GroupPage, SuggestionLetterPage, SupervisionBoard, SupervisionPage, YellowCardPage } from '../../server-state/api-types.ts';
import { usePageTitle } from '../../shell/page-title.ts';
import { Pending } from '../../shell/pages.tsx';
import { useUser } from '../../shell/session.tsx';
import { ProblemNotice } from '../../signature/problem-notice.tsx';
import { Groups } from './groups.tsx';
import { useRegister } from './register-queries.ts';
import { Board, Ledger, Letters } from './registers.tsx';
import { YellowCards } from './yellow-cards.tsx';

const MOST = 200;

/** What is supervised, suggested and warned of: units and what they are asked for, never persons who petition. */
export function SupervisionScreen(): ReactNode {
  const { t, lang } = useI18n();
  const m = t.supervision;
  const user = useUser();
  const [listed, setListed] = useState(false);
  usePageTitle(m.title);
  const board = useRegister<SupervisionBoard>('board', '/api/supervisions/board');
  const ledger = useRegister<SupervisionPage>('ledger', '/api/supervisions', { limit: MOST, listed: listed ? 'true' : undefined });
  const open = useRegister<SupervisionPage>('open', '/api/supervisions', { limit: MOST, open: 'true' });
  const letters = useRegister<SuggestionLetterPage>('letters', '/api/suggestion-letters', { limit: MOST });
  const cards = useRegister<YellowCardPage>('yellow cards', '/api/yellow-cards', { limit: MOST });
  const groups = useRegister<GroupPage>('groups', '/api/supervision-groups', { limit: MOST });
  const problem = [board, ledger, letters, cards, groups].find((one) => one.error !== null)?.error ?? null;
  const responsible = user.roles.some((role) => role === 'supervisor' || role === 'leader');
  const mayTake = responsible || user.roles.includes('auditor');
  return (
    <section className="page stack">
      <h1>{m.title}</h1>
      {problem === null ? null : <ProblemNotice error={problem} m={t.problems} lang={lang} />}
      <Register title={m.board}>{board.data === undefined ? <Pending /> : <Board board={board.data} />}</Register>
      <Register title={m.ledger}>
        <div className="wrap">
          <label className="check">
            <input
              type="checkbox"
              checked={listed}
              onChange={(event) => {
                setListed(event.target.checked);
              }}
            />{' '}
            {m.listedOnly}
          </label>
          {mayTake ? (
            <a className="button" href={`/api/supervisions/export${listed ? '?listed=true' : ''}`} download>
              {m.download}
            </a>
          ) : null}
        </div>
        {ledger.data === undefined ? <Pending /> : <Ledger page={ledger.data} none={listed ? m.listedNone : m.ledgerNone} />}
      </Register>
      <Register title={m.letters}>{letters.data === undefined ? <Pending /> : <Letters page={letters.data} />}</Register>
      <Register title={m.cards}>
        {cards.data === undefined ? <Pending /> : <YellowCards page={cards.data} mayWarn={responsible} />}
      </Register>
      <Register title={m.groups}>
        {groups.data === undefined ? <Pending /> : <Groups page={groups.data} open={open.data?.items ?? []} mayForm={responsible} />}
      </Register>
    </section>
  );
}

function Register({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <section className="panel stack" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
