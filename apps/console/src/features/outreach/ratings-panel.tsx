import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { EntryForm } from '../../forms/entry-form.tsx';
import { useI18n } from '../../i18n/staff.tsx';
import type { Figures, RefiledFigure } from '../../server-state/api-types.ts';
import { json } from '../../server-state/http.ts';
import { ProblemNotice } from '../../signature/problem-notice.tsx';
import { RegisterTable } from '../../signature/register-table.tsx';

const TARGETS = ['centre', 'unit'] as const;
const SIDES = ['public', 'staff'] as const;
const percent = (rate: number | null): string => (rate === null ? '–' : `${String(Math.round(rate * 1000) / 10)}%`);

/** How the centre and the units are rated, each apart, and how many matters came back: figures of places, never of persons. */
export function RatingsPanel(): ReactNode {
  const { t, lang } = useI18n();
  const m = t.outreach;
  const [period, setPeriod] = useState<Readonly<Record<string, string>> | null>(null);
  const figures = useQuery({
    queryKey: ['outreach', '/api/indicators'],
    queryFn: ({ signal }) => json<Figures>('/api/indicators', { signal }),
  });
  const again = useQuery({
    queryKey: ['outreach', '/api/indicators/refiled', period],
    enabled: period !== null,
    queryFn: ({ signal }) => json<RefiledFigure>('/api/indicators/refiled', { query: period ?? {}, signal }),
  });
  const failed = figures.error ?? again.error;
  return (
    <section className="panel stack" aria-label={m.ratings}>
      <h2>{m.ratings}</h2>
      {failed === null ? null : <ProblemNotice error={failed} m={t.problems} lang={lang} />}
      {figures.data === undefined ? null : (
        <RegisterTable
          caption={m.ratings}
          columns={[m.of, m.rate, m.participation, m.silent]}
          rows={TARGETS.flatMap((target) =>
            SIDES.map((side) => {
              const { rate, participation, silent } = figures.data.total.satisfaction[target][side];
              return {
                key: `${target} ${side}`,
                cells: [`${m.target[target]} · ${m.side[side]}`, percent(rate), percent(participation), silent],
              };
            }),
          )}
          none=""
        />
      )}
      {again.data === undefined ? null : (
        <p role="status">{m.refiled(again.data.refiled, again.data.closed, again.data.days, percent(again.data.rate))}</p>
      )}
      <EntryForm
        act={m.showRefiled}
        fields={[
          { name: 'closedFrom', label: m.from, kind: 'date' },
          { name: 'closedTo', label: m.to, kind: 'date' },
        ]}
        onSend={(values) => {
          setPeriod({ closedFrom: String(values['closedFrom']), closedTo: String(values['closedTo']) });
          return Promise.resolve();
        }}
      />
    </section>
  );
}
