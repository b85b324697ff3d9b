import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { civilDate, formatDate } from '../../i18n/format.ts';
import { stateWord } from '../../i18n/glossary.ts';
import { say } from '../../i18n/say.ts';
import { useI18n } from '../../i18n/staff.tsx';
import type { CaseRow } from '../../server-state/api-types.ts';
import { useUnitName, useUnitNames } from '../../server-state/directory.ts';
import { Chip, Shape } from '../../signature/shape.tsx';
import { GROUPS, rowClock, type RowClock } from './row-clock.ts';

interface Props {
  readonly rows: readonly CaseRow[];
  /** Groups by due date; a list in another order isn't grouped. */
  readonly grouped: boolean;
}

interface Timed {
  readonly row: CaseRow;
  readonly clock: RowClock;
}

/** Cases by what falls due first. Rows keep the server's order inside a group. */
export function CaseTable({ rows, grouped }: Props): ReactNode {
  const { t, lang } = useI18n();
  const unitName = useUnitNames();
  const named = useUnitName();
  const timed: readonly Timed[] = rows.map((row) => ({ row, clock: rowClock(row, { m: t.deadline, lang, unitName, named }) }));
  const groups = grouped
    ? GROUPS.map((group) => ({ group, members: timed.filter((one) => one.clock.group === group) })).filter((one) => one.members.length > 0)
    : [{ group: null, members: timed }];
  return (
    <table className="cases cards">
      <thead>
        <tr>
          <th scope="col">{t.work.deadline}</th>
          <th scope="col">{t.work.caseNo}</th>
          <th scope="col">{t.work.subject}</th>
          <th scope="col">{t.work.state}</th>
          <th scope="col">{t.work.holder}</th>
          <th scope="col">{t.work.received}</th>
        </tr>
      </thead>
      {groups.map(({ group, members }) => (
        <tbody key={group ?? 'all'}>
          {group === null ? null : (
            <tr className="group-row">
              <th scope="rowgroup" colSpan={6}>
                {t.work.groups[group]} · {members.length}
              </th>
            </tr>
          )}
          {members.map((one) => (
            <Row key={one.row.id} {...one} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Row({ row, clock }: Timed): ReactNode {
  const { t, lang } = useI18n();
  const unitName = useUnitName();
  const state = stateWord(row.state, lang);
  return (
    <tr>
      <td className={`clock ink-${clock.tone}`}>
        <Shape tone={clock.tone} /> {clock.title === '' ? null : <strong>{clock.title}</strong>} {clock.sentence}
      </td>
      <td className="nowrap">
        <Link to="/cases/$id" params={{ id: row.id }}>
          {row.caseNo}
        </Link>
      </td>
      <td dir="auto" className="subject">
        {row.sealed ? <Chip tone="sealed">{t.work.sealed}</Chip> : null} {row.urgent ? <Chip tone="soon">{t.work.urgent}</Chip> : null}{' '}
        {row.title === '' ? t.work.untitled : row.title}
      </td>
      <td>
        <Chip tone={state.tone}>{say(row.stateLabel, lang) || state.text}</Chip>
      </td>
      <td data-label={t.work.holder}>{unitName(row.holder)}</td>
      <td className="nowrap" data-label={t.work.received}>
        {formatDate(civilDate(row.receivedAt), lang)}
      </td>
    </tr>
  );
}
