import { PALETTES, TONES, type ThemeName } from './tokens.ts';

const STORE = 'jiefen.theme';

/** The theme a person chose, else what the system prefers. */
export function preferredTheme(): ThemeName {
  const kept = localStorage.getItem(STORE);
  if (kept === 'light' || kept === 'dark') return kept;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** Remembers the choice; a theme is no personal data. */
export function keepTheme(theme: ThemeName): void {
  localStorage.setItem(STORE, theme);
}

/** Writes the palette into CSS variables; the style sheets know variables only, so that tokens.ts is their one source. */
export function applyTheme(theme: ThemeName): void {
  const root = document.documentElement;
  const palette = PALETTES[theme];
  root.dataset['theme'] = theme;
  root.style.colorScheme = theme;
  const set = (name: string, value: string): void => {
    root.style.setProperty(`--${name}`, value);
  };
  set('bg', palette.bg);
  set('surface', palette.surface);
  set('sunken', palette.sunken);
  set('text', palette.text);
  set('text-2', palette.text2);
  set('text-3', palette.text3);
  set('line', palette.line);
  set('control', palette.control);
  set('accent', palette.accent);
  set('accent-hover', palette.accentHover);
  set('on-accent', palette.onAccent);
  set('focus', palette.focus);
  for (const tone of TONES) {
    set(`${tone}-text`, palette.tones[tone].text);
    set(`${tone}-fill`, palette.tones[tone].fill);
  }
}
