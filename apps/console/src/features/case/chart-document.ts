import { RULES } from '../../i18n/generated/domain-words.ts';
import type { Lang } from '../../i18n/say.ts';

export interface ChartDocument {
  readonly picture: Blob;
  /** Middle of the present state, in pixels of the picture; null where the chart shows none. */
  readonly now: { readonly x: number; readonly y: number } | null;
}

const RULE_PASSES: Readonly<Record<Lang, (title: string) => string>> = {
  zh: (title) => `${title}届满`,
  en: (title) => `Time is up: ${title}`,
};

/** `PET-REVIEW-REQ 届满` says a rule's id, which nobody at a counter knows: its title instead. */
function inWords(label: string, lang: Lang): string {
  const rule = label.split(' ', 1)[0] ?? '';
  const title = Object.entries(RULES).find(([id]) => id === rule)?.[1][lang];
  return title === undefined ? label : RULE_PASSES[lang](title);
}

const unescaped = (text: string): string => text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${String(sign.charCodeAt(0))};`);

/** The present state's box, and the chart's upper left corner, as the API draws them. */
const NOW = /aria-current="step">.*?<rect class="s[^"]*" x="(-?[\d.]+)" y="(-?[\d.]+)" width="([\d.]+)" height="([\d.]+)"/;
const CORNER = /viewBox="(-?[\d.]+) (-?[\d.]+)/;

function presentState(svg: string): ChartDocument['now'] {
  const [, x, y, width, height] = (NOW.exec(svg) ?? []).map(Number);
  const [, left = 0, top = 0] = (CORNER.exec(svg) ?? []).map(Number);
  if (x === undefined || y === undefined || width === undefined || height === undefined) return null;
  return { x: x + width / 2 - left, y: y + height / 2 - top };
}

/** The API's chart with rules in words. As text: parsed into this page, the picture's own styles would fall under its CSP. */
export function readChart(svg: string, lang: Lang): ChartDocument {
  const picture = svg.replace(
    /(<tspan[^>]*>)([^<]*)(<\/tspan>)/g,
    (_, open: string, label: string, close: string) => open + escaped(inWords(unescaped(label), lang)) + close,
  );
  return { picture: new Blob([picture], { type: 'image/svg+xml' }), now: presentState(svg) };
}
