import { createContext, useCallback, useContext, useLayoutEffect, useMemo, useState, type ReactNode } from 'react';
import { applyTheme, keepTheme, preferredTheme } from '../theme/apply-theme.ts';
import type { ThemeName } from '../theme/tokens.ts';

interface Themed {
  readonly theme: ThemeName;
  readonly setTheme: (theme: ThemeName) => void;
}

const Context = createContext<Themed>({ theme: 'light', setTheme: () => undefined });

export function ThemeProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [theme, set] = useState(preferredTheme);
  useLayoutEffect(() => {
    applyTheme(theme);
  }, [theme]);
  const setTheme = useCallback((next: ThemeName) => {
    keepTheme(next);
    set(next);
  }, []);
  const value = useMemo(() => ({ theme, setTheme }), [theme, setTheme]);
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

export function useTheme(): Themed {
  return useContext(Context);
}
