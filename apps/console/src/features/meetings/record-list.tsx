import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { formatInstant } from '../../i18n/format.ts';
import { stateWord, word } from '../../i18n/glossary.ts';
import { say } from '../../i18n/say.ts';
import { useI18n } from '../../i18n/staff.tsx';
import type { CaseRow } from '../../server-state/api-types.ts';
import { useUnitName } from '../../server-state/directory.ts';
import { Chip } from '../../signature/shape.tsx';

/** Records or cases in a few words each, with the way to their pages. */
export function RecordList({ rows }: { readonly rows: readonly CaseRow[] }): ReactNode {
  const { t, lang } = useI18n();
  const unitName = useUnitName();
  return (
    <ul className="plain stack">
      {rows.map((row) => {
        const state = stateWord(row.state, lang);
        return (
          <li key={row.id}>
            <Link to="/cases/$id" params={{ id: row.id }} search={{}}>
              <span className="case-no">{row.caseNo}</span> <span dir="auto">{row.title === '' ? t.work.untitled : row.title}</span>
            </Link>{' '}
            <Chip tone={state.tone}>{say(row.stateLabel, lang)}</Chip>
            <p className="faint">
              {word('procedure', row.procedure, lang)} · {unitName(row.holder)} · {formatInstant(row.registeredAt)}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
