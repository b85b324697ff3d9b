import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { formatInstant } from '../../i18n/format.ts';
import { word } from '../../i18n/glossary.ts';
import { useI18n } from '../../i18n/staff.tsx';
import { json } from '../../server-state/http.ts';
import { keys } from '../../server-state/keys.ts';
import { usePageTitle } from '../../shell/page-title.ts';
import { Pending } from '../../shell/pages.tsx';
import { useUser } from '../../shell/session.tsx';
import { ProblemNotice } from '../../signature/problem-notice.tsx';
import { Chip } from '../../signature/shape.tsx';
import type { ChannelState, ChannelStates } from './channel-types.ts';
import './channels.css';
import { Webhooks } from './webhooks.tsx';

const EVERY_MS = 10_000;

/** How messages leave the house: what is on, what waits, what fails; and for administrators who is subscribed. */
export function ChannelsScreen(): ReactNode {
  const { t, lang } = useI18n();
  const user = useUser();
  const found = useQuery({
    queryKey: keys.channels,
    queryFn: ({ signal }) => json<ChannelStates>('/api/channels', { signal }),
    refetchInterval: EVERY_MS,
  });
  usePageTitle(t.channels.title);
  return (
    <section className="page stack">
      <h1>{t.channels.title}</h1>
      <p className="faint">{t.channels.leaves}</p>
      {found.isError ? <ProblemNotice error={found.error} m={t.problems} lang={lang} onRetry={() => void found.refetch()} /> : null}
      {found.isPending ? <Pending /> : null}
      {found.data === undefined ? null : (
        <div className="panel flush" role="region" aria-label={t.channels.title} tabIndex={0}>
          <StateTable states={found.data.items} />
        </div>
      )}
      {user.roles.includes('admin') ? <Webhooks /> : null}
    </section>
  );
}

function StateTable({ states }: { readonly states: readonly ChannelState[] }): ReactNode {
  const { t, lang } = useI18n();
  return (
    <table className="cases">
      <thead>
        <tr>
          <th scope="col">{t.channels.channel}</th>
          <th scope="col">{t.channels.state}</th>
          {(['waiting', 'retrying', 'overdue', 'dead', 'rate'] as const).map((name) => (
            <th key={name} scope="col" className="num">
              {t.channels[name]}
            </th>
          ))}
          <th scope="col">{t.channels.lastAccepted}</th>
        </tr>
      </thead>
      <tbody>
        {states.map((state) => (
          <tr key={state.channel}>
            <th scope="row" className="nowrap">
              {word('outward', state.channel, lang)}
            </th>
            <td>
              <OnOff configured={state.configured} />
            </td>
            <td className="num">{state.waiting}</td>
            <td className="num">{state.retrying}</td>
            <td className="num">{state.overdueSeconds === null ? '–' : t.channels.seconds(state.overdueSeconds)}</td>
            <td className="num">{state.dead === 0 ? '0' : <Chip tone="overdue">{state.dead}</Chip>}</td>
            <td className="num">{state.rate ?? '–'}</td>
            <td className="nowrap">{state.lastAcceptedAt === null ? t.channels.never : formatInstant(state.lastAcceptedAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function OnOff({ configured }: { readonly configured: boolean | null }): ReactNode {
  const { t } = useI18n();
  if (configured === null) return <Chip tone="stopped">{t.channels.silent}</Chip>;
  return configured ? <Chip tone="running">{t.channels.on}</Chip> : <Chip tone="stopped">{t.channels.off}</Chip>;
}
