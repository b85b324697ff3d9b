import type { ReactNode } from 'react';
import { formatInstant } from '../../i18n/format.ts';
import { word } from '../../i18n/glossary.ts';
import { colon, labelled, listed } from '../../i18n/say.ts';
import { useI18n } from '../../i18n/staff.tsx';
import type { CaseView } from '../../server-state/api-types.ts';
import { useUnitNames } from '../../server-state/directory.ts';
import { Shape } from '../../signature/shape.tsx';
import { paperLabel } from './paper-label.ts';
import { unitsOf } from './units.ts';

/** Names as the API gives them: in clear for whom it may be, else a mask, said to be one. */
export function PartiesList({ shown }: { readonly shown: CaseView }): ReactNode {
  const { t, lang } = useI18n();
  if (shown.parties.length === 0) return <p>{t.case.partyNone}</p>;
  return (
    <ul className="plain rows">
      {shown.parties.map((party) => (
        <li key={party.id}>
          <span className="faint">{word('partyRole', party.role, lang)}</span>{' '}
          {party.masked ? (
            <span className="redacted">
              <Shape tone="sealed" /> <span className="visually-hidden">{t.case.masked + colon(lang)}</span>
              {party.name}
            </span>
          ) : (
            <strong dir="auto">{party.name}</strong>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The texts people wrote, each with its time. */
export function Documents({ shown }: { readonly shown: CaseView }): ReactNode {
  const { t } = useI18n();
  const documents = shown.documents.filter((one) => one.text !== null);
  if (documents.length === 0) return <p>{t.case.docNone}</p>;
  return (
    <ul className="plain rows">
      {documents.map((one) => (
        <li key={one.id}>
          <span className="faint">
            {formatInstant(one.at)} · #{one.seq}
          </span>
          <br />
          <strong>
            {one.field === 'title'
              ? t.intake.subject
              : one.field === 'narrative'
                ? t.case.narrative
                : paperLabel(t.fields, shown.procedure, one.field)}
          </strong>
          <div className="reading" dir="auto">
            {one.text}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Where it was meant to go, who assists, and who is kept out. */
export function Where({ shown }: { readonly shown: CaseView }): ReactNode {
  const { t, lang } = useI18n();
  const unitName = useUnitNames([...unitsOf(shown), ...shown.excluded]);
  return (
    <dl className="facts">
      <dt>{t.intake.lead}</dt>
      <dd>{shown.lead === null ? t.case.none : unitName(shown.lead.unitId)}</dd>
      <dt>{t.intake.assist}</dt>
      <dd>
        {shown.assisting.length === 0
          ? t.case.none
          : listed(
              shown.assisting.map((unit) => unitName(unit.unitId)),
              lang,
            )}
      </dd>
      <dt>{t.intake.excluded}</dt>
      <dd>
        {shown.excluded.length === 0 ? (
          t.case.none
        ) : (
          <ul className="plain">
            {shown.excluded.map((one) => (
              <li key={one.unitId}>
                <Shape tone="sealed" /> {labelled(unitName(one.unitId), word('exclusion', one.reason, lang), lang)}
              </li>
            ))}
          </ul>
        )}
      </dd>
    </dl>
  );
}
