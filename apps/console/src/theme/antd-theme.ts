import { theme, type ThemeConfig } from 'antd';
import { FONTS, PALETTES, type ThemeName } from './tokens.ts';

/** antd's own blue on white and its placeholder grey fail AA: every colour comes from tokens.ts. */
export function antdTheme(name: ThemeName, lang: 'zh' | 'en'): ThemeConfig {
  const p = PALETTES[name];
  return {
    algorithm: name === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    hashed: false,
    token: {
      colorPrimary: p.accent,
      colorPrimaryHover: p.accentHover,
      colorLink: p.accent,
      colorLinkHover: p.accentHover,
      colorInfo: p.accent,
      colorError: p.tones.overdue.text,
      colorWarning: p.tones.soon.text,
      colorSuccess: p.tones.done.text,
      colorText: p.text,
      colorTextSecondary: p.text2,
      colorTextTertiary: p.text3,
      colorTextDescription: p.text3,
      colorTextPlaceholder: p.text3,
      colorTextDisabled: p.text3,
      colorBorder: p.control,
      colorBorderSecondary: p.line,
      colorBgBase: p.surface,
      colorBgContainer: p.surface,
      colorBgElevated: p.surface,
      colorBgLayout: p.bg,
      colorTextLightSolid: p.onAccent,
      borderRadius: 4,
      fontFamily: FONTS[lang],
      fontSize: 14,
      lineHeight: 22 / 14,
      motionDurationFast: '0.06s',
      motionDurationMid: '0.1s',
      motionDurationSlow: '0.12s',
      controlHeight: 34,
    },
    components: {
      Form: { labelColor: p.text, itemMarginBottom: 14, verticalLabelPadding: '0 0 4px' },
      Button: { primaryShadow: 'none', defaultShadow: 'none' },
    },
  };
}
