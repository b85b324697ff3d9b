import { useEffect, useRef, useState, type SubmitEvent, type ReactNode } from 'react';
import { newIdempotencyKey } from '../../forms/idempotency-key.ts';
import { useI18n } from '../../i18n/public.tsx';
import type { Track } from '../../server-state/api-types.ts';
import { problemOf } from '../../server-state/problem.ts';
import { failureText } from './failure.ts';
import { Field, Radios } from './field.tsx';
import { sendPublic, type Credentials } from './requests.ts';

interface Props {
  readonly type: string;
  readonly label: string;
  readonly credentials: Credentials;
  readonly onDone: (next: Track) => void;
  readonly onCancel: () => void;
}

/** Dates and who asks are the server's to say; here only words and choices. */
export function ActionForm({ type, label, credentials, onDone, onCancel }: Props): ReactNode {
  const { t, lang } = useI18n();
  const [key, setKey] = useState(newIdempotencyKey);
  const [failure, setFailure] = useState('');
  const [busy, setBusy] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const send = async (payload: Readonly<Record<string, string>>): Promise<void> => {
    setBusy(true);
    setFailure('');
    try {
      onDone(await sendPublic(credentials, type, payload, key));
    } catch (error) {
      const { status } = problemOf(error);
      // The same key only while the outcome is unknown.
      if (status !== 0 && status < 500) setKey(newIdempotencyKey());
      setFailure(failureText(error, t, lang));
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (busy) return;
    const payload: Record<string, string> = {};
    for (const [name, value] of new FormData(event.currentTarget))
      if (typeof value === 'string' && value.trim() !== '') payload[name] = value.trim();
    void send(payload);
  };
  return (
    <form onSubmit={submit}>
      <h2 ref={heading} tabIndex={-1}>
        {label}
      </h2>
      <div role="alert">{failure === '' ? null : <p className="notice tone-overdue">{failure}</p>}</div>
      <Fields type={type} />
      <div className="buttons">
        <button type="submit" className="button primary" aria-busy={busy}>
          {busy ? t.sending : t.send}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {t.cancel}
        </button>
      </div>
    </form>
  );
}

function Fields({ type }: { readonly type: string }): ReactNode {
  const { t } = useI18n();
  switch (type) {
    case 'REQUEST_REVIEW':
    case 'REQUEST_RECHECK':
      return <Field name="reason" label={t.reason} rows={6} required />;
    case 'ADD_MATERIAL':
      return <Field name="text" label={t.material} rows={6} required />;
    case 'WITHDRAW':
      return <Field name="evidence" label={t.evidence} rows={3} />;
    case 'RATE':
      return (
        <>
          <Radios name="target" legend={t.target} options={t.targets} />
          <Radios name="value" legend={t.value} options={t.values} />
        </>
      );
    default:
      return null;
  }
}
