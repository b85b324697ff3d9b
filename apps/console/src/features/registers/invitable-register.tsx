import type { ReactNode } from 'react';
import { EntryForm } from '../../forms/entry-form.tsx';
import { codesOf, word } from '../../i18n/glossary.ts';
import { listed } from '../../i18n/say.ts';
import { useI18n } from '../../i18n/staff.tsx';
import { useDivisionNames } from '../../server-state/directory.ts';
import { keys } from '../../server-state/keys.ts';
import { useHelpers } from '../../server-state/registers.ts';
import { ProblemNotice } from '../../signature/problem-notice.tsx';
import { RegisterTable } from '../../signature/register-table.tsx';
import { InOffice } from './in-office.tsx';
import { useEntry } from './register-entry.ts';

/** Village mediators, the villages' legal advisers, legal-aid organisations: who may be invited to help a mediation. */
export function HelperRegister({ division }: { readonly division: string }): ReactNode {
  const { t, lang } = useI18n();
  const m = t.registers;
  const helpers = useHelpers(division);
  const placeName = useDivisionNames(helpers.map((one) => one.division));
  const entry = useEntry('/api/registers/helpers', keys.helpers(division));
  return (
    <section className="panel stack" aria-label={m.helpers}>
      <h2>{m.helpers}</h2>
      <RegisterTable
        caption={m.helpers}
        columns={[m.name, m.register, m.roles, m.organisation, m.place, m.status]}
        rows={helpers.map((one) => ({
          key: one.id,
          cells: [
            one.name,
            word('helperRegister', one.register, lang),
            one.roles.length === 0
              ? '–'
              : listed(
                  one.roles.map((role) => word('villageRole', role, lang)),
                  lang,
                ),
            one.organisation ?? '–',
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
        act={m.addHelper}
        initial={{ division }}
        fields={[
          { name: 'register', label: m.register, kind: 'word', vocabulary: 'helperRegister' },
          { name: 'name', label: m.name, kind: 'line' },
          {
            name: 'roles',
            label: m.roles,
            hint: m.rolesHint,
            kind: 'choices',
            optional: true,
            options: codesOf('villageRole').map((role) => ({ value: role, label: word('villageRole', role, lang) })),
          },
          { name: 'organisation', label: m.organisation, kind: 'line', optional: true },
          { name: 'division', label: m.place, kind: 'division' },
        ]}
        onSend={(values) => entry.mutateAsync(values)}
      />
    </section>
  );
}
