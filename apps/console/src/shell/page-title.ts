import { useEffect } from 'react';
import { useI18n } from '../i18n/staff.tsx';

/** What the tab and a screen reader call this page; while the page's own name isn't known yet, the product's. */
export function usePageTitle(title: string): void {
  const { t } = useI18n();
  useEffect(() => {
    document.title = title === '' ? t.shell.product : `${title} · ${t.shell.product}`;
  }, [title, t]);
}
