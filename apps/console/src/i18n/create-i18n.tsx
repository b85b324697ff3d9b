import { createContext, useContext, useLayoutEffect, useMemo, useState, type ReactNode } from 'react';
import type { Lang } from './say.ts';

const STORE = 'jiefen.lang';

export interface I18n<M> {
  readonly lang: Lang;
  readonly t: M;
  readonly setLang: (lang: Lang) => void;
}

/** Chinese first; English only for those who chose it. */
function kept(): Lang {
  return localStorage.getItem(STORE) === 'en' ? 'en' : 'zh';
}

/**
 * Messages as typed objects: English must have the shape of Chinese, so a missing text is a type error, and plurals are
 * functions. Made twice, because the public side doesn't load the staff's words.
 */
export function createI18n<M>(messages: Readonly<Record<Lang, M>>): {
  readonly Provider: (props: { readonly children: ReactNode }) => ReactNode;
  readonly useI18n: () => I18n<M>;
} {
  const Context = createContext<I18n<M> | null>(null);
  function Provider({ children }: { readonly children: ReactNode }): ReactNode {
    const [lang, setLang] = useState<Lang>(kept);
    // Before any child asks the API, which answers in this language.
    useLayoutEffect(() => {
      document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
      localStorage.setItem(STORE, lang);
    }, [lang]);
    const value = useMemo(() => ({ lang, t: messages[lang], setLang }), [lang]);
    return <Context.Provider value={value}>{children}</Context.Provider>;
  }
  function useI18n(): I18n<M> {
    const value = useContext(Context);
    if (value === null) throw new Error('useI18n outside its provider');
    return value;
  }
  return { Provider, useI18n };
}
