import { Button, Form } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { fieldErrorText, fieldPath } from '../../forms/field-errors.ts';
import { newIdempotencyKey } from '../../forms/idempotency-key.ts';
import { civilDate, fromLocalField, toLocalField } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/staff.tsx';
import type { CaseView, CommandType } from '../../server-state/api-types.ts';
import { useLegalNow } from '../../server-state/clock.ts';
import { problemOf, type Problem } from '../../server-state/problem.ts';
import { ProblemNotice } from '../../signature/problem-notice.tsx';
import { RefusalNotice } from '../../signature/refusal-notice.tsx';
import { CommandField } from './command-field.tsx';
import { fieldsOf } from './command-forms.ts';
import { isAskedFor, type FieldSpec } from './field-spec.ts';
import { useCommand } from './queries.ts';

type Values = Record<string, unknown>;

/** Empty fields are left out, local times become instants. */
function payloadOf(fields: readonly FieldSpec[], values: Values): Values {
  const out: Values = {};
  for (const spec of fields) {
    if (!isAskedFor(spec, values[spec.onlyIf?.field ?? spec.name])) continue;
    const { name, kind, optional } = spec;
    const value = values[name];
    if (kind === 'parties') out[name] = Array.isArray(value) ? value : [];
    else if (kind === 'flag') {
      // A box that is asked for says no as well as yes; an optional one says only yes.
      if (value === true || optional !== true) out[name] = value === true;
    } else if (typeof value === 'string') {
      const text = value.trim();
      if (text !== '') out[name] = kind === 'instant' ? fromLocalField(text) : text;
    } else if (value !== undefined && value !== null) out[name] = value;
  }
  return out;
}

function prefilled(fields: readonly FieldSpec[], now: string, shown: CaseView): Values {
  const out: Values = {};
  for (const field of fields) {
    if (field.name === 'unitId' && field.kind === 'unit' && shown.lead !== null && shown.lead.unitId !== shown.holder.unitId)
      out[field.name] = shown.lead.unitId;
    if (!('prefill' in field)) continue;
    out[field.name] = field.prefill === 'today' ? civilDate(now) : toLocalField(now);
  }
  return out;
}

interface Props {
  readonly shown: CaseView;
  readonly type: CommandType;
  readonly label: string;
  readonly onDone: () => void;
  readonly onCancel: () => void;
  readonly onChoose: (type: string) => void;
}

/** A command's form. A refusal is shown as content above it; what was typed stays in every case. */
export function CommandForm({ shown, type, label, onDone, onCancel, onChoose }: Props): ReactNode {
  const { t, lang } = useI18n();
  const now = useLegalNow();
  const [form] = Form.useForm<Values>();
  const [key, setKey] = useState(newIdempotencyKey);
  const [failure, setFailure] = useState<unknown>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const send = useCommand(shown.id);
  const fields = fieldsOf(type);
  useEffect(() => {
    heading.current?.focus();
  }, []);

  const submit = async (values: Values): Promise<void> => {
    setFailure(null);
    try {
      await send.mutateAsync({ type, payload: payloadOf(fields, values), expectedVersion: shown.version, idempotencyKey: key });
      onDone();
    } catch (error) {
      const problem = problemOf(error);
      setFailure(error);
      // The same key only while the outcome is unknown; a recorded refusal would be replayed for ever.
      if (problem.status !== 0 && problem.status < 500) setKey(newIdempotencyKey());
      form.setFields((problem.errors ?? []).map((one) => ({ name: fieldPath(one.field, 'payload'), errors: [fieldErrorText(one, lang)] })));
    }
  };
  const problem: Problem | null = failure === null ? null : problemOf(failure);
  const refused = problem !== null && (problem.status === 403 || (problem.status === 409 && problem.code !== 'case.version_conflict'));
  if (now === null) return null;
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      validateTrigger="onBlur"
      scrollToFirstError={{ focus: true }}
      initialValues={prefilled(fields, now, shown)}
      onFinish={(values) => void submit(values)}
      aria-label={label}
    >
      <h2 ref={heading} tabIndex={-1}>
        {label}
      </h2>
      {refused ? <RefusalNotice problem={problem} what={label} m={t.problems} lang={lang} onChoose={onChoose} /> : null}
      {failure !== null && !refused ? <ProblemNotice error={failure} m={t.problems} lang={lang} /> : null}
      {fields.length === 0 ? (
        <p>{t.case.noFields}</p>
      ) : (
        fields.map((spec) => <CommandField key={spec.name} spec={spec} type={type} shown={shown} />)
      )}
      <div className="wrap">
        <Button
          type="primary"
          htmlType="submit"
          aria-busy={send.isPending}
          onClick={(event) => {
            if (send.isPending) event.preventDefault();
          }}
        >
          {send.isPending ? t.case.sending : t.case.send}
        </Button>
        <Button onClick={onCancel}>{t.case.cancel}</Button>
      </div>
    </Form>
  );
}
