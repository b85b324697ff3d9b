import { Button, Form, Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { CIVIL_DATE } from '../../forms/civil-date.ts';
import { DateField } from '../../forms/date-field.tsx';
import { UnitPicker, WordPicker } from '../../forms/pickers.tsx';
import { useI18n } from '../../i18n/staff.tsx';
import type { CaseRow, CaseView } from '../../server-state/api-types.ts';
import { ProblemNotice } from '../../signature/problem-notice.tsx';
import { useOpenRecord } from './queries.ts';

interface Props {
  readonly meeting: CaseView;
  readonly agenda: readonly CaseRow[];
}

/** Writes a resolution down once the meeting was held; it becomes a record of its own with its own clock. */
export function ResolveForm({ meeting, agenda }: Props): ReactNode {
  const { t, lang } = useI18n();
  const [open, setOpen] = useState(false);
  const make = useOpenRecord(`/api/meetings/${meeting.id}/resolutions`);
  if (!open)
    return (
      <Button
        onClick={() => {
          setOpen(true);
        }}
      >
        {t.meetings.resolve}
      </Button>
    );
  const required = [{ required: true, message: t.intake.required }];
  const members = (meeting.meeting?.members ?? []).map(({ unitId, name }) => ({ id: unitId, name }));
  return (
    <Form<Record<string, string | undefined>>
      layout="vertical"
      onFinish={(values) => {
        const body = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''));
        make.mutate(body, {
          onSuccess: () => {
            setOpen(false);
          },
        });
      }}
      aria-label={t.meetings.resolve}
    >
      {make.isError ? <ProblemNotice error={make.error} m={t.problems} lang={lang} /> : null}
      <Form.Item name="kind" label={t.meetings.kind} rules={required}>
        <WordPicker vocabulary="resolutionKind" placeholder={t.case.choose} />
      </Form.Item>
      <Form.Item name="caseId" label={t.meetings.onCase}>
        <Select<string>
          allowClear
          virtual={false}
          placeholder={t.case.choose}
          options={agenda.map(({ id, caseNo, title }) => ({ value: id, label: `${caseNo} ${title}` }))}
        />
      </Form.Item>
      <Form.Item name="unitId" label={t.meetings.owner} rules={required}>
        <UnitPicker known={members} />
      </Form.Item>
      <Form.Item name="dueDate" label={t.meetings.dueDate} rules={[...required, { pattern: CIVIL_DATE, message: t.shell.dateWrong }]}>
        <DateField />
      </Form.Item>
      <Form.Item name="text" label={t.meetings.text} rules={[{ required: true, whitespace: true, message: t.intake.required }]}>
        <Input.TextArea rows={4} dir="auto" />
      </Form.Item>
      <div className="wrap">
        <Button type="primary" htmlType="submit" aria-busy={make.isPending}>
          {t.meetings.resolve}
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
