import { Button, Form, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { UnitPicker } from '../../forms/pickers.tsx';
import { useI18n } from '../../i18n/staff.tsx';
import type { CaseView } from '../../server-state/api-types.ts';
import { ProblemNotice } from '../../signature/problem-notice.tsx';
import { useOpenRecord } from '../meetings/queries.ts';

interface Values {
  readonly organ: string;
  readonly reason: string;
}

/** Opens a dispute on who is competent; whoever has the case answers for it meanwhile. */
export function DisputeForm({ shown }: { readonly shown: CaseView }): ReactNode {
  const { t, lang } = useI18n();
  const [open, setOpen] = useState(false);
  const dispute = useOpenRecord(`/api/cases/${shown.id}/jurisdiction`);
  if (!open)
    return (
      <Button
        onClick={() => {
          setOpen(true);
        }}
      >
        {t.meetings.dispute}
      </Button>
    );
  const required = { required: true, message: t.intake.required };
  return (
    <Form<Values>
      layout="vertical"
      onFinish={({ organ, reason }) => {
        dispute.mutate(
          { organs: [organ], reason },
          {
            onSuccess: () => {
              setOpen(false);
            },
          },
        );
      }}
      aria-label={t.meetings.dispute}
    >
      {dispute.isError ? <ProblemNotice error={dispute.error} m={t.problems} lang={lang} /> : null}
      <p className="faint">{t.meetings.disputeHint}</p>
      <Form.Item name="organ" label={t.meetings.disputeWith} rules={[required]}>
        <UnitPicker />
      </Form.Item>
      <Form.Item name="reason" label={t.meetings.disputeReason} rules={[{ ...required, whitespace: true }]}>
        <Input.TextArea rows={3} dir="auto" />
      </Form.Item>
      <div className="wrap">
        <Button type="primary" htmlType="submit" aria-busy={dispute.isPending}>
          {t.meetings.dispute}
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
