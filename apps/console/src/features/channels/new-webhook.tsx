import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState, type ReactNode, type SubmitEvent } from 'react';
import { useI18n } from '../../i18n/staff.tsx';
import { json } from '../../server-state/http.ts';
import { keys } from '../../server-state/keys.ts';
import { ProblemNotice } from '../../signature/problem-notice.tsx';
import type { NoticeKind } from './channel-types.ts';

interface Props {
  readonly kinds: readonly NoticeKind[];
  readonly onSecret: (secret: string) => void;
}

/** The form of a new subscription; its secret is handed up, to be shown once. */
export function NewWebhook({ kinds, onSecret }: Props): ReactNode {
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  if (!open)
    return (
      <button
        type="button"
        className="button primary"
        onClick={() => {
          setOpen(true);
        }}
      >
        {t.channels.add}
      </button>
    );
  return (
    <Form
      kinds={kinds}
      onSecret={onSecret}
      onClose={() => {
        setOpen(false);
      }}
    />
  );
}

function Form({ kinds, onSecret, onClose }: Props & { readonly onClose: () => void }): ReactNode {
  const { t, lang } = useI18n();
  const id = useId();
  const client = useQueryClient();
  const create = useMutation({
    mutationFn: (body: unknown) => json<{ readonly secret: string }>('/api/webhooks', { method: 'POST', body }),
    onSuccess: async ({ secret }) => {
      onSecret(secret);
      onClose();
      await client.invalidateQueries({ queryKey: keys.webhooks });
    },
  });
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    create.mutate({ url: form.get('url'), description: form.get('description'), kinds: form.getAll('kinds') });
  };
  return (
    <form className="stack webhook-form" onSubmit={submit}>
      {create.isError ? <ProblemNotice error={create.error} m={t.problems} lang={lang} /> : null}
      <div>
        <label htmlFor={`${id}-description`}>{t.channels.description}</label>
        <input id={`${id}-description`} className="field" name="description" required maxLength={200} autoComplete="off" autoFocus />
      </div>
      <div>
        <label htmlFor={`${id}-url`}>{t.channels.url}</label>
        <input id={`${id}-url`} className="field" name="url" type="url" required maxLength={2000} autoComplete="off" />
      </div>
      <fieldset>
        <legend>{t.channels.kinds}</legend>
        <div className="grid-3">
          {kinds.map(({ kind, text }) => (
            <label key={kind}>
              <input type="checkbox" name="kinds" value={kind} /> {text[lang]}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="wrap">
        <button type="submit" className="button primary" aria-busy={create.isPending}>
          {t.channels.add}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {t.channels.cancel}
        </button>
      </div>
    </form>
  );
}
