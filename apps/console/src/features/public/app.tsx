import { useEffect, useState, type ReactNode } from 'react';
import { useI18n } from '../../i18n/public.tsx';
import { usePath } from './address.ts';
import { CallsPage } from './calls-page.tsx';
import { FilePage } from './file-page.tsx';
import { HomePage } from './home-page.tsx';
import { PageLink } from './page-link.tsx';
import { SurveyPage } from './survey-page.tsx';
import { TrackPage } from './track-page.tsx';

const LARGE = 'jiefen.large';

/** Frame of the public side: large type, language, the emergency line, and one of the pages. */
export function PublicApp(): ReactNode {
  const { t, lang, setLang } = useI18n();
  const path = usePath();
  const [large, setLarge] = useState(() => localStorage.getItem(LARGE) === '1');
  useEffect(() => {
    document.documentElement.classList.toggle('large', large);
    localStorage.setItem(LARGE, large ? '1' : '0');
  }, [large]);
  return (
    <>
      <a className="skip" href="#main">
        {t.skip}
      </a>
      <header className="public-top">
        <PageLink to="/p">{t.product}</PageLink>
        <span className="grow" />
        <button
          type="button"
          className="button"
          aria-pressed={large}
          onClick={() => {
            setLarge(!large);
          }}
        >
          {large ? t.normal : t.large}
        </button>
        <button
          type="button"
          className="button"
          lang={lang === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => {
            setLang(lang === 'zh' ? 'en' : 'zh');
          }}
        >
          {t.language}
        </button>
      </header>
      <main id="main" className="public-main" tabIndex={-1}>
        <Page path={path} />
      </main>
      <footer className="public-foot">
        <p>{t.emergency}</p>
        <p>
          <a href="/">{t.staff}</a>
        </p>
      </footer>
    </>
  );
}

function Page({ path }: { readonly path: string }): ReactNode {
  const { t } = useI18n();
  const title = { '/p': t.product, '/p/file': t.file, '/p/track': t.track, '/p/calls': t.calls, '/p/survey': t.survey }[path] ?? t.notFound;
  useEffect(() => {
    document.title = title === t.product ? t.productLong : `${title} · ${t.product}`;
  }, [title, t]);
  switch (path) {
    case '/p':
      return <HomePage />;
    case '/p/file':
      return <FilePage />;
    case '/p/track':
      return <TrackPage />;
    case '/p/calls':
      return <CallsPage />;
    case '/p/survey':
      return <SurveyPage />;
    default:
      return (
        <>
          <h1>{t.notFound}</h1>
          <PageLink to="/p">{t.home}</PageLink>
        </>
      );
  }
}
