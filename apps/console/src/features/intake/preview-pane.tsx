import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { word } from '../../i18n/glossary.ts';
import { labelled, say } from '../../i18n/say.ts';
import { useI18n } from '../../i18n/staff.tsx';
import type { Preview } from '../../server-state/api-types.ts';
import { useCategories, useUnitNames } from '../../server-state/directory.ts';
import { useUser } from '../../shell/session.tsx';
import { DeadlineBar } from '../../signature/deadline-bar/deadline-bar.tsx';
import { ownerOf } from '../../signature/deadline-bar/sentence.ts';
import { RoutingExplain } from '../../signature/routing-explain.tsx';

interface Props {
  readonly preview: Preview | undefined;
  readonly failed: boolean;
  readonly busy: boolean;
  readonly onPickCategory: (code: string) => void;
}

const percent = (share: number): number => Math.round(share * 100);

/** The engine's view while one types: class and route, where it goes and why, the clocks, possible duplicates. */
export function PreviewPane({ preview, failed, busy, onPickCategory }: Props): ReactNode {
  const { t } = useI18n();
  return (
    <aside className="panel preview" aria-label={t.intake.preview} aria-busy={busy}>
      <h2>
        {t.intake.preview} <span className="faint">{busy ? t.intake.previewBusy : ''}</span>
      </h2>
      {failed ? <p className="notice tone-soon">{t.intake.previewFailed}</p> : null}
      {preview === undefined ? (
        failed ? null : (
          <p className="faint">{t.intake.previewHint}</p>
        )
      ) : (
        <Seen preview={preview} onPickCategory={onPickCategory} />
      )}
    </aside>
  );
}

function Seen({ preview, onPickCategory }: { readonly preview: Preview; readonly onPickCategory: (code: string) => void }): ReactNode {
  const { t, lang } = useI18n();
  const { unit } = useUser();
  const { lead, assist } = preview.routing;
  const unitName = useUnitNames([lead, ...assist, ...(unit === null ? [] : [{ unitId: unit.id, name: unit.name }])]);
  const paths = new Map(useCategories().map((one) => [one.code, one.path]));
  const reasons = [preview.suggestion?.class, preview.suggestion?.route, preview.suggestion?.procedure].filter((one) => one !== undefined);
  return (
    <>
      <p data-testid="preview-class">
        <strong>{word('class', preview.class, lang)}</strong>
        {preview.route === null ? '' : ` · ${word('route', preview.route, lang)}`} · {word('procedure', preview.procedure, lang)}
      </p>
      {reasons.length === 0 ? null : (
        <ul>
          {reasons.map((one) => (
            <li key={one.value + one.reason.zh}>{say(one.reason, lang)}</li>
          ))}
        </ul>
      )}
      {preview.procedureReason === undefined ? null : <p>{labelled(t.intake.procedureReason, say(preview.procedureReason, lang), lang)}</p>}
      <h3>{t.intake.category}</h3>
      <p>
        {preview.categoryCode} {paths.get(preview.categoryCode) ?? ''}
        {preview.suggestion?.categoryCode === undefined ? null : <span className="faint"> · {t.intake.unlessChanged}</span>}
      </p>
      {preview.suggestions.length === 0 ? null : (
        <ul className="plain">
          {preview.suggestions.slice(0, 3).map((one) => (
            <li key={one.categoryCode}>
              <button
                type="button"
                className="link"
                onClick={() => {
                  onPickCategory(one.categoryCode);
                }}
              >
                {t.intake.pick} {one.categoryCode} {paths.get(one.categoryCode) ?? ''}
              </button>{' '}
              <span className="faint">
                {t.intake.confidence(percent(one.confidence))}
                {one.words.length === 0 ? '' : ` · ${t.intake.words} ${one.words.map((w) => `“${w}”`).join(' ')}`}
              </span>
            </li>
          ))}
        </ul>
      )}
      <h3>{t.intake.where}</h3>
      <RoutingExplain routing={preview.routing} m={t.intake} lang={lang} unitName={unitName} />
      <h3>{t.intake.deadlines}</h3>
      {preview.deadlines.map((deadline) => (
        <DeadlineBar
          key={deadline.rule}
          deadline={deadline}
          size="card"
          m={t.deadline}
          lang={lang}
          ownerName={ownerOf(deadline, unitName, lang)}
        />
      ))}
      <h3>{t.intake.duplicates(preview.duplicates.length)}</h3>
      {preview.duplicates.length === 0 ? null : (
        <>
          <ul className="plain">
            {preview.duplicates.map((one) => (
              <li key={one.id}>
                <Link to="/cases/$id" params={{ id: one.id }} target="_blank">
                  {one.caseNo}
                </Link>{' '}
                {t.intake.score(percent(one.score))}
                <ul>
                  {one.reasons.map((reason) => (
                    <li key={reason.rule}>{say(reason, lang)}</li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
          <p className="faint">{t.intake.duplicatesHint}</p>
        </>
      )}
    </>
  );
}
