import { useState, type SubmitEvent, type ReactNode } from 'react';
import { formText } from '../../forms/form-text.ts';
import { fold } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/public.tsx';
import type { Track } from '../../server-state/api-types.ts';
import { failureText } from './failure.ts';
import { Field } from './field.tsx';
import { track, type Credentials } from './requests.ts';
import { Tracked } from './tracked.tsx';

/** Query code and four digits → where the matter stands. Both stay in this page's memory. */
export function TrackPage(): ReactNode {
  const { t, lang } = useI18n();
  const [credentials, setCredentials] = useState<Credentials | null>(null);
  const [found, setFound] = useState<Track | null>(null);
  const [failure, setFailure] = useState('');
  const [busy, setBusy] = useState(false);

  const look = async (given: Credentials): Promise<void> => {
    setBusy(true);
    setFailure('');
    try {
      setFound(await track(given));
      setCredentials(given);
    } catch (error) {
      setFailure(failureText(error, t, lang));
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (busy) return;
    const data = new FormData(event.currentTarget);
    void look({ queryCode: fold(formText(data, 'queryCode')).toUpperCase(), phoneLast4: fold(formText(data, 'phoneLast4')) });
  };

  if (found !== null && credentials !== null) {
    return (
      <Tracked
        found={found}
        credentials={credentials}
        onChange={setFound}
        onLeave={() => {
          setFound(null);
          setCredentials(null);
        }}
      />
    );
  }
  return (
    <form onSubmit={submit}>
      <h1>{t.track}</h1>
      <div role="alert">{failure === '' ? null : <p className="notice tone-overdue">{failure}</p>}</div>
      <Field name="queryCode" label={t.queryCode} hint={t.queryCodeHint} required maxLength={64} autoCapitalize="characters" />
      <Field name="phoneLast4" label={t.last4} required maxLength={64} />
      <button type="submit" className="button primary wide" aria-busy={busy}>
        {t.look}
      </button>
      <p className="hint">{t.noCode}</p>
    </form>
  );
}
