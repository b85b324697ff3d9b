import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { formatInstant } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/staff.tsx';
import { json } from '../../server-state/http.ts';
import { keys } from '../../server-state/keys.ts';
import { ProblemNotice } from '../../signature/problem-notice.tsx';
import { Chip } from '../../signature/shape.tsx';
import type { Webhook, WebhookList } from './channel-types.ts';
import { NewWebhook } from './new-webhook.tsx';

/** Subscribed systems, and what an administrator may do with each. */
export function Webhooks(): ReactNode {
  const { t, lang } = useI18n();
  const [secret, setSecret] = useState<string | null>(null);
  const found = useQuery({ queryKey: keys.webhooks, queryFn: ({ signal }) => json<WebhookList>('/api/webhooks', { signal }) });
  return (
    <section className="panel stack" aria-label={t.channels.webhooks}>
      <h2>{t.channels.webhooks}</h2>
      {found.isError ? <ProblemNotice error={found.error} m={t.problems} lang={lang} onRetry={() => void found.refetch()} /> : null}
      {secret === null ? null : (
        <p role="status" className="notice">
          {t.channels.secretOnce}
          <br />
          <code className="secret" data-testid="webhook-secret">
            {secret}
          </code>
        </p>
      )}
      {found.data?.items.length === 0 ? <p className="faint">{t.channels.noWebhooks}</p> : null}
      <ul className="plain rows">
        {(found.data?.items ?? []).map((webhook) => (
          <OneWebhook key={webhook.id} webhook={webhook} onSecret={setSecret} />
        ))}
      </ul>
      {found.data === undefined ? null : <NewWebhook kinds={found.data.kinds} onSecret={setSecret} />}
    </section>
  );
}

type Act = 'on' | 'off' | 'rotate' | 'remove';

function send(id: string, act: Act): Promise<{ readonly secret?: string }> {
  const path = `/api/webhooks/${id}`;
  if (act === 'rotate') return json(`${path}/rotate`, { method: 'POST', body: {} });
  if (act === 'remove') return json(path, { method: 'DELETE' });
  return json(path, { method: 'PUT', body: { active: act === 'on' } });
}

interface OneProps {
  readonly webhook: Webhook;
  readonly onSecret: (secret: string | null) => void;
}

function OneWebhook({ webhook, onSecret }: OneProps): ReactNode {
  const { t, lang } = useI18n();
  const [removing, setRemoving] = useState(false);
  const client = useQueryClient();
  const act = useMutation({
    mutationFn: (what: Act) => send(webhook.id, what),
    onSuccess: ({ secret }) => {
      onSecret(secret ?? null);
    },
    onSettled: () => client.invalidateQueries({ queryKey: keys.webhooks }),
  });
  const button = (what: Act, label: string): ReactNode => (
    <button
      type="button"
      className="button"
      aria-busy={act.isPending}
      onClick={() => {
        act.mutate(what);
      }}
    >
      {label}
    </button>
  );
  return (
    <li>
      <p>
        <strong>{webhook.description}</strong>{' '}
        {webhook.active ? <Chip tone="running">{t.channels.inUse}</Chip> : <Chip tone="stopped">{t.channels.stopped}</Chip>}
        <br />
        <code className="secret">{webhook.url}</code>
        <br />
        <span className="faint">
          {webhook.kinds.length === 0 ? t.channels.allKinds : t.channels.someKinds(webhook.kinds.length)} · {t.channels.lastAccepted}{' '}
          {webhook.lastAcceptedAt === null ? t.channels.never : formatInstant(webhook.lastAcceptedAt)}
          {webhook.failures === 0 ? null : <> · {t.channels.failures(webhook.failures)}</>}
          {webhook.disabledReason === null ? null : <> · {t.channels.disabledBecause(webhook.disabledReason)}</>}
          {webhook.previousSecretUntil === null ? null : (
            <>
              {' '}
              · {t.channels.previousUntil} {formatInstant(webhook.previousSecretUntil)}
            </>
          )}
        </span>
      </p>
      {act.isError ? <ProblemNotice error={act.error} m={t.problems} lang={lang} /> : null}
      {removing ? (
        <div className="wrap">
          <span>{t.channels.sure}</span>
          {button('remove', t.channels.remove)}
          <button
            type="button"
            className="button"
            onClick={() => {
              setRemoving(false);
            }}
          >
            {t.channels.cancel}
          </button>
        </div>
      ) : (
        <div className="wrap">
          {webhook.active ? button('off', t.channels.switchOff) : button('on', t.channels.switchOn)}
          {button('rotate', t.channels.rotate)}
          <button
            type="button"
            className="button"
            onClick={() => {
              setRemoving(true);
            }}
          >
            {t.channels.remove}
          </button>
        </div>
      )}
    </li>
  );
}
