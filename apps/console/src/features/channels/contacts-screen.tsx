import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, type ReactNode, type SubmitEvent } from 'react';
import { EntryForm } from '../../forms/entry-form.tsx';
import { word } from '../../i18n/glossary.ts';
import { useI18n } from '../../i18n/staff.tsx';
import { json } from '../../server-state/http.ts';
import { keys } from '../../server-state/keys.ts';
import { usePageTitle } from '../../shell/page-title.ts';
import { Pending } from '../../shell/pages.tsx';
import { ProblemNotice } from '../../signature/problem-notice.tsx';
import { Chip } from '../../signature/shape.tsx';
import type { Contact, Contacts } from './channel-types.ts';
import './channels.css';

const CHANNELS = ['email', 'sms', 'im'] as const;

/** Everybody's own addresses: where he wants to be told beside the inbox. */
export function ContactsScreen(): ReactNode {
  const { t, lang } = useI18n();
  const found = useQuery({ queryKey: keys.contacts, queryFn: ({ signal }) => json<Contacts>('/api/me/contacts', { signal }) });
  usePageTitle(t.channels.contactsTitle);
  return (
    <section className="page stack">
      <h1>{t.channels.contactsTitle}</h1>
      <p className="faint contacts-hint">{t.channels.contactsHint}</p>
      {found.isError ? <ProblemNotice error={found.error} m={t.problems} lang={lang} onRetry={() => void found.refetch()} /> : null}
      {found.isPending ? <Pending /> : null}
      {found.data === undefined ? null : <Form contacts={found.data} />}
      <div className="panel">
        <EntryForm
          act={t.administration.ownPassword}
          fields={[
            { name: 'current', label: t.administration.currentPassword, kind: 'secret' },
            { name: 'next', label: t.administration.nextPassword, kind: 'secret' },
          ]}
          onSend={(body) => json('/api/auth/password', { method: 'POST', body })}
        />
      </div>
    </section>
  );
}

/** The filled-in channels of the form as the API takes them. */
function contactsIn(form: FormData): readonly Contact[] {
  const textOf = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  return CHANNELS.filter((channel) => textOf(`${channel}-address`) !== '').map((channel) => ({
    channel,
    address: textOf(`${channel}-address`),
    wanted: form.has(`${channel}-wanted`),
    language: textOf(`${channel}-language`) === 'en' ? 'en' : 'zh',
  }));
}

function Form({ contacts }: { readonly contacts: Contacts }): ReactNode {
  const { t, lang } = useI18n();
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: (items: readonly Contact[]) => json<Contacts>('/api/me/contacts', { method: 'PUT', body: { items } }),
    onSuccess: (saved) => {
      client.setQueryData(keys.contacts, saved);
    },
  });
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    save.mutate(contactsIn(new FormData(event.currentTarget)));
  };
  return (
    <form className="panel stack" onSubmit={submit}>
      {contacts.available.length === 0 ? <p className="faint">{t.channels.noneAvailable}</p> : null}
      {CHANNELS.map((channel) => (
        <OneChannel
          key={channel}
          channel={channel}
          on={contacts.available.includes(channel)}
          contact={contacts.items.find((one) => one.channel === channel)}
        />
      ))}
      {save.isError ? <ProblemNotice error={save.error} m={t.problems} lang={lang} /> : null}
      <div className="wrap">
        <button type="submit" className="button primary" aria-busy={save.isPending}>
          {t.channels.save}
        </button>
        <span role="status">{save.isSuccess ? t.channels.saved : ''}</span>
      </div>
    </form>
  );
}

interface OneProps {
  readonly channel: Contact['channel'];
  readonly on: boolean;
  readonly contact: Contact | undefined;
}

function OneChannel({ channel, on, contact }: OneProps): ReactNode {
  const { t, lang } = useI18n();
  const id = useId();
  return (
    <fieldset className="contact">
      <legend>
        {word('outward', channel, lang)} {on ? null : <Chip tone="stopped">{t.channels.notOn}</Chip>}
      </legend>
      <div>
        <label htmlFor={`${id}-address`}>{t.channels.address}</label>
        <input
          id={`${id}-address`}
          className="field"
          name={`${channel}-address`}
          type={{ email: 'email', sms: 'tel', im: 'text' }[channel]}
          maxLength={200}
          autoComplete="off"
          defaultValue={contact?.address ?? ''}
        />
      </div>
      <div>
        <label htmlFor={`${id}-language`}>{t.channels.language}</label>
        <select id={`${id}-language`} className="field" name={`${channel}-language`} defaultValue={contact?.language ?? lang}>
          <option value="zh">中文</option>
          <option value="en">English</option>
        </select>
      </div>
      <label>
        <input type="checkbox" name={`${channel}-wanted`} defaultChecked={contact?.wanted ?? true} /> {t.channels.wanted}
      </label>
    </fieldset>
  );
}
