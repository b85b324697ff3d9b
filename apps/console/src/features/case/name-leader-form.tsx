import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { CIVIL_DATE } from '../../forms/civil-date.ts';
import { DateField } from '../../forms/date-field.tsx';
import { newIdempotencyKey } from '../../forms/idempotency-key.ts';
import { WordPicker } from '../../forms/pickers.tsx';
import { LeaderPicker, PersonPicker } from '../../forms/register-pickers.tsx';
import { useI18n } from '../../i18n/staff.tsx';
import type { CaseView } from '../../server-state/api-types.ts';

interface Values {
  readonly kind: string;
  readonly grade: string;
  readonly leaderId: string;
  readonly handlerId: string;
  readonly dueDate: string;
  readonly reason: string;
}
export type Naming = Values & { readonly idempotencyKey: string };

interface Props {
  readonly shown: CaseView;
  readonly busy: boolean;
  readonly onSend: (naming: Naming) => void;
}

/** Names the one leader and the one handler of a case. */
export function NameLeaderForm({ shown, busy, onSend }: Props): ReactNode {
  const { t } = useI18n();
  const m = t.registers;
  const required = [{ required: true, message: t.intake.required }];
  return (
    <Form<Values>
      layout="vertical"
      aria-label={m.nameLeader}
      initialValues={{ kind: 'single' }}
      onFinish={(values) => {
        onSend({ ...values, idempotencyKey: newIdempotencyKey() });
      }}
    >
      <Form.Item name="kind" label={m.kind} rules={required}>
        <WordPicker vocabulary="leaderCaseKind" />
      </Form.Item>
      <Form.Item name="grade" label={m.grade} rules={required}>
        <WordPicker vocabulary="grade" placeholder={t.case.choose} />
      </Form.Item>
      <Form.Item name="leaderId" label={m.leader} rules={required}>
        <LeaderPicker division={shown.divisionCode} />
      </Form.Item>
      <Form.Item name="handlerId" label={m.handler} rules={required}>
        <PersonPicker unitIds={[...new Set([shown.holder.unitId, ...shown.assisting.map((one) => one.unitId)])]} />
      </Form.Item>
      <Form.Item name="dueDate" label={m.dueDate} rules={[...required, { pattern: CIVIL_DATE, message: t.shell.dateWrong }]}>
        <DateField />
      </Form.Item>
      <Form.Item name="reason" label={m.reason} rules={[{ required: true, whitespace: true, message: t.intake.required }]}>
        <Input.TextArea rows={3} dir="auto" />
      </Form.Item>
      <Button type="primary" htmlType="submit" aria-busy={busy}>
        {t.case.send}
      </Button>
    </Form>
  );
}
