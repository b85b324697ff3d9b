import { useState, type ReactNode } from 'react';
import { newIdempotencyKey } from '../../forms/idempotency-key.ts';
import { useI18n } from '../../i18n/staff.tsx';
import { ProblemNotice } from '../../signature/problem-notice.tsx';
import { useListed, useSent } from './outreach-queries.ts';
import { PlainForm } from './plain-form.tsx';
import { VisitSample } from './visit-sample.tsx';

const PATH = '/api/visit-plans';

/** Which share of the cases closed in a period is visited: fixed beforehand, told with the digest of its seed. */
export function VisitPlanPanel({ division }: { readonly division: string }): ReactNode {
  const { t, lang } = useI18n();
  const m = t.outreach;
  const plans = useListed(PATH);
  const fix = useSent(PATH);
  const [shown, setShown] = useState<string | null>(null);
  return (
    <section className="panel stack" aria-label={m.plans}>
      <h2>{m.plans}</h2>
      <p className="faint">{m.planHint}</p>
      {plans.length === 0 ? <p className="faint">{m.none}</p> : null}
      <ul className="plain">
        {plans.map((one) => (
          <li key={one.id}>
            {one.division} · {one.closedFrom} – {one.closedTo} · {one.percent}% · {m.digest} {one.seedDigest.slice(0, 16)} · {m.seed}{' '}
            {one.seed ?? m.hidden}{' '}
            <button
              type="button"
              className="button"
              aria-expanded={shown === one.id}
              onClick={() => {
                setShown(shown === one.id ? null : one.id);
              }}
            >
              {m.sample}
            </button>
            {shown === one.id ? <VisitSample planId={one.id} /> : null}
          </li>
        ))}
      </ul>
      {fix.isError ? <ProblemNotice error={fix.error} m={t.problems} lang={lang} /> : null}
      {fix.isSuccess ? <p role="status">{m.saved}</p> : null}
      <PlainForm
        label={m.plans}
        submit={m.fix}
        busy={fix.isPending}
        fields={[
          { name: 'division', label: m.division, initial: division },
          { name: 'closedFrom', label: m.from, type: 'date' },
          { name: 'closedTo', label: m.to, type: 'date' },
          { name: 'percent', label: m.percent, type: 'number', initial: '20' },
        ]}
        onSend={({ percent, ...values }) => {
          fix.mutate({ body: { ...values, percent: Number(percent) }, idempotencyKey: newIdempotencyKey() });
        }}
      />
    </section>
  );
}
