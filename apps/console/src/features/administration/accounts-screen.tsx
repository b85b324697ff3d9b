import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { EntryForm } from '../../forms/entry-form.tsx';
import type { EntryField } from '../../forms/entry-field.tsx';
import { useDebounced } from '../../forms/use-debounced.ts';
import { codesOf, word } from '../../i18n/glossary.ts';
import { listed } from '../../i18n/say.ts';
import { useI18n } from '../../i18n/staff.tsx';
import type { AccountPage } from '../../server-state/api-types.ts';
import { useUnitNames } from '../../server-state/directory.ts';
import { json } from '../../server-state/http.ts';
import { keys } from '../../server-state/keys.ts';
import { usePageTitle } from '../../shell/page-title.ts';
import { ProblemNotice } from '../../signature/problem-notice.tsx';
import { RegisterTable } from '../../signature/register-table.tsx';
import { Chip } from '../../signature/shape.tsx';

const PATH = '/api/admin/users';
const USERNAME = /^[a-z0-9][a-z0-9._-]{1,127}$/;
/** Of no account: who they are is said by the case and by the program. */
const NO_ACCOUNT: readonly string[] = ['petitioner', 'engine'];

/** Accounts: who may log in, as what and for which unit. Whoever is changed has to log in again. */
export function AccountsScreen(): ReactNode {
  const { t, lang } = useI18n();
  const m = t.administration;
  usePageTitle(m.accounts);
  const client = useQueryClient();
  const unitName = useUnitNames();
  const [typed, setTyped] = useState('');
  const q = useDebounced(typed.normalize('NFKC').trim(), 300);
  const found = useInfiniteQuery({
    queryKey: keys.accounts(q),
    initialPageParam: '',
    queryFn: ({ signal, pageParam: cursor }) => json<AccountPage>(PATH, { query: { q, cursor, limit: 20 }, signal }),
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
  const change = useMutation({
    mutationFn: ({ id, ...body }: { readonly id?: string } & Readonly<Record<string, unknown>>) =>
      json(id === undefined ? PATH : `${PATH}/${id}`, { method: id === undefined ? 'POST' : 'PUT', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: [keys.accounts('')[0]] }),
  });
  const roles: EntryField = {
    name: 'roles',
    label: m.roles,
    kind: 'choices',
    options: codesOf('role')
      .filter((role) => !NO_ACCOUNT.includes(role))
      .map((role) => ({ value: role, label: word('role', role, lang) })),
  };
  const unit: EntryField = { name: 'unitId', label: m.unit, kind: 'unit', optional: true };
  const secret: EntryField = { name: 'password', label: m.firstPassword, hint: m.passwordHint, kind: 'secret' };
  const accounts = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className="page stack">
      <h1>{m.accounts}</h1>
      <div className="panel stack">
        <EntryForm
          act={m.newAccount}
          fields={[
            { name: 'username', label: t.shell.username, kind: 'line', pattern: USERNAME, wrong: m.usernameWrong },
            { name: 'displayName', label: m.displayName, kind: 'line' },
            roles,
            unit,
            secret,
          ]}
          onSend={(values) => change.mutateAsync({ unitId: null, ...values })}
        />
        <label className="entry-form">
          {m.search}
          <Input
            value={typed}
            autoComplete="off"
            onChange={(event) => {
              setTyped(event.target.value);
            }}
          />
        </label>
        {found.isError ? <ProblemNotice error={found.error} m={t.problems} lang={lang} onRetry={() => void found.refetch()} /> : null}
        <RegisterTable
          caption={m.accounts}
          columns={[t.shell.username, m.displayName, m.roles, m.unit, m.status]}
          rows={accounts.map((one) => ({
            key: one.id,
            cells: [
              one.username,
              one.displayName,
              listed(
                one.roles.map((role) => word('role', role, lang)),
                lang,
              ),
              one.unitId === null ? '–' : unitName(one.unitId),
              <>
                <Chip tone={one.active ? 'running' : 'neutral'}>{one.active ? m.active : m.closed}</Chip>
                <EntryForm
                  act={one.active ? m.close : m.reopen}
                  hint={m.endsSessions}
                  fields={[]}
                  onSend={() => change.mutateAsync({ id: one.id, active: !one.active })}
                />
                <EntryForm
                  act={m.change}
                  hint={m.endsSessions}
                  initial={{ roles: one.roles, unitId: one.unitId ?? undefined }}
                  fields={[roles, unit]}
                  onSend={(values) => change.mutateAsync({ id: one.id, unitId: null, ...values })}
                />
                <EntryForm
                  act={m.resetPassword}
                  hint={m.endsSessions}
                  fields={[secret]}
                  onSend={(values) => change.mutateAsync({ id: one.id, ...values })}
                />
              </>,
            ],
          }))}
          none={found.isPending ? t.shell.loading : m.accountsNone}
        />
        {found.hasNextPage ? <Button onClick={() => void found.fetchNextPage()}>{m.more}</Button> : null}
      </div>
    </section>
  );
}
