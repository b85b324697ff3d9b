import { Button, Form, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { CIVIL_TIME } from '../../forms/civil-date.ts';
import { DateField } from '../../forms/date-field.tsx';
import { WordPicker } from '../../forms/pickers.tsx';
import { fromLocalField, toLocalField } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/staff.tsx';
import type { CaseView } from '../../server-state/api-types.ts';
import { useLegalNow } from '../../server-state/clock.ts';
import { ProblemNotice } from '../../signature/problem-notice.tsx';
import { useOpenRecord } from '../meetings/queries.ts';

interface Values {
  readonly kind: string;
  readonly learnedAt: string;
  readonly situation: string;
}

/** Raises an urgent or major matter beside a case: whoever is on duty is alerted at once. */
export function RaiseForm({ shown }: { readonly shown: CaseView }): ReactNode {
  const { t, lang } = useI18n();
  const now = useLegalNow();
  const [open, setOpen] = useState(false);
  const raise = useOpenRecord('/api/urgent-matters');
  if (!open || now === null)
    return (
      <Button
        danger
        onClick={() => {
          setOpen(true);
        }}
      >
        {t.urgent.raise}
      </Button>
    );
  const required = { required: true, message: t.intake.required };
  return (
    <Form<Values>
      layout="vertical"
      initialValues={{ learnedAt: toLocalField(now) }}
      onFinish={({ learnedAt, ...values }) => {
        raise.mutate(
          { ...values, caseId: shown.id, learnedAt: fromLocalField(learnedAt) },
          {
            onSuccess: () => {
              setOpen(false);
            },
          },
        );
      }}
      aria-label={t.urgent.raise}
    >
      {raise.isError ? <ProblemNotice error={raise.error} m={t.problems} lang={lang} /> : null}
      <p className="faint">{t.urgent.danger}</p>
      <Form.Item name="kind" label={t.urgent.kind} rules={[required]}>
        <WordPicker vocabulary="urgentKind" placeholder={t.case.choose} />
      </Form.Item>
      <Form.Item name="learnedAt" label={t.urgent.learnedAt} rules={[required, { pattern: CIVIL_TIME, message: t.shell.dateTimeWrong }]}>
        <DateField withTime />
      </Form.Item>
      <Form.Item name="situation" label={t.urgent.situation} rules={[{ ...required, whitespace: true }]}>
        <Input.TextArea rows={3} dir="auto" />
      </Form.Item>
      <div className="wrap">
        <Button type="primary" danger htmlType="submit" aria-busy={raise.isPending}>
          {t.urgent.raise}
        </Button>
        <Button
          onClick={() => {
            setOpen(false);
          }}
        >
          {t.case.cancel}
        </Button>
      </div>
    </Form>
  );
}
