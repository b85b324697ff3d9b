import type { ReactNode } from 'react';
import { EntryForm } from '../../forms/entry-form.tsx';
import { useI18n } from '../../i18n/staff.tsx';
import { useSentReception } from './reception-queries.ts';

interface Props {
  readonly receptionId: string;
  readonly division: string;
}

/** A case opened at the table: registered as any other, and found beside the day. */
export function TableForm({ receptionId, division }: Props): ReactNode {
  const { t } = useI18n();
  const send = useSentReception();
  const m = t.intake;
  return (
    <EntryForm
      act={t.reception.atTable}
      initial={{ divisionCode: division }}
      fields={[
        { name: 'title', label: m.subject, kind: 'line' },
        { name: 'narrative', label: m.narrative, kind: 'prose' },
        { name: 'divisionCode', label: t.reception.place, kind: 'division' },
        { name: 'name', label: m.name, kind: 'line' },
        { name: 'phone', label: m.phone, kind: 'line', optional: true },
      ]}
      onSend={({ name, phone, ...matter }, idempotencyKey) => {
        const petitioner = { role: 'petitioner', kind: 'person', name, ...(phone === undefined ? {} : { phone }) };
        return send.mutateAsync({
          path: `/api/receptions/${receptionId}/cases`,
          body: { ...matter, parties: [petitioner] },
          idempotencyKey,
        });
      }}
    />
  );
}
