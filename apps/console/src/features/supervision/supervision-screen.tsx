import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useI18n } from '../../i18n/staff.tsx';
import type { GroupPage, SuggestionLetterPage, SupervisionBoard, SupervisionPage, YellowCardPage } from '../../server-state/api-types.ts';
import { json } from '../../server-state/http.ts';
import { keys } from '../../server-state/keys.ts';
import { usePageTitle } from '../../shell/page-title.ts';
import { Pending } from '../../shell/pages.tsx';
import { useUser } from '../../shell/session.tsx';
import { ProblemNotice } from '../../signature/problem-notice.tsx';
import { Board, Groups, Ledger, Letters, YellowCards } from './registers.tsx';

const MOST = 200;

function useRegister<T>(what: string, path: string, query: Readonly<Record<string, string | number | undefined>> = {}) {
  return useQuery({
    queryKey: keys.supervision(`${what} ${JSON.stringify(query)}`),
    queryFn: ({ signal }) => json<T>(path, { query, signal }),
  });
}

/** What is supervised, suggested and warned of: units and what they are asked for, never persons who petition. */
export function SupervisionScreen(): ReactNode {
  const { t, lang } = useI18n();
  const user = useUser();
  const [listed, setListed] = useState(false);
  usePageTitle(t.supervision.title);
  const board = useRegister<SupervisionBoard>('board', '/api/supervisions/board');
  const ledger = useRegister<SupervisionPage>('ledger', '/api/supervisions', { limit: MOST, listed: listed ? 'true' : undefined });
  const letters = useRegister<SuggestionLetterPage>('letters', '/api/suggestion-letters', { limit: MOST });
  const cards = useRegister<YellowCardPage>('yellow cards', '/api/yellow-cards', { limit: MOST });
  const groups = useRegister<GroupPage>('groups', '/api/supervision-groups', { limit: MOST });
  const problem = [board, ledger, letters, cards, groups].find((one) => one.error !== null)?.error ?? null;
  const mayTake = user.roles.some((role) => ['supervisor', 'leader', 'auditor'].includes(role));
  return (
    <section className="page stack">
      <h1>{t.supervision.title}</h1>
      {problem === null ? null : <ProblemNotice error={problem} m={t.problems} lang={lang} />}
      {board.data === undefined ? <Pending /> : <Board board={board.data} />}
      <div className="wrap">
        <label className="check">
          <input
            type="checkbox"
            checked={listed}
            onChange={(event) => {
              setListed(event.target.checked);
            }}
          />{' '}
          {t.supervision.listedOnly}
        </label>
        {mayTake ? (
          <a className="button" href={`/api/supervisions/export${listed ? '?listed=true' : ''}`} download>
            {t.supervision.download}
          </a>
        ) : null}
      </div>
      {ledger.data === undefined ? <Pending /> : <Ledger page={ledger.data} />}
      {letters.data === undefined ? <Pending /> : <Letters page={letters.data} />}
      {cards.data === undefined ? <Pending /> : <YellowCards page={cards.data} />}
      {groups.data === undefined ? <Pending /> : <Groups page={groups.data} />}
    </section>
  );
}
