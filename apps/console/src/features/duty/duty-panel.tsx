import { Button, Form, Input } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { UnitPicker } from '../../forms/pickers.tsx';
import { formatInstant } from '../../i18n/format.ts';
import { listed } from '../../i18n/say.ts';
import { useI18n } from '../../i18n/staff.tsx';
import type { CasePage, OnDuty } from '../../server-state/api-types.ts';
import { useUnitName } from '../../server-state/directory.ts';
import { json } from '../../server-state/http.ts';
import { keys } from '../../server-state/keys.ts';
import { useUser } from '../../shell/session.tsx';
import { ProblemNotice } from '../../signature/problem-notice.tsx';
import { useOpenRecord } from '../meetings/queries.ts';
import { RecordList } from '../meetings/record-list.tsx';

/** Who has the duty now and who is on call; whoever has it hands it over; the log of hand-overs. */
export function DutyPanel(): ReactNode {
  const { t, lang } = useI18n();
  const user = useUser();
  const unitName = useUnitName();
  const now = useQuery({ queryKey: keys.duty, queryFn: ({ signal }) => json<OnDuty>('/api/duty', { signal }) });
  const log = useQuery({
    queryKey: keys.dutyLog,
    queryFn: ({ signal }) => json<CasePage>('/api/duty/handovers', { query: { limit: 20 }, signal }),
  });
  if (now.data === undefined) return null;
  const { unit, since, onCall } = now.data;
  return (
    <section className="panel stack" aria-label={t.urgent.duty}>
      <h2>{t.urgent.duty}</h2>
      <p>
        <strong>{unitName(unit)}</strong> {since === null ? '' : t.urgent.since(formatInstant(since))}
      </p>
      {onCall.length === 0 ? null : (
        <p>
          {t.urgent.onCall} {listed(onCall.map(unitName), lang)}
        </p>
      )}
      {user.unit?.id === unit.unitId ? <HandOver /> : null}
      {log.data === undefined || log.data.items.length === 0 ? null : (
        <>
          <h3>{t.urgent.log}</h3>
          <RecordList rows={log.data.items} />
        </>
      )}
    </section>
  );
}

interface Values {
  readonly unitId: string;
  readonly onCall?: string;
  readonly note: string;
}

function HandOver(): ReactNode {
  const { t, lang } = useI18n();
  const [open, setOpen] = useState(false);
  const handOver = useOpenRecord('/api/duty/handovers');
  if (!open)
    return (
      <div>
        <Button
          onClick={() => {
            setOpen(true);
          }}
        >
          {t.urgent.handOver}
        </Button>
      </div>
    );
  const required = { required: true, message: t.intake.required };
  return (
    <Form<Values>
      layout="vertical"
      onFinish={({ unitId, onCall, note }) => {
        handOver.mutate(
          { unitId, onCall: onCall === undefined ? [] : [onCall], note },
          {
            onSuccess: () => {
              setOpen(false);
            },
          },
        );
      }}
      aria-label={t.urgent.handOver}
    >
      {handOver.isError ? <ProblemNotice error={handOver.error} m={t.problems} lang={lang} /> : null}
      <Form.Item name="unitId" label={t.urgent.taker} rules={[required]}>
        <UnitPicker />
      </Form.Item>
      <Form.Item name="onCall" label={t.urgent.onCall}>
        <UnitPicker />
      </Form.Item>
      <Form.Item name="note" label={t.urgent.note} rules={[{ ...required, whitespace: true }]}>
        <Input.TextArea rows={3} dir="auto" />
      </Form.Item>
      <div className="wrap">
        <Button type="primary" htmlType="submit" aria-busy={handOver.isPending}>
          {t.urgent.handOver}
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
