import { Button } from 'antd';
import type { ReactNode } from 'react';
import { factWord } from '../../i18n/commands.ts';
import { formatInstant } from '../../i18n/format.ts';
import { ruleWord, word } from '../../i18n/glossary.ts';
import { colon, labelled, listed } from '../../i18n/say.ts';
import { useI18n } from '../../i18n/staff.tsx';
import type { CaseView, HistoryEvent } from '../../server-state/api-types.ts';
import { useManualClock } from '../../server-state/clock.ts';
import { useUnitNames } from '../../server-state/directory.ts';
import { Pending } from '../../shell/pages.tsx';
import { ProblemNotice } from '../../signature/problem-notice.tsx';
import { FactDetails } from './fact-details.tsx';
import { paperLabel } from './paper-label.ts';
import { unitsOf } from './units.ts';
import { useHistory, useVerify } from './queries.ts';

/** A fact keyed in more than this after it happened is said to be. */
const LATE_MS = 60 * 60 * 1000;

/** Everything that happened, oldest first, with the papers each fact brought. */
export function Timeline({ shown }: { readonly shown: CaseView }): ReactNode {
  const { t, lang } = useI18n();
  const history = useHistory(shown.id);
  const verify = useVerify(shown.id);
  const events = history.data?.pages.flatMap((page) => page.items) ?? [];
  if (history.isPending) return <Pending />;
  if (history.isError) return <ProblemNotice error={history.error} m={t.problems} lang={lang} onRetry={() => void history.refetch()} />;
  return (
    <>
      {events.length === 0 ? <p>{t.case.historyNone}</p> : null}
      <ol className="plain timeline">
        {events.map((event) => (
          <Entry key={event.seq} event={event} shown={shown} />
        ))}
      </ol>
      <div className="wrap timeline-foot">
        {history.hasNextPage ? <Button onClick={() => void history.fetchNextPage()}>{t.case.historyMore}</Button> : null}
        <Button
          onClick={() => {
            verify.mutate();
          }}
        >
          {t.case.verify}
        </Button>
        <span role="status">
          {verify.data === undefined ? '' : verify.data.valid ? t.case.chainOk(verify.data.length) : t.case.chainBroken}
        </span>
      </div>
    </>
  );
}

function Entry({ event, shown }: { readonly event: HistoryEvent; readonly shown: CaseView }): ReactNode {
  const { t, lang } = useI18n();
  const unitName = useUnitNames(unitsOf(shown));
  const papers = shown.documents.filter(
    (one) => one.seq === event.seq && one.text !== null && one.field !== 'title' && one.field !== 'narrative',
  );
  const manual = useManualClock();
  const late = !manual && Date.parse(event.recordedAt) - Date.parse(event.at) > LATE_MS;
  const unit = event.actor.unitId === null ? '' : ` · ${unitName(event.actor.unitId)}`;
  const also = event.facts.slice(1).map((fact) => factWord(fact.type, lang));
  return (
    <li data-type={event.type}>
      <time dateTime={event.at}>{formatInstant(event.at)}</time>
      <div>
        <strong>{factWord(event.type, lang)}</strong>
        {event.rule === undefined ? '' : colon(lang) + ruleWord(event.rule, lang)}
        <span className="faint">
          {' '}
          {word('role', event.actor.role, lang)}
          {unit}
        </span>
        {late ? (
          <span className="faint">
            {' '}
            · {t.case.lateEntry} {formatInstant(event.recordedAt)}
          </span>
        ) : null}
        <FactDetails data={event.data} shown={shown} />
        {also.length === 0 ? null : <p className="faint">{listed([...new Set(also)], lang)}</p>}
        {papers.map((paper) => (
          <blockquote key={paper.id} dir="auto">
            {labelled(paperLabel(t.fields, shown.procedure, paper.field), paper.text ?? '', lang)}
          </blockquote>
        ))}
        <span className="hash faint" title={event.hash}>
          #{event.seq} {event.hash.slice(0, 8)}
        </span>
      </div>
    </li>
  );
}
