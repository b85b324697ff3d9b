import { useState, type ReactNode, type SubmitEvent } from 'react';
import { formText } from '../../forms/form-text.ts';
import { fold } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/public.tsx';
import { failureText } from './failure.ts';
import { Field, Radios } from './field.tsx';
import { PageLink } from './page-link.tsx';
import { answerSurvey } from './requests.ts';

/** One answer for one code; nobody learns which code said what. */
export function SurveyPage(): ReactNode {
  const { t, lang } = useI18n();
  const [failure, setFailure] = useState('');
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);
  const send = async (form: FormData): Promise<void> => {
    setBusy(true);
    setFailure('');
    try {
      await answerSurvey(fold(formText(form, 'code')), formText(form, 'value'));
      setDone(true);
    } catch (error) {
      setFailure(failureText(error, { ...t, wrong: t.surveyWrong }, lang));
    } finally {
      setBusy(false);
    }
  };
  if (done) {
    return (
      <>
        <h1>{t.survey}</h1>
        <p role="status" className="notice tone-done">
          {t.surveyDone}
        </p>
        <PageLink to="/p">{t.home}</PageLink>
      </>
    );
  }
  return (
    <form
      onSubmit={(event: SubmitEvent<HTMLFormElement>) => {
        event.preventDefault();
        if (!busy) void send(new FormData(event.currentTarget));
      }}
    >
      <h1>{t.survey}</h1>
      <div role="alert">{failure === '' ? null : <p className="notice tone-overdue">{failure}</p>}</div>
      <Field name="code" label={t.surveyCode} hint={t.surveyCodeHint} required maxLength={64} autoCapitalize="characters" />
      <Radios name="value" legend={t.value} options={t.values} />
      <button type="submit" className="button primary wide" aria-busy={busy}>
        {busy ? t.sending : t.send}
      </button>
    </form>
  );
}
