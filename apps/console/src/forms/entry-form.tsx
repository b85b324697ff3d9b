import { Button, Form } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useI18n } from '../i18n/staff.tsx';
import { problemOf } from '../server-state/problem.ts';
import { ProblemNotice } from '../signature/problem-notice.tsx';
import { EntryItem, type EntryField } from './entry-field.tsx';
import { fieldErrorText, fieldPath } from './field-errors.ts';
import { newIdempotencyKey } from './idempotency-key.ts';

type Values = Record<string, unknown>;

interface Props {
  /** What is done here: the button that opens the form, the form's name, and the button that sends it. */
  readonly act: string;
  readonly fields: readonly EntryField[];
  /** What the fields begin with. */
  readonly initial?: Values;
  /** Said above the fields. */
  readonly hint?: string;
  /** Fields of a form of its own kind, such as a list of members. */
  readonly children?: ReactNode;
  /** Sends it; the key is the same while the outcome is unknown. Rejects with what is then shown. */
  readonly onSend: (values: Values, idempotencyKey: string) => Promise<unknown>;
}

/** Empty fields are left out, texts are trimmed. */
function filled(values: Values): Values {
  const out: Values = {};
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'string') {
      if (value.trim() !== '') out[name] = value.trim();
    } else if (value !== undefined && value !== null) out[name] = value;
  }
  return out;
}

/** A form behind its button. What is typed stays until it was taken; then it closes and says so. */
export function EntryForm({ act, fields, initial, hint, children, onSend }: Props): ReactNode {
  const { t, lang } = useI18n();
  const [form] = Form.useForm<Values>();
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [key, setKey] = useState(newIdempotencyKey);
  const opener = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (done) opener.current?.focus();
  }, [done]);
  const send = async (values: Values): Promise<void> => {
    setFailure(null);
    setBusy(true);
    try {
      await onSend(filled(values), key);
      setKey(newIdempotencyKey());
      form.resetFields();
      setOpen(false);
      setDone(true);
    } catch (error) {
      const problem = problemOf(error);
      setFailure(error);
      // The same key only while the outcome is unknown; a recorded refusal would be replayed for ever.
      if (problem.status !== 0 && problem.status < 500) setKey(newIdempotencyKey());
      form.setFields((problem.errors ?? []).map((one) => ({ name: fieldPath(one.field), errors: [fieldErrorText(one, lang)] })));
    } finally {
      setBusy(false);
    }
  };
  if (!open) {
    return (
      <div className="wrap">
        <Button
          ref={opener}
          onClick={() => {
            setDone(false);
            setOpen(true);
          }}
        >
          {act}
        </Button>
        {done ? <span role="status">{t.shell.saved}</span> : null}
      </div>
    );
  }
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      className="entry-form"
      validateTrigger="onBlur"
      scrollToFirstError={{ focus: true }}
      {...(initial === undefined ? {} : { initialValues: initial })}
      onFinish={(values) => void send(values)}
      aria-label={act}
    >
      {failure === null ? null : <ProblemNotice error={failure} m={t.problems} lang={lang} />}
      {hint === undefined ? null : <p className="faint">{hint}</p>}
      {fields.map((field) => (
        <EntryItem key={field.name} field={field} />
      ))}
      {children}
      <div className="wrap">
        <Button
          type="primary"
          htmlType="submit"
          aria-busy={busy}
          onClick={(event) => {
            if (busy) event.preventDefault();
          }}
        >
          {busy ? t.case.sending : act}
        </Button>
        <Button
          onClick={() => {
            setFailure(null);
            setOpen(false);
          }}
        >
          {t.case.cancel}
        </Button>
      </div>
    </Form>
  );
}
