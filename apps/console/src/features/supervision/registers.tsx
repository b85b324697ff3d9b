import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { formatDate } from '../../i18n/format.ts';
import { word } from '../../i18n/glossary.ts';
import { say } from '../../i18n/say.ts';
import { useI18n } from '../../i18n/staff.tsx';
import type { SuggestionLetterPage, SupervisionBoard, SupervisionPage } from '../../server-state/api-types.ts';
import { useUnitName } from '../../server-state/directory.ts';
import { RegisterTable } from '../../signature/register-table.tsx';
import { Chip } from '../../signature/shape.tsx';

export const caseLink = ({ id, caseNo }: { readonly id: string; readonly caseNo: string }): ReactNode => (
  <Link to="/cases/$id" params={{ id }} className="nowrap">
    {caseNo}
  </Link>
);

/** A unit by its name, with its yellow card where it has one. */
function UnitName({
  unit,
}: {
  readonly unit: { readonly unitId: string; readonly name: string; readonly yellowCard?: true | undefined };
}): ReactNode {
  const { t } = useI18n();
  const unitName = useUnitName();
  return (
    <>
      {unitName(unit)} {unit.yellowCard === true ? <Chip tone="soon">{t.supervision.yellowCard}</Chip> : null}
    </>
  );
}

export function Board({ board }: { readonly board: SupervisionBoard }): ReactNode {
  const { t } = useI18n();
  const m = t.supervision;
  const rows = board.items.map(({ unit, open, itemsOpen, overdue, warned, listed: onList, signedOff }) => ({
    key: unit.unitId,
    cells: [<UnitName key="unit" unit={unit} />, open, itemsOpen, overdue, warned, onList, signedOff],
  }));
  return (
    <RegisterTable
      caption={m.board}
      columns={[m.unit, m.open, m.itemsOpen, m.overdue, m.warned, m.listed, m.signedOff]}
      rows={rows}
      none={m.boardNone}
    />
  );
}

export function Ledger({ page, none }: { readonly page: SupervisionPage; readonly none: string }): ReactNode {
  const { t, lang } = useI18n();
  const m = t.supervision;
  const rows = page.items.map(({ id, caseNo, card, holder, stateLabel, leader, repliedOn, mainCase, overdue }) => ({
    key: id,
    cells: [
      caseLink({ id, caseNo }),
      say(card.groundLabel, lang),
      <UnitName key="unit" unit={holder} />,
      <>
        {say(stateLabel, lang)} {overdue ? <Chip tone="overdue">{m.overdue}</Chip> : null}
        {card.listed === undefined ? null : <Chip tone="soon">{m.listed}</Chip>}
      </>,
      leader ?? '–',
      repliedOn === null ? '–' : formatDate(repliedOn, lang),
      mainCase === null ? '–' : caseLink(mainCase),
    ],
  }));
  return (
    <RegisterTable caption={m.ledger} columns={[m.no, m.ground, m.unit, m.state, m.leader, m.replied, m.about]} rows={rows} none={none} />
  );
}

export function Letters({ page }: { readonly page: SuggestionLetterPage }): ReactNode {
  const { t, lang } = useI18n();
  const m = t.supervision;
  const rows = page.items.map(({ id, caseNo, letter, holder, stateLabel, mainCase }) => ({
    key: id,
    cells: [
      caseLink({ id, caseNo }),
      say(letter.kindLabel, lang),
      <UnitName key="unit" unit={holder} />,
      say(stateLabel, lang),
      letter.adopted === undefined ? '–' : word('adopted', letter.adopted, lang),
      mainCase === null ? '–' : caseLink(mainCase),
    ],
  }));
  return (
    <RegisterTable caption={m.letters} columns={[m.no, m.kind, m.unit, m.state, m.adopted, m.about]} rows={rows} none={m.lettersNone} />
  );
}
