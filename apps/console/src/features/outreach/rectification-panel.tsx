import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { formatDate } from '../../i18n/format.ts';
import { stateWord, word } from '../../i18n/glossary.ts';
import { useI18n } from '../../i18n/staff.tsx';
import type { PublishedResults, RectificationPage } from '../../server-state/api-types.ts';
import { json } from '../../server-state/http.ts';
import { RegisterTable } from '../../signature/register-table.tsx';

const OWN = '/api/rectifications';
const PUBLISHED = '/api/public/rectifications';

/** What visits found and what became of it; and what of it everybody reads. */
export function RectificationPanel(): ReactNode {
  const { t, lang } = useI18n();
  const m = t.outreach;
  const own = useQuery({
    queryKey: ['outreach', OWN],
    queryFn: ({ signal }) => json<RectificationPage>(OWN, { query: { limit: 200 }, signal }),
  });
  const published = useQuery({ queryKey: ['outreach', PUBLISHED], queryFn: ({ signal }) => json<PublishedResults>(PUBLISHED, { signal }) });
  return (
    <section className="panel stack" aria-label={m.rectifications}>
      <h2>{m.rectifications}</h2>
      <RegisterTable
        caption={m.rectifications}
        columns={[m.rectification, m.unit, m.state, m.due]}
        rows={(own.data?.items ?? []).map((one) => ({
          key: one.id,
          cells: [
            <Link key="case" to="/cases/$id" params={{ id: one.id }}>
              {one.caseNo}
            </Link>,
            one.holder.name,
            stateWord(one.state, lang).text,
            one.clock === null ? '–' : formatDate(one.clock.dueDate, lang),
          ],
        }))}
        none={m.rectificationsNone}
      />
      <RegisterTable
        caption={m.publishedResults}
        columns={[m.unit, m.matter, m.how, m.publishedOn]}
        rows={(published.data?.items ?? []).map((one, n) => ({
          key: String(n),
          cells: [`${one.unit}（${one.place}）`, one.category, word('rectifiedBy', one.how, lang), formatDate(one.publishedOn, lang)],
        }))}
        none={m.publishedNone}
      />
    </section>
  );
}
