import { useState, type ReactNode } from 'react';
import { EntryForm } from '../../forms/entry-form.tsx';
import { formatDate } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/staff.tsx';
import { useDivisionNames } from '../../server-state/directory.ts';
import { RegisterTable } from '../../signature/register-table.tsx';
import { useListed, useSent } from './outreach-queries.ts';
import { VisitSample } from './visit-sample.tsx';

const PATH = '/api/visit-plans';

/** Which share of the cases closed in a period is visited: fixed beforehand, told with the digest of its seed. */
export function VisitPlanPanel({ division }: { readonly division: string }): ReactNode {
  const { t, lang } = useI18n();
  const m = t.outreach;
  const plans = useListed(PATH);
  const placeName = useDivisionNames(plans.map((one) => one.division));
  const fix = useSent(PATH);
  const [shown, setShown] = useState<string | null>(null);
  return (
    <section className="panel stack" aria-label={m.plans}>
      <h2>{m.plans}</h2>
      <p className="faint">{m.planHint}</p>
      <RegisterTable
        caption={m.plans}
        columns={[m.division, m.closed, m.percent, m.digest, m.seed, m.sample]}
        rows={plans.map((one) => ({
          key: one.id,
          cells: [
            placeName(one.division),
            `${formatDate(one.closedFrom, lang)} – ${formatDate(one.closedTo, lang)}`,
            `${String(one.percent)}%`,
            <code key="digest" title={one.seedDigest}>
              {one.seedDigest.slice(0, 16)}
            </code>,
            one.seed ?? m.hidden,
            <button
              key="sample"
              type="button"
              className="button"
              aria-expanded={shown === one.id}
              onClick={() => {
                setShown(shown === one.id ? null : one.id);
              }}
            >
              {m.sample}
            </button>,
          ],
        }))}
        none={m.plansNone}
      />
      {shown === null ? null : <VisitSample planId={shown} />}
      <EntryForm
        act={m.fix}
        initial={{ division, percent: 20 }}
        fields={[
          { name: 'division', label: m.division, kind: 'division' },
          { name: 'closedFrom', label: m.from, kind: 'date' },
          { name: 'closedTo', label: m.to, kind: 'date' },
          { name: 'percent', label: m.percent, kind: 'number', min: 1, max: 100 },
        ]}
        onSend={(body, idempotencyKey) => fix.mutateAsync({ body, idempotencyKey })}
      />
    </section>
  );
}
