import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, type ReactNode, type SubmitEvent } from 'react';

import { ruleWord, stateWord } from '../../i18n/glossary.ts';
import { say } from '../../i18n/say.ts';
import { useI18n } from '../../i18n/staff.tsx';
import { json } from '../../server-state/http.ts';
import { keys } from '../../server-state/keys.ts';
import { useUser } from '../../shell/session.tsx';
import { ProblemNotice } from '../../signature/problem-notice.tsx';
import type { LawSwitch, SwitchItem } from './law-types.ts';

interface Page {
  readonly items: readonly SwitchItem[];
  readonly nextCursor: string | null;
}

/** What one switch does to each case, how far it is, and its confirmation. */
export function SwitchPanel({ found }: { readonly found: LawSwitch }): ReactNode {
  const { t, lang } = useI18n();
  const user = useUser();
  const path = `/api/admin/switches/${found.id}`;
  const progress = useQuery({
    queryKey: [...keys.switches, found.id, found.state],
    queryFn: ({ signal }) => json<{ readonly left: number }>(path, { signal }),
    ...(found.state === 'running' ? { refetchInterval: 2000 } : {}),
  });
  const items = useInfiniteQuery({
    queryKey: [...keys.switches, found.id, 'items', found.state],
    queryFn: ({ pageParam, signal }) => json<Page>(`${path}/items`, { query: { limit: 50, cursor: pageParam ?? undefined }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
  const { cases, moving, staying, clocks } = found.totals;
  const mayConfirm =
    found.state === 'previewed' && (user.roles.includes('leader') || (user.roles.includes('admin') && user.id !== found.proposedBy));
  return (
    <section className="panel stack" aria-label={found.subject}>
      <h2>
        {t.law.kinds[found.kind]} {found.subject}
      </h2>
      <p role="status">
        {t.law.totals(cases, moving, staying)} · {t.law.clocks(clocks.later, clocks.earlier, clocks.kept)}
        {found.state === 'running' && progress.data !== undefined ? ` · ${t.law.left(progress.data.left)}` : ''}
      </p>
      {items.isError ? <ProblemNotice error={items.error} m={t.problems} lang={lang} /> : null}
      <table className="cases cards">
        <thead>
          <tr>
            <th scope="col">{t.law.caseId}</th>
            <th scope="col">{t.law.change}</th>
            <th scope="col">{t.law.outcome}</th>
          </tr>
        </thead>
        <tbody>
          {(items.data?.pages ?? [])
            .flatMap((page) => page.items)
            .map((item) => (
              <Row key={item.n} item={item} />
            ))}
        </tbody>
      </table>
      {items.hasNextPage ? (
        <button type="button" className="link" onClick={() => void items.fetchNextPage()}>
          {t.law.more}
        </button>
      ) : null}
      {found.state === 'previewed' ? <p className="faint">{t.law.confirmNote}</p> : null}
      {mayConfirm ? <ConfirmForm path={path} digest={found.digest} /> : null}
    </section>
  );
}

function Row({ item }: { readonly item: SwitchItem }): ReactNode {
  const { t, lang } = useI18n();
  const { caseId, clocks, migration, outcome } = item;
  const words: Readonly<Record<string, string>> = { moved: t.law.moved, stays: t.law.stays };
  return (
    <tr>
      <td>
        <code>{caseId}</code>
      </td>
      <td>
        {clocks.map(({ deadlineId, rule, from, to, why, before, after }) => (
          <details key={deadlineId}>
            <summary>
              {ruleWord(rule, lang)} {from} → {to ?? `${t.law.stays}${why === null ? '' : ` · ${t.law.why[why]}`}`}
            </summary>
            {[
              { label: t.law.before, derived: before },
              { label: t.law.after, derived: after },
            ].map(({ label, derived }) =>
              derived === null ? null : (
                <p key={label}>
                  {label}
                  <code>{derived.rulePack}</code> · <code>{derived.calendarVersion}</code> · {derived.derivation[0]?.date} –{' '}
                  {derived.derivation.at(-1)?.date} · {t.law.days(derived.derivation.length - 1)} ·{' '}
                  {lang === 'zh' ? derived.derivation.at(-1)?.note : derived.derivation.at(-1)?.noteEn}
                </p>
              ),
            )}
          </details>
        ))}
        {migration === null ? null : (
          <p>
            {migration.from} → {migration.to} · {stateWord(migration.state, lang).text} →{' '}
            {migration.stateAfter === null
              ? `${t.law.stays}${migration.why === null ? '' : ` · ${say(migration.why.reason, lang)}`}`
              : stateWord(migration.stateAfter, lang).text}
          </p>
        )}
      </td>
      <td data-label={t.law.outcome}>{outcome === null ? t.law.waiting : (words[outcome] ?? outcome)}</td>
    </tr>
  );
}

function ConfirmForm({ path, digest }: { readonly path: string; readonly digest: string }): ReactNode {
  const { t, lang } = useI18n();
  const id = useId();
  const client = useQueryClient();
  const confirm = useMutation({
    mutationFn: (reason: string) => json<LawSwitch>(`${path}/confirm`, { method: 'POST', body: { digest, reason } }),
    onSettled: async () => {
      await Promise.all([client.invalidateQueries({ queryKey: keys.switches }), client.invalidateQueries({ queryKey: keys.law })]);
    },
  });
  return (
    <form
      className="stack"
      onSubmit={(event: SubmitEvent<HTMLFormElement>) => {
        event.preventDefault();
        const reason = new FormData(event.currentTarget).get('reason');
        if (typeof reason === 'string' && reason.trim() !== '') confirm.mutate(reason.trim());
      }}
    >
      <label htmlFor={id}>{t.law.reason}</label>
      <input id={id} name="reason" className="field" required maxLength={500} autoComplete="off" />
      {confirm.isError ? <ProblemNotice error={confirm.error} m={t.problems} lang={lang} /> : null}
      <div className="wrap">
        <button type="submit" className="button primary" aria-busy={confirm.isPending}>
          {t.law.confirm}
        </button>
      </div>
    </form>
  );
}
