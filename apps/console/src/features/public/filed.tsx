import { useEffect, useRef, type ReactNode } from 'react';
import { groupCode } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/public.tsx';
import { say } from '../../i18n/say.ts';
import type { Registered } from '../../server-state/api-types.ts';
import { PageLink } from './page-link.tsx';

/** What was filed: its number, and the code that is shown this once. */
export function Filed({ done }: { readonly done: Registered }): ReactNode {
  const { t, lang } = useI18n();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {t.filed}
      </h1>
      <section className="panel">
        <dl className="facts">
          <dt>{t.caseNo}</dt>
          <dd data-testid="case-no">{done.caseNo}</dd>
          <dt>{t.queryCode}</dt>
          <dd className="code" data-testid="query-code">
            {groupCode(done.queryCode)}
          </dd>
          {done.receipt.secret === null ? null : (
            <>
              <dt>{t.secret}</dt>
              <dd className="code" data-testid="secret">
                {done.receipt.secret}
              </dd>
            </>
          )}
          <dt>{t.goes}</dt>
          <dd>{done.holder.name}</dd>
        </dl>
        <p>{done.receipt.secret === null ? t.keep : t.keepSecret}</p>
        <p>{say(done.receipt.text, lang)}</p>
      </section>
      <div className="wrap no-print">
        <button
          type="button"
          className="button primary"
          onClick={() => {
            print();
          }}
        >
          {t.print}
        </button>
        <PageLink to="/p/track" className="button">
          {t.track}
        </PageLink>
      </div>
    </>
  );
}
