import type { ReactNode } from 'react';
import { EntryForm } from '../../forms/entry-form.tsx';
import { civilDate, formatDate } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/staff.tsx';
import type { YellowCardPage } from '../../server-state/api-types.ts';
import { useLegalNow } from '../../server-state/clock.ts';
import { useUnitName } from '../../server-state/directory.ts';
import { RegisterTable } from '../../signature/register-table.tsx';
import { Chip } from '../../signature/shape.tsx';
import { useEntrySender } from './register-queries.ts';

const PATH = '/api/yellow-cards';
/** As resolutions and notices are numbered: 衡信联〔2026〕5号. */
const OFFICIAL_NO = /^[\p{Script=Han}0-9A-Za-z〔〕()（）-]{1,60}$/u;

interface Props {
  readonly page: YellowCardPage;
  /** Whether this person may warn units, and lift what was issued. */
  readonly mayWarn: boolean;
}

/** 黄牌警告: units that are warned, for how long and why; whoever answers for the place warns and lifts. */
export function YellowCards({ page, mayWarn }: Props): ReactNode {
  const { t, lang } = useI18n();
  const m = t.supervision;
  const now = useLegalNow();
  const unitName = useUnitName();
  const send = useEntrySender();
  const rows = page.items.map(({ id, unit, reason, basisNo, from, until, inForce, liftedAt, liftReason }) => ({
    key: id,
    cells: [
      unitName(unit),
      reason,
      basisNo,
      `${formatDate(from, lang)} – ${formatDate(until, lang)}`,
      <>
        <Chip tone={inForce ? 'soon' : 'done'}>{inForce ? m.inForce : liftedAt === null ? m.over : m.lifted}</Chip>
        {liftReason === null ? null : <p className="faint">{liftReason}</p>}
        {mayWarn && liftedAt === null && now !== null && until >= civilDate(now) ? (
          <EntryForm
            act={m.lift}
            fields={[{ name: 'reason', label: m.liftReason, kind: 'prose' }]}
            onSend={(body) => send(`${PATH}/${id}/lift`, body)}
          />
        ) : null}
      </>,
    ],
  }));
  return (
    <>
      <RegisterTable caption={m.cards} columns={[m.unit, m.reason, m.basis, m.days, m.state]} rows={rows} none={m.cardsNone} />
      {mayWarn && now !== null ? (
        <EntryForm
          act={m.warn}
          hint={m.warnHint}
          initial={{ from: civilDate(now) }}
          fields={[
            { name: 'unitId', label: m.unit, kind: 'unit' },
            { name: 'reason', label: m.reason, kind: 'prose' },
            { name: 'basisNo', label: m.basisNo, kind: 'line', pattern: OFFICIAL_NO, wrong: m.basisWrong },
            { name: 'from', label: m.from, kind: 'date' },
            { name: 'until', label: m.until, kind: 'date' },
          ]}
          onSend={(body) => send(PATH, body)}
        />
      ) : null}
    </>
  );
}
