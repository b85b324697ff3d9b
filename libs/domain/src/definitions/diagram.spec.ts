import { renderDiagram } from './diagram.ts';
import { currentDefinition, PROCEDURE_DEFINITIONS } from './procedures.ts';

it.each(PROCEDURE_DEFINITIONS.map((one) => [one.id, one] as const))('draws every state and every way of %s', (_id, definition) => {
  const svg = renderDiagram(definition, { lang: 'en' });
  for (const state of definition.states) expect(svg).toContain(`data-state="${state}"`);
  for (const { from, to } of definition.transitions) if (from !== to) expect(svg).toContain(`data-from="${from}" data-to="${to}"`);
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg".*<title.*<desc.*<\/svg>$/s);
});

it('shows where a case is and how it came there, in both languages', () => {
  const live = { state: 'routed', path: ['registered', 'routed', 'objected', 'routed'] };
  const zh = renderDiagram(currentDefinition('petition'), { ...live, lang: 'zh' });
  expect(zh).toContain('现在：已转送。经过：已登记、已转送、已提异议、已转送。');
  expect(zh.match(/class="e t"/g)).toHaveLength(3);
  expect(zh.match(/aria-current="step"/g)).toHaveLength(1);
  expect(renderDiagram(currentDefinition('petition'), { ...live, lang: 'en' })).toContain('>now</text>');
});

it('refers to nothing outside and runs nothing', () => {
  const svg = renderDiagram(currentDefinition('petition'), { state: 'final' });
  expect(svg).not.toMatch(/<script|href=|url\((?!#)|<image|@import|<foreignObject/);
});
