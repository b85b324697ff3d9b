import { useEffect, useState, type ReactNode } from 'react';
import { newIdempotencyKey } from '../../forms/idempotency-key.ts';
import { formatDate } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/public.tsx';
import type { PublicReception } from '../../server-state/api-types.ts';
import { failureText } from './failure.ts';
import { bookReception, receptionDays, type Credentials } from './requests.ts';

/** Published days on which a leader receives people, and a place on one of them for one's own matter. */
export function ReceptionDays({ credentials }: { readonly credentials: Credentials }): ReactNode {
  const { t, lang } = useI18n();
  const [days, setDays] = useState<readonly PublicReception[]>([]);
  const [key, setKey] = useState(newIdempotencyKey);
  const [said, setSaid] = useState('');
  const [failure, setFailure] = useState('');
  useEffect(() => {
    let here = true;
    // Without the list nobody misses anything else on this page.
    void receptionDays().then(
      (found) => {
        if (here) setDays(found);
      },
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, []);
  const send = async (what: 'bookings' | 'cancellations', receptionId: string): Promise<void> => {
    setSaid('');
    setFailure('');
    try {
      const { day } = await bookReception(what, { ...credentials, receptionId }, key);
      setSaid(t.done(what === 'bookings' ? t.bookDay : t.giveBack));
      setDays((known) => known.map((one) => (one.id === day.id ? day : one)));
    } catch (error) {
      setFailure(failureText(error, t, lang));
    } finally {
      setKey(newIdempotencyKey());
    }
  };
  if (days.length === 0) return null;
  return (
    <section className="panel" aria-label={t.receptions}>
      <h2>{t.receptions}</h2>
      <div role="status">{said === '' ? null : <p className="notice tone-done">{said}</p>}</div>
      <div role="alert">{failure === '' ? null : <p className="notice tone-overdue">{failure}</p>}</div>
      <ul className="plain stack">
        {days.map((day) => (
          <li key={day.id}>
            <p>
              <strong>{formatDate(day.on, lang)}</strong> {day.leader} · {day.at.name} · {t.placesFree(day.free)}
            </p>
            <div className="buttons">
              <button type="button" className="button" disabled={day.free === 0} onClick={() => void send('bookings', day.id)}>
                {t.bookDay}
              </button>
              <button type="button" className="button" onClick={() => void send('cancellations', day.id)}>
                {t.giveBack}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
