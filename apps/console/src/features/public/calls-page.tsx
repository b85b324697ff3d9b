import { useEffect, useState, type ReactNode, type SubmitEvent } from 'react';
import { formText } from '../../forms/form-text.ts';
import { newIdempotencyKey } from '../../forms/idempotency-key.ts';
import { fold, formatDate } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/public.tsx';
import type { Registered, SuggestionCall } from '../../server-state/api-types.ts';
import { problemOf } from '../../server-state/problem.ts';
import { failureText } from './failure.ts';
import { Field } from './field.tsx';
import { Filed } from './filed.tsx';
import { openCalls, suggest } from './requests.ts';

/** 问计于民: what is asked of everybody today, and the form that answers one of the questions. */
export function CallsPage(): ReactNode {
  const { t, lang } = useI18n();
  const [calls, setCalls] = useState<readonly SuggestionCall[] | null>(null);
  const [chosen, setChosen] = useState<SuggestionCall | null>(null);
  const [failure, setFailure] = useState('');
  const [done, setDone] = useState<Registered | null>(null);
  useEffect(() => {
    let here = true;
    openCalls().then(
      (found) => {
        if (here) setCalls(found);
      },
      (error: unknown) => {
        if (here) setFailure(failureText(error, t, lang));
      },
    );
    return () => {
      here = false;
    };
  }, [t, lang]);
  if (done !== null) return <Filed done={done} />;
  if (chosen !== null) {
    return (
      <Suggest
        call={chosen}
        onDone={setDone}
        onCancel={() => {
          setChosen(null);
        }}
      />
    );
  }
  return (
    <>
      <h1>{t.calls}</h1>
      <div role="alert">{failure === '' ? null : <p className="notice tone-overdue">{failure}</p>}</div>
      {calls?.length === 0 ? <p>{t.callsNone}</p> : null}
      {(calls ?? []).map((call) => (
        <section key={call.id} className="panel">
          <h2>{call.topic}</h2>
          <p>{t.callUntil(formatDate(call.closesOn, lang))}</p>
          <button
            type="button"
            className="button primary"
            onClick={() => {
              setChosen(call);
            }}
          >
            {t.suggest}
          </button>
        </section>
      ))}
    </>
  );
}

interface Props {
  readonly call: SuggestionCall;
  readonly onDone: (filed: Registered) => void;
  readonly onCancel: () => void;
}

function Suggest({ call, onDone, onCancel }: Props): ReactNode {
  const { t, lang } = useI18n();
  const [key, setKey] = useState(newIdempotencyKey);
  const [failure, setFailure] = useState('');
  const [busy, setBusy] = useState(false);
  const send = async (form: FormData): Promise<void> => {
    setBusy(true);
    setFailure('');
    try {
      const said = (name: string): string => formText(form, name);
      onDone(
        await suggest(call.id, { title: said('title'), narrative: said('narrative'), name: said('name'), phone: fold(said('phone')) }, key),
      );
    } catch (error) {
      const { status } = problemOf(error);
      // The same key only while the outcome is unknown.
      if (status !== 0 && status < 500) setKey(newIdempotencyKey());
      setFailure(failureText(error, t, lang));
      setBusy(false);
    }
  };
  return (
    <form
      onSubmit={(event: SubmitEvent<HTMLFormElement>) => {
        event.preventDefault();
        if (!busy) void send(new FormData(event.currentTarget));
      }}
    >
      <h1>{call.topic}</h1>
      <div role="alert">{failure === '' ? null : <p className="notice tone-overdue">{failure}</p>}</div>
      <Field name="title" label={t.subject} required maxLength={200} />
      <Field name="narrative" label={t.suggestion} rows={7} required />
      <Field name="name" label={t.name} autoComplete="name" />
      <Field name="phone" label={t.phone} inputMode="tel" autoComplete="tel" />
      <div className="buttons">
        <button type="submit" className="button primary" aria-busy={busy}>
          {busy ? t.sending : t.submit}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {t.cancel}
        </button>
      </div>
    </form>
  );
}
