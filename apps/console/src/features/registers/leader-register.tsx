import type { ReactNode } from 'react';
import { EntryForm } from '../../forms/entry-form.tsx';
import { word } from '../../i18n/glossary.ts';
import { useI18n } from '../../i18n/staff.tsx';
import { useDivisionNames } from '../../server-state/directory.ts';
import { keys } from '../../server-state/keys.ts';
import { useLeaders, usePeople } from '../../server-state/registers.ts';
import { useUser } from '../../shell/session.tsx';
import { ProblemNotice } from '../../signature/problem-notice.tsx';
import { RegisterTable } from '../../signature/register-table.tsx';
import { InOffice } from './in-office.tsx';
import { useEntry } from './register-entry.ts';

/** Leaders who take on cases and receive people. */
export function LeaderRegister({ division }: { readonly division: string }): ReactNode {
  const { t, lang } = useI18n();
  const m = t.registers;
  const leaders = useLeaders(division);
  const placeName = useDivisionNames(leaders.map((one) => one.division));
  const { unit } = useUser();
  const accounts = usePeople(unit === null ? [] : [unit.id]).filter((one) => one.roles.includes('leader'));
  const entry = useEntry('/api/registers/leaders', keys.leaders(division));
  return (
    <section className="panel stack" aria-label={m.leaders}>
      <h2>{m.leaders}</h2>
      <RegisterTable
        caption={m.leaders}
        columns={[m.name, m.post, m.rank, m.place, m.status]}
        rows={leaders.map((one) => ({
          key: one.id,
          cells: [
            one.name,
            one.title,
            word('leaderRank', one.rank, lang),
            placeName(one.division),
            <InOffice
              key="status"
              active={one.active}
              onTurn={() => {
                entry.mutate({ id: one.id, active: !one.active });
              }}
            />,
          ],
        }))}
        none={m.none}
      />
      {entry.isError ? <ProblemNotice error={entry.error} m={t.problems} lang={lang} /> : null}
      <EntryForm
        act={m.addLeader}
        initial={{ division }}
        fields={[
          { name: 'name', label: m.name, kind: 'line' },
          { name: 'title', label: m.post, kind: 'line' },
          { name: 'rank', label: m.rank, kind: 'word', vocabulary: 'leaderRank' },
          { name: 'division', label: m.place, kind: 'division' },
          {
            name: 'userId',
            label: m.account,
            hint: m.accountHint,
            kind: 'choice',
            optional: true,
            options: accounts.map((one) => ({ value: one.id, label: one.name })),
          },
        ]}
        onSend={(values) => entry.mutateAsync(values)}
      />
    </section>
  );
}
