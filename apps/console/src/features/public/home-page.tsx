import type { ReactNode } from 'react';
import { useI18n } from '../../i18n/public.tsx';
import { PageLink } from './page-link.tsx';

export function HomePage(): ReactNode {
  const { t } = useI18n();
  return (
    <>
      <h1 className="visually-hidden">{t.product}</h1>
      <nav className="doors" aria-label={t.home}>
        <PageLink to="/p/file" className="door">
          <strong>{t.file}</strong>
          <span>{t.fileHint}</span>
        </PageLink>
        <PageLink to="/p/track" className="door">
          <strong>{t.track}</strong>
          <span>{t.trackHint}</span>
        </PageLink>
        <PageLink to="/p/calls" className="door">
          <strong>{t.calls}</strong>
          <span>{t.callsHint}</span>
        </PageLink>
        <PageLink to="/p/survey" className="door">
          <strong>{t.survey}</strong>
          <span>{t.surveyHint}</span>
        </PageLink>
      </nav>
      <section className="panel">
        <h2>{t.rightsTitle}</h2>
        <ul>
          {t.rights.map((right) => (
            <li key={right}>{right}</li>
          ))}
        </ul>
      </section>
    </>
  );
}
