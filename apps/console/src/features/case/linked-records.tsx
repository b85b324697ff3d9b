import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { formatDate } from '../../i18n/format.ts';
import { stateWord, word } from '../../i18n/glossary.ts';
import { say } from '../../i18n/say.ts';
import { useI18n } from '../../i18n/staff.tsx';
import type { CaseView, Linked } from '../../server-state/api-types.ts';
import { json } from '../../server-state/http.ts';
import { keys } from '../../server-state/keys.ts';
import { ProblemNotice } from '../../signature/problem-notice.tsx';
import { Chip } from '../../signature/shape.tsx';
import { NameLeaderForm, type Naming } from './name-leader-form.tsx';

/** Records of their own that belong to the case, and the case that this one belongs to. */
export function LinkedRecords({ shown }: { readonly shown: CaseView }): ReactNode {
  const { t, lang } = useI18n();
  const m = t.registers;
  const queries = useQueryClient();
  const [naming, setNaming] = useState(false);
  const found = useQuery({
    queryKey: keys.linked(shown.id),
    queryFn: ({ signal }) => json<Linked>(`/api/cases/${shown.id}/linked`, { signal }),
    enabled: shown.mainCaseId === null,
  });
  const open = useMutation({
    mutationFn: ({ idempotencyKey, ...body }: Naming) =>
      json(`/api/cases/${shown.id}/linked`, { method: 'POST', body: { procedure: 'leader-case', ...body }, idempotencyKey }),
    onSuccess: async () => {
      setNaming(false);
      await queries.invalidateQueries({ queryKey: keys.linked(shown.id) });
    },
  });
  if (shown.mainCaseId !== null) {
    // Whoever may know of the record and not of its case isn't led to a page that isn't there for him.
    if (shown.mainCase === null) return null;
    return (
      <section className="panel" aria-label={m.belongsTo}>
        <h2>{m.belongsTo}</h2>
        <Link to="/cases/$id" params={{ id: shown.mainCase.id }}>
          {shown.mainCase.caseNo} {shown.mainCase.title}
        </Link>
      </section>
    );
  }
  const items = found.data?.items ?? [];
  const led = items.some((one) => one.procedure === 'leader-case');
  if (shown.sealed || (items.length === 0 && shown.refiled === null && !shown.mayOpen.includes('leader-case'))) return null;
  return (
    <section className="panel stack" aria-label={m.linked}>
      <h2>{m.linked}</h2>
      {shown.refiled === null ? null : (
        <p>
          <Link to="/cases/$id" params={{ id: shown.refiled.caseId }}>
            {m.refiled(shown.refiled.caseNo, formatDate(shown.refiled.closedOn, lang), shown.refiled.withinDays)}
          </Link>
        </p>
      )}
      {items.length === 0 ? <p className="faint">{m.linkedNone}</p> : null}
      <ul className="plain rows">
        {items.map((one) => (
          <li key={one.id} data-linked={one.procedure}>
            <Link to="/cases/$id" params={{ id: one.id }}>
              {word('procedure', one.procedure, lang)} {one.caseNo}
            </Link>{' '}
            <Chip tone={stateWord(one.state, lang).tone}>{say(one.stateLabel, lang)}</Chip>
          </li>
        ))}
      </ul>
      {open.isSuccess ? <p role="status">{m.opened}</p> : null}
      {open.isError ? <ProblemNotice error={open.error} m={t.problems} lang={lang} /> : null}
      {!led && shown.mayOpen.includes('leader-case') && !naming ? (
        <button
          type="button"
          className="button"
          onClick={() => {
            setNaming(true);
          }}
        >
          {m.nameLeader}
        </button>
      ) : null}
      {naming ? (
        <NameLeaderForm
          shown={shown}
          busy={open.isPending}
          onSend={(body) => {
            open.mutate(body);
          }}
        />
      ) : null}
    </section>
  );
}
