#!/usr/bin/env node
// Lays out the chart of every procedure with elkjs and writes libs/domain/src/definitions/generated/<id>[-<version>].layout.ts.
// `--check` writes nothing and fails when a chart has changed since.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { register } from 'node:module';
import path from 'node:path';
import ELK from 'elkjs/lib/elk.bundled.js';

register('./load-typescript.mjs', import.meta.url);
const { PROCEDURE_DEFINITIONS } = await import('../libs/domain/src/definitions/procedures.ts');
const { commandLabel } = await import('../libs/domain/src/definitions/command-label.ts');
const folder = path.join(import.meta.dirname, '../libs/domain/src/definitions/generated');
const LINE = 15;

/** Wide enough for either language, in the drawing's 12-pixel type. */
const labelWidth = (command) => {
  const { zh, en } = commandLabel(command);
  return Math.max(zh.length * 12, en.length * 6.6) + 6;
};

function graphOf(definition) {
  const edges = new Map();
  for (const { from, to, command } of definition.transitions) {
    if (from === to) continue;
    const key = `${from}>${to}`;
    const edge = edges.get(key) ?? { from, to, commands: [] };
    if (!edge.commands.includes(command)) edge.commands.push(command);
    edges.set(key, edge);
  }
  return {
    edges,
    graph: {
      id: 'root',
      layoutOptions: {
        'elk.algorithm': 'layered',
        'elk.direction': 'DOWN',
        'elk.edgeRouting': 'ORTHOGONAL',
        'elk.spacing.nodeNode': '36',
        'elk.layered.spacing.nodeNodeBetweenLayers': '44',
        // The charts name their states in the order of the main road: whatever leads back is drawn as leading back.
        'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER',
        'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
        'elk.layered.edgeLabels.sideSelection': 'ALWAYS_DOWN',
        'elk.layered.thoroughness': '30',
        'elk.randomSeed': '1',
      },
      children: definition.states.map((id) => ({ id, width: 132, height: 44 })),
      edges: [...edges].map(([id, { from, to, commands }]) => ({
        id,
        sources: [from],
        targets: [to],
        labels: [
          {
            text: id,
            layoutOptions: { 'elk.edgeLabels.inline': 'true' },
            width: Math.ceil(Math.max(...commands.map(labelWidth))),
            height: LINE * commands.length,
          },
        ],
      })),
    },
  };
}

async function layoutOf(definition) {
  const { edges, graph } = graphOf(definition);
  const drawn = await new ELK().layout(graph);
  const round = Math.round;
  return {
    width: round(drawn.width),
    height: round(drawn.height),
    nodes: drawn.children.map(({ id, x, y, width, height }) => ({ state: id, x: round(x), y: round(y), width, height })),
    edges: drawn.edges.map(({ id, sections, labels }) => {
      const [{ startPoint, bendPoints = [], endPoint }] = sections;
      return {
        ...edges.get(id),
        points: [startPoint, ...bendPoints, endPoint].map(({ x, y }) => [round(x), round(y)]),
        label: [round(labels[0].x + labels[0].width / 2), round(labels[0].y)],
      };
    }),
  };
}

/** `joint-meeting` as a name of TypeScript. */
const camelCase = (id) => id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

/** One state or line a row, so that a change of the chart is a small difference. */
function sourceOf(id, { width, height, nodes, edges }) {
  const rows = (list) => list.map((one) => `    ${JSON.stringify(one)},\n`).join('');
  return `// Written by scripts/generate-layouts.mjs; don't edit.
import type { ChartLayout } from '../layout.ts';

// prettier-ignore
export const ${id.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase())}Layout: ChartLayout = {
  width: ${width},
  height: ${height},
  nodes: [
${rows(nodes)}  ],
  edges: [
${rows(edges)}  ],
};
`;
}

const check = process.argv.includes('--check');
mkdirSync(folder, { recursive: true });
for (const definition of PROCEDURE_DEFINITIONS) {
  const { id, version } = definition;
  const file = path.join(folder, version === 1 ? `${id}.layout.ts` : `${id}-${version}.layout.ts`);
  const text = sourceOf(camelCase(version === 1 ? id : `${id}${version}`), await layoutOf(definition));
  if (!check) writeFileSync(file, text);
  else if (readFileSync(file, 'utf8') !== text) {
    console.error(`the layout of ${definition.id} is out of date: run node scripts/generate-layouts.mjs`);
    process.exit(1);
  }
}
