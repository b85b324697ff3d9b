import { Button, Checkbox, Form, Input, InputNumber } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { CIVIL_TIME } from '../../forms/civil-date.ts';
import { DateField } from '../../forms/date-field.tsx';
import { fieldErrorText, fieldPath } from '../../forms/field-errors.ts';
import { CategoryPicker, DivisionPicker, WordPicker } from '../../forms/pickers.tsx';
import { civilDate, toLocalField } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/staff.tsx';
import type { Preview, Registered } from '../../server-state/api-types.ts';
import { problemOf, type Problem } from '../../server-state/problem.ts';
import { ProblemNotice } from '../../signature/problem-notice.tsx';
import { dropDraft, keepDraft, keptDraft } from './draft.ts';
import { Parties } from './parties.tsx';
import { PreviewPane } from './preview-pane.tsx';
import { usePreview, useRegister } from './queries.ts';
import { choosable, mayMediate, type IntakeValues } from './values.ts';

/** Procedures that follow from class and route, or that a matter is passed into later: the counter doesn't choose them. */
const SETTLED_BY_CLASS = ['mediation', 'suggestion', 'accusation', 'guided'];

interface Props {
  readonly idempotencyKey: string;
  readonly now: string;
  readonly onDone: (registered: Registered) => void;
}

/** A category left open is the one the clerk saw proposed: registering without it would send the matter elsewhere than shown. */
function withSeenCategory(given: IntakeValues, seen: Preview | undefined): IntakeValues {
  return given.categoryCode !== undefined || seen === undefined ? given : { ...given, categoryCode: seen.categoryCode };
}

export function IntakeForm({ idempotencyKey, now, onDone }: Props): ReactNode {
  const { t, lang } = useI18n();
  const [form] = Form.useForm<IntakeValues>();
  const [values, setValues] = useState<IntakeValues | undefined>(() => keptDraft()?.values);
  const [failure, setFailure] = useState<unknown>(null);
  const summary = useRef<HTMLDivElement>(null);
  const preview = usePreview(values);
  const register = useRegister();
  const caseClass = values?.class;

  useEffect(() => {
    if (failure !== null) summary.current?.focus();
  }, [failure]);

  const showErrors = (problem: Problem): void => {
    form.setFields(
      (problem.errors ?? []).map((error) => ({
        name: fieldPath(error.field) as ['title'],
        errors: [fieldErrorText(error, lang)],
      })),
    );
  };
  const send = async (given: IntakeValues): Promise<void> => {
    setFailure(null);
    try {
      const registered = await register.mutateAsync({ values: withSeenCategory(given, preview.data), idempotencyKey });
      dropDraft();
      onDone(registered);
    } catch (error) {
      showErrors(problemOf(error));
      setFailure(error);
    }
  };
  const required = { required: true, whitespace: true, message: t.intake.required };
  return (
    <section className="page">
      <h1>{t.intake.title}</h1>
      <div className="two">
        <Form<IntakeValues>
          form={form}
          layout="vertical"
          className="panel"
          scrollToFirstError={{ focus: true }}
          validateTrigger="onBlur"
          initialValues={
            keptDraft()?.values ?? {
              channel: 'visit',
              receivedAt: toLocalField(now),
              headcount: 1,
              parties: [{ role: 'petitioner', kind: 'person' }],
            }
          }
          onValuesChange={(_, all) => {
            setValues(all);
            keepDraft(all, idempotencyKey);
          }}
          onFinish={(given) => void send(given)}
        >
          <div ref={summary} tabIndex={-1}>
            {failure === null ? null : <ProblemNotice error={failure} m={t.problems} lang={lang} />}
          </div>
          <fieldset className="group">
            <legend>{t.intake.matter}</legend>
            <div className="grid-3">
              <Form.Item name="channel" label={t.intake.channel} required>
                <WordPicker vocabulary="channel" />
              </Form.Item>
              <Form.Item
                name="receivedAt"
                label={t.intake.receivedAt}
                extra={t.intake.receivedHint}
                rules={[required, { pattern: CIVIL_TIME, message: t.shell.dateTimeWrong }]}
              >
                <DateField withTime max={civilDate(now)} />
              </Form.Item>
              <Form.Item name="headcount" label={t.intake.headcount}>
                <InputNumber
                  min={1}
                  max={1_000_000}
                  precision={0}
                  parser={(typed) => Number((typed ?? '').normalize('NFKC').replace(/\D/g, '') || 1)}
                />
              </Form.Item>
            </div>
            <Form.Item name="title" label={t.intake.subject} rules={[required, { max: 200, message: t.intake.tooLong(200) }]}>
              <Input maxLength={400} dir="auto" autoComplete="off" />
            </Form.Item>
            <Form.Item name="narrative" label={t.intake.narrative} rules={[required, { max: 20_000, message: t.intake.tooLong(20_000) }]}>
              <Input.TextArea rows={6} dir="auto" />
            </Form.Item>
            <div className="grid-3">
              <Form.Item name="class" label={t.intake.class}>
                <WordPicker vocabulary="class" clearable placeholder={t.intake.suggested} />
              </Form.Item>
              {caseClass === 'SUGGESTION' || caseClass === 'ACCUSATION' ? null : (
                <Form.Item name="route" label={t.intake.route}>
                  <WordPicker vocabulary="route" clearable placeholder={t.intake.suggested} />
                </Form.Item>
              )}
              {values !== undefined && !choosable(values) ? null : (
                <Form.Item name="procedure" label={t.intake.procedure}>
                  <WordPicker vocabulary="procedure" without={SETTLED_BY_CLASS} clearable placeholder={t.intake.suggested} />
                </Form.Item>
              )}
              {values !== undefined && mayMediate(values) ? (
                <>
                  <Form.Item name="mediationKind" label={t.intake.mediation}>
                    <WordPicker vocabulary="mediationKind" clearable placeholder={t.intake.noMediation} />
                  </Form.Item>
                  <Form.Item name="application" label={t.intake.application}>
                    <WordPicker vocabulary="application" clearable placeholder={t.intake.byWordOfMouth} />
                  </Form.Item>
                </>
              ) : null}
            </div>
            {values?.procedure === 'simplified' && choosable(values) ? (
              <div className="grid-3">
                <Form.Item name="simplifiedGround" label={t.intake.simplifiedGround}>
                  <WordPicker vocabulary="simplifiedGround" clearable />
                </Form.Item>
                <Form.Item name="repeated" valuePropName="checked" label=" " colon={false}>
                  <Checkbox>{t.intake.repeated}</Checkbox>
                </Form.Item>
              </div>
            ) : null}
            <Form.Item name="categoryCode" label={t.intake.category}>
              <CategoryPicker />
            </Form.Item>
            <Form.Item name="divisionCode" label={t.intake.place} rules={[{ required: true, message: t.intake.required }]}>
              <DivisionPicker />
            </Form.Item>
            <Form.Item name="address" label={t.intake.address} rules={[{ max: 500, message: t.intake.tooLong(500) }]}>
              <Input dir="auto" autoComplete="off" />
            </Form.Item>
            <div className="wrap">
              <Form.Item name="urgent" valuePropName="checked" noStyle>
                <Checkbox>{t.intake.urgent}</Checkbox>
              </Form.Item>
              <Form.Item name="confidential" valuePropName="checked" noStyle>
                <Checkbox>{t.intake.confidential}</Checkbox>
              </Form.Item>
            </div>
          </fieldset>
          <Parties />
          <Button
            type="primary"
            htmlType="submit"
            aria-busy={register.isPending}
            onClick={(event) => {
              if (register.isPending) event.preventDefault();
            }}
          >
            {register.isPending ? t.intake.sending : t.intake.submit}
          </Button>
        </Form>
        <PreviewPane
          preview={preview.data}
          failed={preview.failed}
          busy={preview.busy}
          onPickCategory={(code) => {
            form.setFieldValue('categoryCode', code);
            setValues({ ...form.getFieldsValue(), categoryCode: code });
          }}
        />
      </div>
    </section>
  );
}
