import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { formatDate } from '../../i18n/format.ts';
import { word } from '../../i18n/glossary.ts';
import { listed, say } from '../../i18n/say.ts';
import { useI18n } from '../../i18n/staff.tsx';
import type { GroupPage, SuggestionLetterPage, SupervisionBoard, SupervisionPage, YellowCardPage } from '../../server-state/api-types.ts';
import { Chip } from '../../signature/shape.tsx';
import { PlainTable } from './plain-table.tsx';

const caseLink = ({ id, caseNo }: { readonly id: string; readonly caseNo: string }): ReactNode => (
  <Link to="/cases/$id" params={{ id }} className="nowrap">
    {caseNo}
  </Link>
);

/** A unit by its name, with its yellow card where it has one. */
function UnitName({ unit }: { readonly unit: { readonly name: string; readonly yellowCard?: true | undefined } }): ReactNode {
  const { t } = useI18n();
  return (
    <>
      {unit.name} {unit.yellowCard === true ? <Chip tone="soon">{t.supervision.yellowCard}</Chip> : null}
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
    <PlainTable
      caption={m.board}
      columns={[m.unit, m.open, m.itemsOpen, m.overdue, m.warned, m.listed, m.signedOff]}
      rows={rows}
      none={m.none}
    />
  );
}

export function Ledger({ page }: { readonly page: SupervisionPage }): ReactNode {
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
      leader ?? '',
      repliedOn === null ? '' : formatDate(repliedOn, lang),
      mainCase === null ? '' : caseLink(mainCase),
    ],
  }));
  return (
    <PlainTable caption={m.ledger} columns={[m.no, m.ground, m.unit, m.state, m.leader, m.replied, m.about]} rows={rows} none={m.none} />
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
      letter.adopted === undefined ? '' : word('adopted', letter.adopted, lang),
      mainCase === null ? '' : caseLink(mainCase),
    ],
  }));
  return <PlainTable caption={m.letters} columns={[m.no, m.kind, m.unit, m.state, m.adopted, m.about]} rows={rows} none={m.none} />;
}

export function YellowCards({ page }: { readonly page: YellowCardPage }): ReactNode {
  const { t, lang } = useI18n();
  const m = t.supervision;
  const rows = page.items.map(({ id, unit, reason, basisNo, from, until, inForce, liftedAt }) => ({
    key: id,
    cells: [
      unit.name,
      reason,
      basisNo,
      <span key="days" className="nowrap">{`${formatDate(from, lang)} – ${formatDate(until, lang)}`}</span>,
      <Chip key="state" tone={inForce ? 'soon' : 'done'}>
        {inForce ? m.inForce : liftedAt === null ? m.over : m.lifted}
      </Chip>,
    ],
  }));
  return <PlainTable caption={m.cards} columns={[m.unit, m.reason, m.basis, m.days, m.state]} rows={rows} none={m.none} />;
}

export function Groups({ page }: { readonly page: GroupPage }): ReactNode {
  const { t, lang } = useI18n();
  const m = t.supervision;
  const rows = page.items.map(({ id, name, leader, counties, nextMeetingBy, feedbackOverdue, dissolvedOn }) => ({
    key: id,
    cells: [
      name,
      leader.name,
      listed(counties, lang),
      <>
        {nextMeetingBy === null ? '' : formatDate(nextMeetingBy, lang)}{' '}
        {feedbackOverdue ? <Chip tone="overdue">{m.feedbackOverdue}</Chip> : null}
        {dissolvedOn === null ? null : <Chip tone="done">{m.dissolved}</Chip>}
      </>,
    ],
  }));
  return <PlainTable caption={m.groups} columns={[m.name, m.leader, m.counties, m.nextMeeting]} rows={rows} none={m.none} />;
}
