import { useState, type ReactNode } from 'react';
import { useI18n } from '../../i18n/staff.tsx';
import type { CaseView, Deadline } from '../../server-state/api-types.ts';
import { useUnitNames } from '../../server-state/directory.ts';
import { DeadlineBar } from '../../signature/deadline-bar/deadline-bar.tsx';
import { isOpen, ownerOf } from '../../signature/deadline-bar/sentence.ts';
import { unitsOf } from './units.ts';

/** Running clocks first, by what falls due first; ended ones on demand. */
export function Clocks({ shown }: { readonly shown: CaseView }): ReactNode {
  const { deadlines } = shown;
  const { t, lang } = useI18n();
  const unitName = useUnitNames(unitsOf(shown));
  const [all, setAll] = useState(false);
  const open = deadlines.filter(isOpen).toSorted((a, b) => a.dueAt.localeCompare(b.dueAt));
  const ended = deadlines.filter((one) => !isOpen(one));
  const bar = (deadline: Deadline): ReactNode => (
    <DeadlineBar
      key={deadline.id}
      deadline={deadline}
      size="card"
      m={t.deadline}
      lang={lang}
      ownerName={ownerOf(deadline, unitName, lang)}
    />
  );
  return (
    <section className="panel" aria-label={t.case.deadlines}>
      <h2>{t.case.deadlines}</h2>
      {deadlines.length === 0 ? <p className="faint">{t.case.noDeadlines}</p> : null}
      {open.map(bar)}
      {ended.length === 0 ? null : (
        <p className="ended">
          <button
            type="button"
            className="link"
            aria-expanded={all}
            onClick={() => {
              setAll(!all);
            }}
          >
            {t.case.endedDeadlines(ended.length)}
          </button>
        </p>
      )}
      {all ? ended.map(bar) : null}
    </section>
  );
}
