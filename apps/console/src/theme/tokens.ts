/**
 * Every colour of the console, by theme. Text is ≥ 4.5:1 on its own fill, control borders and focus ≥ 3:1; the check in
 * `test/browser/tokens.spec.ts` recomputes it from here.
 */
export type ThemeName = 'light' | 'dark';

export interface Pair {
  readonly text: string;
  readonly fill: string;
}

/** What a state or clock is, for its colour and shape. The word always stands beside it. */
export const TONES = ['neutral', 'running', 'done', 'soon', 'overdue', 'sealed', 'stopped', 'petitioner'] as const;
export type Tone = (typeof TONES)[number];

export interface Palette {
  readonly bg: string;
  readonly surface: string;
  readonly sunken: string;
  readonly text: string;
  readonly text2: string;
  readonly text3: string;
  readonly line: string;
  readonly control: string;
  readonly accent: string;
  readonly accentHover: string;
  /** Text on a filled accent. */
  readonly onAccent: string;
  readonly focus: string;
  readonly tones: Readonly<Record<Tone, Pair>>;
}

export const PALETTES: Readonly<Record<ThemeName, Palette>> = {
  light: {
    bg: '#F5F6F8',
    surface: '#FFFFFF',
    sunken: '#EDEFF2',
    text: '#1B1F24',
    text2: '#4A5260',
    text3: '#5F6875',
    line: '#D5D9E0',
    control: '#858D9A',
    accent: '#14539A',
    accentHover: '#0F437E',
    onAccent: '#FFFFFF',
    focus: '#0B5CC4',
    tones: {
      neutral: { text: '#414A57', fill: '#E9ECF0' },
      running: { text: '#0F4C8F', fill: '#E3EEFA' },
      done: { text: '#1B5E33', fill: '#E2F3E7' },
      soon: { text: '#7A4300', fill: '#FFF0D6' },
      overdue: { text: '#9B1C1C', fill: '#FDE7E5' },
      sealed: { text: '#3B3B3B', fill: '#E4E0D8' },
      stopped: { text: '#5B3A8C', fill: '#F0E8FA' },
      petitioner: { text: '#0B5A63', fill: '#DFF3F4' },
    },
  },
  dark: {
    bg: '#14171B',
    surface: '#1C2026',
    sunken: '#101316',
    text: '#E7EAEE',
    text2: '#B4BBC6',
    text3: '#98A1AE',
    line: '#333A44',
    control: '#6E7785',
    accent: '#7FB2F0',
    accentHover: '#A2C8F6',
    onAccent: '#101316',
    focus: '#8EC0FF',
    tones: {
      neutral: { text: '#C3CAD4', fill: '#2B313A' },
      running: { text: '#9CC7FA', fill: '#16304E' },
      done: { text: '#93D7A8', fill: '#173524' },
      soon: { text: '#F2C178', fill: '#3D2A0C' },
      overdue: { text: '#FFA8A0', fill: '#4A1A19' },
      sealed: { text: '#D6CFC0', fill: '#35322B' },
      stopped: { text: '#CDB4F2', fill: '#33244B' },
      petitioner: { text: '#8AD5DB', fill: '#0F3538' },
    },
  },
};

const FONT_CJK =
  '"PingFang SC","HarmonyOS Sans SC","Microsoft YaHei UI","Microsoft YaHei","Source Han Sans SC","Noto Sans CJK SC","WenQuanYi Micro Hei"';

/** In Chinese the CJK face comes first, so that “” …… —— are full width; in English the system face does. */
export const FONTS = {
  zh: `${FONT_CJK},system-ui,"SimSun-ExtB",sans-serif`,
  en: `system-ui,${FONT_CJK},"SimSun-ExtB",sans-serif`,
} as const;
