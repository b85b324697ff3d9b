import { useEffect, useState, type ReactNode } from 'react';
import { stateWord } from '../../i18n/glossary.ts';
import { useI18n } from '../../i18n/staff.tsx';
import type { CaseView } from '../../server-state/api-types.ts';
import { Pending } from '../../shell/pages.tsx';
import { ProblemNotice } from '../../signature/problem-notice.tsx';
import { useDiagram } from './queries.ts';

/** The live chart, as a picture in a blob: it can run no script and load nothing. */
export function Chart({ shown }: { readonly shown: CaseView }): ReactNode {
  const { t, lang } = useI18n();
  const found = useDiagram(shown.id, shown.version, true);
  const [source, setSource] = useState('');
  const [whole, setWhole] = useState(true);
  useEffect(() => {
    if (found.data === undefined) return;
    const url = URL.createObjectURL(found.data);
    setSource(url);
    return () => {
      URL.revokeObjectURL(url);
    };
  }, [found.data]);
  if (found.isError) return <ProblemNotice error={found.error} m={t.problems} lang={lang} onRetry={() => void found.refetch()} />;
  if (source === '') return <Pending />;
  return (
    <>
      <button
        type="button"
        className="link"
        aria-pressed={!whole}
        onClick={() => {
          setWhole(!whole);
        }}
      >
        {t.case.chartFull}
      </button>
      <div className={whole ? 'chart whole' : 'chart'} role="region" aria-label={t.case.tabs.chart} tabIndex={0}>
        <img src={source} alt={t.case.chartAlt(stateWord(shown.state, lang).text)} />
      </div>
    </>
  );
}
