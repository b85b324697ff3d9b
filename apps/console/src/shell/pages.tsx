import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { word } from '../i18n/glossary.ts';
import { useI18n } from '../i18n/staff.tsx';
import { pagesOf, type PageId } from './access.ts';
import { usePageTitle } from './page-title.ts';
import { useUser } from './session.tsx';

/** Skeleton of a page on its way. */
export function Pending(): ReactNode {
  const { t } = useI18n();
  return (
    <p className="pending" role="status">
      {t.shell.loading}
    </p>
  );
}

export function NotFound(): ReactNode {
  const { t } = useI18n();
  usePageTitle(t.shell.notFound);
  return (
    <section className="page">
      <h1>{t.shell.notFound}</h1>
      <p>{t.shell.notFoundHint}</p>
      <Link to="/">{t.shell.home}</Link>
    </section>
  );
}

/** Lets through whom a page is for; for others its address says so. */
export function OnlyFor({ page, children }: { readonly page: PageId; readonly children: ReactNode }): ReactNode {
  const user = useUser();
  if (pagesOf(user).includes(page)) return children;
  return <NotYours />;
}

function NotYours(): ReactNode {
  const { t } = useI18n();
  usePageTitle(t.shell.noPage);
  return (
    <section className="page">
      <h1>{t.shell.noPage}</h1>
      <p>{t.shell.noPageHint}</p>
      <Link to="/">{t.shell.home}</Link>
    </section>
  );
}

/** Where administrators land: they read no case content. */
export function Overview(): ReactNode {
  const { t, lang } = useI18n();
  const user = useUser();
  usePageTitle(t.shell.overview);
  return (
    <section className="page">
      <h1>{t.shell.welcome(user.displayName || user.username)}</h1>
      <p>
        {user.unit?.name} · {user.roles.map((role) => word('role', role, lang)).join(' / ')}
      </p>
      <p>{t.shell.adminHome}</p>
    </section>
  );
}
