import { useEffect, useId, useRef, useState, type SubmitEvent, type ReactNode } from 'react';
import { newIdempotencyKey } from '../../forms/idempotency-key.ts';
import { formText } from '../../forms/form-text.ts';
import { fieldErrorText } from '../../forms/field-errors.ts';
import { fold } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/public.tsx';
import type { Registered } from '../../server-state/api-types.ts';
import { problemOf } from '../../server-state/problem.ts';
import { failureText } from './failure.ts';
import { Field } from './field.tsx';
import { Filed } from './filed.tsx';
import { PLACES } from './places.ts';
import { fileMatter, type Filing } from './requests.ts';

type Errors = Partial<Record<keyof Filing, string>>;

function read(form: HTMLFormElement): Filing {
  const data = new FormData(form);
  const text = (name: string): string => formText(data, name);
  return {
    title: text('title'),
    narrative: text('narrative'),
    divisionCode: text('divisionCode'),
    address: text('address'),
    name: text('name'),
    phone: fold(text('phone')),
    confidential: data.get('confidential') !== null,
  };
}

/** `parties.0.phone` is the field `phone` of this form. */
function fieldOf(path: string): keyof Filing | null {
  const last = path.split('.').at(-1);
  const known: readonly (keyof Filing)[] = ['title', 'narrative', 'divisionCode', 'address', 'name', 'phone'];
  return known.find((one) => one === last) ?? null;
}

/** File a matter without a login; the answer is the query code, shown once. */
export function FilePage(): ReactNode {
  const { t, lang } = useI18n();
  const [key] = useState(newIdempotencyKey);
  const [errors, setErrors] = useState<Errors>({});
  const [failure, setFailure] = useState('');
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<Registered | null>(null);
  const summary = useRef<HTMLDivElement>(null);
  const place = useId();

  useEffect(() => {
    if (failure !== '') summary.current?.focus();
  }, [failure]);

  const send = async (filing: Filing): Promise<void> => {
    setBusy(true);
    try {
      setDone(await fileMatter(filing, key));
    } catch (error) {
      const found: Errors = {};
      for (const one of problemOf(error).errors ?? []) {
        const field = fieldOf(one.field);
        if (field !== null) found[field] = fieldErrorText(one, lang);
      }
      setErrors(found);
      setFailure(failureText(error, t, lang));
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (busy) return;
    const filing = read(event.currentTarget);
    const missing: Errors = {};
    for (const field of ['title', 'narrative', 'divisionCode'] as const) if (filing[field] === '') missing[field] = t.required;
    setErrors(missing);
    setFailure(Object.keys(missing).length > 0 ? t.errorsTitle : '');
    if (Object.keys(missing).length === 0) void send(filing);
  };

  if (done !== null) return <Filed done={done} />;
  return (
    <form onSubmit={submit} noValidate>
      <h1>{t.file}</h1>
      <div ref={summary} tabIndex={-1} role="alert">
        {failure === '' ? null : <p className="notice tone-overdue">{failure}</p>}
      </div>
      <Field name="title" label={t.subject} error={errors.title} required maxLength={200} />
      <Field name="narrative" label={t.narrative} error={errors.narrative} rows={7} required />
      <div className="ask">
        <label htmlFor={place}>{t.place}</label>
        <select
          id={place}
          name="divisionCode"
          className="field"
          defaultValue=""
          required
          aria-invalid={errors.divisionCode !== undefined}
          aria-describedby={errors.divisionCode === undefined ? undefined : `${place}e`}
        >
          <option value="">{t.choose}</option>
          {PLACES.map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
        {errors.divisionCode === undefined ? null : (
          <p id={`${place}e`} className="field-error">
            {errors.divisionCode}
          </p>
        )}
      </div>
      <Field name="address" label={t.address} error={errors.address} maxLength={500} />
      <Field name="name" label={t.name} error={errors.name} autoComplete="name" />
      <Field name="phone" label={t.phone} error={errors.phone} inputMode="tel" autoComplete="tel" />
      <label className="choice">
        <input type="checkbox" name="confidential" /> {t.confidential}
      </label>
      <p className="hint">{t.accusation}</p>
      <button type="submit" className="button primary wide" aria-busy={busy}>
        {busy ? t.sending : t.submit}
      </button>
    </form>
  );
}
