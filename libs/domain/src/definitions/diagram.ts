import { commandLabel } from './command-label.ts';
import type { ProcedureDefinition } from './definition.ts';
import type { ChartLayout, LaidOutEdge, LaidOutState } from './layout.ts';
import { accusationLayout } from './generated/accusation.layout.ts';
import { accusation2Layout } from './generated/accusation-2.layout.ts';
import { dutyHandoverLayout } from './generated/duty-handover.layout.ts';
import { guided2Layout } from './generated/guided-2.layout.ts';
import { guidedLayout } from './generated/guided.layout.ts';
import { hotlineLayout } from './generated/hotline.layout.ts';
import { leaderCaseLayout } from './generated/leader-case.layout.ts';
import { mediationLayout } from './generated/mediation.layout.ts';
import { jurisdictionLayout } from './generated/jurisdiction.layout.ts';
import { jointMeetingLayout } from './generated/joint-meeting.layout.ts';
import { rectificationLayout } from './generated/rectification.layout.ts';
import { receptionDayLayout } from './generated/reception-day.layout.ts';
import { resolutionLayout } from './generated/resolution.layout.ts';
import { petitionLayout } from './generated/petition.layout.ts';
import { simplifiedLayout } from './generated/simplified.layout.ts';
import { suggestionLetterLayout } from './generated/suggestion-letter.layout.ts';
import { supervisionLayout } from './generated/supervision.layout.ts';
import { suggestionLayout } from './generated/suggestion.layout.ts';
import { urgentMatterLayout } from './generated/urgent-matter.layout.ts';
import { stateLabel } from './state-labels.ts';

export interface LivePath {
  readonly state?: string;
  /** States the case went through, oldest first; its lines are drawn thick. */
  readonly path?: readonly string[];
  readonly lang?: 'zh' | 'en';
}

type Lang = 'zh' | 'en';

const LAYOUTS: Readonly<Record<string, ChartLayout>> = {
  'petition@1': petitionLayout,
  'simplified@1': simplifiedLayout,
  'hotline@1': hotlineLayout,
  'suggestion@1': suggestionLayout,
  'accusation@1': accusationLayout,
  'accusation@2': accusation2Layout,
  'guided@1': guidedLayout,
  'guided@2': guided2Layout,
  'mediation@1': mediationLayout,
  'joint-meeting@1': jointMeetingLayout,
  'resolution@1': resolutionLayout,
  'duty-handover@1': dutyHandoverLayout,
  'reception-day@1': receptionDayLayout,
  'jurisdiction@1': jurisdictionLayout,
  'urgent-matter@1': urgentMatterLayout,
  'leader-case@1': leaderCaseLayout,
  'supervision@1': supervisionLayout,
  'suggestion-letter@1': suggestionLetterLayout,
  'rectification@1': rectificationLayout,
};
const MARGIN = 24;
const LINE = 15;
const STYLE = [
  'text{font-family:"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",system-ui,sans-serif;fill:#1f2933}',
  '.s{fill:#fff;stroke:#52606d;stroke-width:1.2}.c{fill:#eef2f6}.v{stroke:#0b5cad;stroke-width:2}.r{fill:none;stroke:#0b5cad;stroke-width:2}',
  '.e{fill:none;stroke:#9aa5b1;stroke-width:1.2}.t{stroke:#0b5cad;stroke-width:3.2}.l{font-size:12px;text-anchor:middle;paint-order:stroke;stroke:#fff;stroke-width:3px}',
  '.n{font-size:14px;text-anchor:middle}.b{font-size:11px;fill:#fff;text-anchor:middle}.g{fill:#0b5cad}',
].join('');

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function drawEdge({ from, to, commands, points, label: [x, y] }: LaidOutEdge, taken: boolean, lang: Lang): string {
  const line = points.map(([px, py], n) => `${n === 0 ? 'M' : 'L'}${px} ${py}`).join('');
  const names = commands.map((one, n) => `<tspan x="${x}" y="${y + 12 + n * LINE}">${escaped(commandLabel(one)[lang])}</tspan>`).join('');
  const head = taken ? 'taken' : 'plain';
  return `<g data-from="${escaped(from)}" data-to="${escaped(to)}"><path class="e${taken ? ' t' : ''}" d="${line}" marker-end="url(#${head})"/><text class="l">${names}</text></g>`;
}

function drawState(
  { state, x, y, width, height }: LaidOutState,
  definition: ProcedureDefinition,
  live: { readonly now: boolean; readonly visited: boolean },
  lang: Lang,
): string {
  const classes = ['s', definition.closed.includes(state) ? 'c' : '', live.visited || live.now ? 'v' : '']
    .filter((one) => one !== '')
    .join(' ');
  const ring = live.now ? `<rect class="r" x="${x - 5}" y="${y - 5}" width="${width + 10}" height="${height + 10}" rx="12"/>` : '';
  const badge = live.now
    ? `<rect class="g" x="${x + width - 30}" y="${y - 14}" width="38" height="18" rx="9"/><text class="b" x="${x + width - 11}" y="${y - 1}">${lang === 'zh' ? '现在' : 'now'}</text>`
    : '';
  const name = escaped(stateLabel(definition.id, state)[lang]);
  return `<g data-state="${escaped(state)}"${live.now ? ' aria-current="step"' : ''}>${ring}<rect class="${classes}" x="${x}" y="${y}" width="${width}" height="${height}" rx="8"/><text class="n" x="${x + width / 2}" y="${y + height / 2 + 5}">${name}</text>${badge}</g>`;
}

function description(definition: ProcedureDefinition, live: LivePath, lang: Lang): string {
  const name = (state: string): string => stateLabel(definition.id, state)[lang];
  const way = (live.path ?? []).map(name).join(lang === 'zh' ? '、' : ', ');
  if (live.state === undefined)
    return lang === 'zh'
      ? `“${definition.title.zh}”的各个状态及其间的操作。`
      : `The states of “${definition.title.en}” and the commands between them.`;
  if (lang === 'zh') return `现在：${name(live.state)}。${way === '' ? '' : `经过：${way}。`}`;
  return `Now: ${name(live.state)}.${way === '' ? '' : ` It went through: ${way}.`}`;
}

function marker(id: string, colour: string): string {
  return `<marker id="${id}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="${id === 'taken' ? 4 : 7}" markerHeight="${id === 'taken' ? 4 : 7}" orient="auto"><path d="M0 0L8 4L0 8z" fill="${colour}"/></marker>`;
}

/**
 * The procedure's chart as an SVG document of its own: no script, no reference to anything outside. With `state` and `path`
 * it is live: the present state has a double ring, the lines taken are thick.
 *
 * @throws RangeError when the definition has no layout (run scripts/generate-layouts.mjs).
 */
export function renderDiagram(definition: ProcedureDefinition, live: LivePath = {}): string {
  const layout = LAYOUTS[`${definition.id}@${String(definition.version)}`];
  if (layout === undefined) throw new RangeError(`no layout of ${definition.id}@${String(definition.version)}`);
  const lang = live.lang ?? 'zh';
  const path = live.path ?? [];
  const taken = new Set(path.slice(1).map((state, n) => `${path[n] ?? ''}>${state}`));
  const edges = [...layout.edges].sort((a, b) => Number(taken.has(`${a.from}>${a.to}`)) - Number(taken.has(`${b.from}>${b.to}`)));
  const width = layout.width + 2 * MARGIN;
  const height = layout.height + 2 * MARGIN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-MARGIN} ${-MARGIN} ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="chart-title chart-desc" lang="${lang}">`,
    `<title id="chart-title">${escaped(definition.title[lang])}</title><desc id="chart-desc">${escaped(description(definition, live, lang))}</desc>`,
    `<style>${STYLE}</style><defs>${marker('plain', '#9aa5b1')}${marker('taken', '#0b5cad')}</defs>`,
    `<rect x="${-MARGIN}" y="${-MARGIN}" width="${width}" height="${height}" fill="#fff"/>`,
    ...edges.map((edge) => drawEdge(edge, taken.has(`${edge.from}>${edge.to}`), lang)),
    ...layout.nodes.map((node) =>
      drawState(node, definition, { now: node.state === live.state, visited: path.includes(node.state) }, lang),
    ),
    '</svg>',
  ].join('');
}
