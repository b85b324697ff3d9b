import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { stateWord } from '../../i18n/glossary.ts';
import { useI18n } from '../../i18n/staff.tsx';
import type { CaseView } from '../../server-state/api-types.ts';
import { Pending } from '../../shell/pages.tsx';
import { ProblemNotice } from '../../signature/problem-notice.tsx';
import { useDiagram } from './queries.ts';

/** The live chart, as a picture in a blob: it can run no script and load nothing. In its own size, with the present state in sight. */
export function Chart({ shown }: { readonly shown: CaseView }): ReactNode {
  const { t, lang } = useI18n();
  const found = useDiagram(shown.id, shown.version, lang);
  const [source, setSource] = useState('');
  const [whole, setWhole] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const picture = found.data?.picture;
  const now = found.data?.now ?? null;
  useEffect(() => {
    if (picture === undefined) return;
    const url = URL.createObjectURL(picture);
    setSource(url);
    return () => {
      URL.revokeObjectURL(url);
    };
  }, [picture]);
  const toNow = useCallback(() => {
    const box = frame.current;
    if (box === null || now === null) return;
    box.scrollTo(now.x - box.clientWidth / 2, now.y - box.clientHeight / 2);
  }, [now]);
  if (found.isError) return <ProblemNotice error={found.error} m={t.problems} lang={lang} onRetry={() => void found.refetch()} />;
  if (source === '') return <Pending />;
  return (
    <>
      <div className="wrap chart-head">
        <button
          type="button"
          className="link"
          aria-pressed={whole}
          onClick={() => {
            setWhole(!whole);
          }}
        >
          {t.case.chartFit}
        </button>
        {whole ? null : (
          <>
            <button type="button" className="link" onClick={toNow}>
              {t.case.chartNow}
            </button>
            <span className="faint">{t.case.chartHint}</span>
          </>
        )}
      </div>
      <div ref={frame} className={whole ? 'chart whole' : 'chart'} role="region" aria-label={t.case.tabs.chart} tabIndex={0}>
        <img src={source} alt={t.case.chartAlt(stateWord(shown.state, lang).text)} onLoad={toNow} />
      </div>
    </>
  );
}
