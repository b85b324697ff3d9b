import type { ReactNode } from 'react';
import { labelled } from '../i18n/say.ts';
import { useI18n } from '../i18n/staff.tsx';
import { useTheme } from './theme-context.tsx';

/** Language and light or dark. */
export function Preferences(): ReactNode {
  const { t, lang, setLang } = useI18n();
  const { theme, setTheme } = useTheme();
  return (
    <div className="preferences">
      <button
        type="button"
        className="link"
        lang={lang === 'zh' ? 'en' : 'zh-CN'}
        onClick={() => {
          setLang(lang === 'zh' ? 'en' : 'zh');
        }}
      >
        {t.shell.language}
      </button>
      <button
        type="button"
        className="link"
        aria-label={labelled(t.shell.theme, theme === 'dark' ? t.shell.light : t.shell.dark, lang)}
        onClick={() => {
          setTheme(theme === 'dark' ? 'light' : 'dark');
        }}
      >
        {theme === 'dark' ? t.shell.light : t.shell.dark}
      </button>
    </div>
  );
}
