import { Button, Form, Input } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { UnitPicker } from '../../forms/pickers.tsx';
import { useI18n } from '../../i18n/staff.tsx';
import { usePageTitle } from '../../shell/page-title.ts';
import { Pending } from '../../shell/pages.tsx';
import { ProblemNotice } from '../../signature/problem-notice.tsx';
import { RecordList } from './record-list.tsx';
import { useMeetings, useOpenRecord } from './queries.ts';

/** Joint meetings (联席会议): those this person may know of, and the form that asks for one. */
export function MeetingsScreen(): ReactNode {
  const { t, lang } = useI18n();
  const found = useMeetings();
  usePageTitle(t.meetings.title);
  return (
    <section className="page stack">
      <h1>{t.meetings.title}</h1>
      <p className="faint">{t.meetings.hint}</p>
      <NewMeeting />
      {found.isError ? <ProblemNotice error={found.error} m={t.problems} lang={lang} onRetry={() => void found.refetch()} /> : null}
      {found.isPending ? <Pending /> : null}
      {found.data === undefined ? null : found.data.items.length === 0 ? (
        <p>{t.meetings.none}</p>
      ) : (
        <div className="panel">
          <RecordList rows={found.data.items} />
        </div>
      )}
    </section>
  );
}

interface Values {
  readonly title: string;
  readonly members: readonly (string | undefined)[];
}

function NewMeeting(): ReactNode {
  const { t, lang } = useI18n();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const ask = useOpenRecord('/api/meetings');
  if (!open)
    return (
      <div>
        <Button
          type="primary"
          onClick={() => {
            setOpen(true);
          }}
        >
          {t.meetings.ask}
        </Button>
      </div>
    );
  const submit = async ({ title, members }: Values): Promise<void> => {
    const made = await ask.mutateAsync({ title: title.trim(), members: members.filter((one) => one !== undefined) });
    await navigate({ to: '/cases/$id', params: { id: made.id }, search: {} });
  };
  return (
    <Form<Values>
      className="panel"
      layout="vertical"
      initialValues={{ members: [undefined, undefined] }}
      onFinish={(values) => {
        // What went wrong is shown above the form.
        void submit(values).catch(() => undefined);
      }}
      aria-label={t.meetings.ask}
    >
      {ask.isError ? <ProblemNotice error={ask.error} m={t.problems} lang={lang} /> : null}
      <Form.Item name="title" label={t.meetings.subject} rules={[{ required: true, message: t.intake.required, whitespace: true }]}>
        <Input dir="auto" maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.List name="members">
        {(fields, { add }) => (
          <>
            {fields.map(({ key, name }) => (
              <Form.Item
                key={key}
                name={name}
                label={t.meetings.member(name + 1)}
                rules={[{ required: name < 2, message: t.intake.required }]}
              >
                <UnitPicker />
              </Form.Item>
            ))}
            <Button
              onClick={() => {
                add();
              }}
            >
              {t.meetings.addMember}
            </Button>
          </>
        )}
      </Form.List>
      <div className="wrap">
        <Button type="primary" htmlType="submit" aria-busy={ask.isPending}>
          {t.meetings.ask}
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
