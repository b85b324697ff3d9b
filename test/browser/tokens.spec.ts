import { PALETTES, TONES } from '../../apps/console/src/theme/tokens.ts';

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast by WCAG 2: 1 to 21. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(['light', 'dark'] as const)('colours of the %s theme', (theme) => {
  const palette = PALETTES[theme];

  it.each(TONES)('%s is legible on its own fill and on a surface', (tone) => {
    const { text, fill } = palette.tones[tone];
    expect(contrast(text, fill)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(text, palette.surface)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['text', 'text2', 'text3', 'accent', 'accentHover'] as const)('%s is legible on every ground', (name) => {
    for (const ground of [palette.bg, palette.surface, palette.sunken]) expect(contrast(palette[name], ground)).toBeGreaterThanOrEqual(4.5);
  });

  it('controls, focus and filled buttons stand out', () => {
    expect(contrast(palette.control, palette.surface)).toBeGreaterThanOrEqual(3);
    expect(contrast(palette.focus, palette.surface)).toBeGreaterThanOrEqual(3);
    expect(contrast(palette.focus, palette.bg)).toBeGreaterThanOrEqual(3);
    expect(contrast(palette.onAccent, palette.accent)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.onAccent, palette.accentHover)).toBeGreaterThanOrEqual(4.5);
  });
});
