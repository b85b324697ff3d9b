#!/usr/bin/env node
// Writes docs/lifecycle.md (a chart of each procedure), docs/commands.md (state × command × role, for lawyers) and
// docs/events.md (every type of fact) and docs/rule-packs.md (every limit, by region and date) from the definitions. `--check` writes nothing and fails on a difference.
import { readFileSync, writeFileSync } from 'node:fs';
import { register } from 'node:module';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';

register('./load-typescript.mjs', import.meta.url);
const domain = '../libs/domain/src/definitions';
const { PROCEDURE_DEFINITIONS } = await import(`${domain}/procedures.ts`);
const { commandTable } = await import(`${domain}/command-table.ts`);
const { commandLabel } = await import(`${domain}/command-label.ts`);
const { stateLabel } = await import(`${domain}/state-labels.ts`);
const { EVENT_CATALOGUE } = await import(`${domain}/event-catalogue.ts`);
const { RULE_PACKS } = await import('../libs/domain/src/rule-packs/index.ts');
const { firstEdition, OFFICIAL_CALENDARS } = await import('../libs/domain/src/index.ts');
const domainCode = await import('../libs/domain/src/index.ts');
const { lawThen } = await import('../test/replay/recorded-history.ts');
const { walkOf } = await import('./tell-walk.mjs');
const { EXPLAINED_ONLY } = await import('../libs/domain/src/rule-packs/explained-only.ts');

const NOTE = '<!-- Written by scripts/generate-lifecycle.mjs; change the definitions, not this page. -->';
const cell = (text) => text.replaceAll('|', '\\|');
const both = ({ zh, en }) => `${zh} / ${en}`;
const node = (state) => state.replaceAll('-', '_');
// Regions override the country's rules: told here are the country's, as far as it has them.
const national = RULE_PACKS.filter(({ region }) => region === 'CN');
const rules = new Map([...RULE_PACKS, ...national].flatMap((pack) => pack.rules.map((rule) => [rule.id, rule])));

function mermaid(definition) {
  const edges = new Map();
  for (const { from, to, command } of definition.transitions) {
    if (from === to) continue;
    const key = `${node(from)} --> ${node(to)}`;
    edges.set(key, [...new Set([...(edges.get(key) ?? []), commandLabel(command).zh])]);
  }
  const states = definition.states.map((state) => {
    const { zh, en } = stateLabel(definition.id, state);
    return `  state "${zh} ${en}" as ${node(state)}`;
  });
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...states,
    `  [*] --> ${node(definition.initial)}`,
    ...[...edges].map(([edge, commands]) => `  ${edge}: ${commands.join('、')}`),
    '  archived --> [*]',
    '```',
  ].join('\n');
}

const ENDED = {
  met: ['止', 'ends'],
  cancelled: ['撤', 'cancelled'],
  superseded: ['换', 'replaced'],
  paused: ['停', 'stopped'],
  fired: ['届满', 'passes'],
};
const ROLES = {
  clerk: '窗口人员 / clerk',
  handler: '承办人 / handler',
  head: '负责人 / head',
  mediator: '调解员 / mediator',
  petitioner: '信访人 / petitioner',
  supervisor: '督办人员 / supervisor',
  leader: '领导 / leader',
};

function clockChange(row, known) {
  const { title, basis } = rules.get(row.rule);
  const name = `${row.rule} ${both(title)}`;
  if (row.state === 'armed' && known.get(row.id) !== row.dueDate) return `起 starts ${name}: ${row.dueDate} (${both(basis)})`;
  const [zh, en] = ENDED[row.state] ?? ['', ''];
  return zh === '' ? null : `${zh} ${en} ${row.rule}`;
}

const functions = JSON.parse(readFileSync(path.join(import.meta.dirname, '../prisma/seed/data/functions.json'), 'utf8'));
const FUNCTIONS = new Map(functions.map(({ code, zh }) => [code, zh]));
const newest = ({ id, version }) => PROCEDURE_DEFINITIONS.find((one) => one.id === id)?.version === version;

/** One way through a procedure, from a recorded history of it; a step a working day. */
function walk(definition) {
  const env = lawThen(firstEdition({ calendars: OFFICIAL_CALENDARS, rulePacks: RULE_PACKS, procedures: PROCEDURE_DEFINITIONS }));
  const known = new Map();
  const rows = walkOf(definition, domainCode, env).map(({ day, command, state, deadlines }) => {
    const clocks = deadlines.map((row) => clockChange(row, known)).filter((text) => text !== null);
    for (const row of deadlines) known.set(row.id, row.dueDate);
    const unit = env.directory.unit(command.by.unitId ?? '');
    const place = unit === undefined ? '' : `, ${env.directory.division(unit.division).name}${FUNCTIONS.get(unit.function) ?? ''}`;
    const who = `${ROLES[command.by.role] ?? command.by.role}${place}`;
    const label = command.type === 'REGISTER' ? '登记 / Register' : both(commandLabel(command.type));
    return `| ${day} | ${who} | ${label} | ${both(stateLabel(definition.id, state))} | ${cell(clocks.join('<br>'))} |`;
  });
  return [
    '### 走一遍 / A walk',
    ['| 日期 day | 谁 who | 做什么 what | 到 leads to | 期限 clocks |', '|---|---|---|---|---|', ...rows].join('\n'),
  ].join('\n\n');
}

function lifecycle() {
  const sections = PROCEDURE_DEFINITIONS.map((definition) => {
    const clocks = definition.deadlines.map((id) => {
      const rule = rules.get(id);
      return `| ${id} | ${cell(both(rule.title))} | ${cell(both(rule.basis))} |`;
    });
    return [
      `## ${both(definition.title)} (\`${definition.id}@${definition.version}\`)`,
      both(definition.basis),
      mermaid(definition),
      `Closed states: ${definition.closed.map((state) => `${stateLabel(definition.id, state).zh} \`${state}\``).join(', ')}.`,
      ['| Deadline | | Basis |', '|---|---|---|', ...clocks].join('\n'),
      ...(newest(definition) ? [walk(definition)] : []),
    ].join('\n\n');
  });
  return [
    '# The life of a case',
    NOTE,
    'What each command asks for and who may send it: [commands.md](commands.md). What is written down when it happens: [events.md](events.md). Nothing that expires changes a state but the transitions named `… passes` here.',
    'Under each chart one way through it, told from a recorded history that every release must still live through: a step a working day, with the clocks that it starts and ends. / 每张图下面是一次完整的办理过程：每个工作日一步，并列出开始和结束的期限。',
    ...sections,
  ].join('\n\n');
}

function commandRow(definition, row) {
  const leads = row.leadsTo.map(
    ({ state, when }) => `${stateLabel(definition.id, state).zh} \`${state}\`${when === null ? '' : ` (${both(when)})`}`,
  );
  const conditions = row.conditions.map(({ name, text }) => `${text.zh} \`${name}\``);
  return `| ${row.label.zh} \`${row.command}\` | ${cell(leads.join('<br>'))} | ${cell(row.who.map(both).join('<br>'))} | ${row.roles.join(', ')} | ${cell(conditions.join('<br>'))} |`;
}

/** Each condition once, in both languages, with its article: the tables name it. */
function conditionsTable() {
  const all = PROCEDURE_DEFINITIONS.flatMap((definition) => commandTable(definition).flatMap((row) => row.conditions));
  const byName = new Map(all.map((one) => [one.name, one]));
  const rows = [...byName.values()].map(({ name, text, basis }) => `| \`${name}\` | ${text.zh} | ${text.en} | ${basis} |`);
  return ['## 条件 / Conditions', ['| | 条件 | Condition | 依据 basis |', '|---|---|---|---|', ...rows].join('\n')].join('\n\n');
}

function commands() {
  const sections = PROCEDURE_DEFINITIONS.flatMap((definition) => {
    const table = commandTable(definition);
    return [
      `## ${both(definition.title)} (\`${definition.id}@${definition.version}\`)`,
      ...definition.states.map((state) => {
        const rows = table.filter((row) => row.state === state);
        const title = `### ${both(stateLabel(definition.id, state))} \`${state}\``;
        if (rows.length === 0) return `${title}\n\n不再接受任何操作 / nothing more is accepted.`;
        return [
          title,
          [
            '| 操作 command | 结果 leads to | 谁可以 who may | 角色 roles | 条件 conditions |',
            '|---|---|---|---|---|',
            ...rows.map((row) => commandRow(definition, row)),
          ].join('\n'),
        ].join('\n\n');
      }),
    ];
  });
  return [
    '# 状态、操作与角色 / States, commands and roles',
    NOTE,
    '此表列出每个状态下可以进行的操作；未列出的一律不予执行，并说明理由。 / The commands each state accepts. Whatever is not listed is refused, with the reason.',
    '回避人员（第28条第3款）在任何操作上均被拒绝；被排除的单位不得接收、协助或审查。 / A recused person is refused everything; an excluded unit neither receives, assists nor reviews.',
    '<!-- prettier-ignore-start -->',
    ...sections,
    conditionsTable(),
    '<!-- prettier-ignore-end -->',
  ].join('\n\n');
}

function events() {
  const rows = Object.entries(EVENT_CATALOGUE).map(
    ([type, { text, data }]) => `| \`${type}\` | ${text.zh} | ${text.en} | ${data.map((name) => `\`${name}\``).join(', ')} |`,
  );
  return [
    '# Event catalogue',
    NOTE,
    'Every fact that may stand in a case’s history. `data` holds codes, ids, dates and numbers, never free text or a person’s data; fields that don’t apply are left out. An event has the type of its first fact.',
    '<!-- prettier-ignore-start -->',
    ['| Type | 名称 | Meaning | Data |', '|---|---|---|---|', ...rows].join('\n'),
    '<!-- prettier-ignore-end -->',
  ].join('\n\n');
}

const UNITS = {
  cd: '日 calendar days',
  wd: '工作日 working days',
  month: '个月 month',
  'set-by-person': '由人指定 set by a person',
  minute: '分钟 minutes',
};

function limitOf({ amount, unit, extension }) {
  const limit = unit === 'set-by-person' ? UNITS[unit] : `${amount} ${UNITS[unit]}`;
  return extension === null ? limit : `${limit}, +≤ ${extension.max}`;
}

function rungOf(rung) {
  if (rung.step === 'pass') return 'pass';
  if (rung.step === 'remind') return `remind −${rung.workingDaysBefore}`;
  if (rung.step === 'escalate') return `escalate → ${rung.to}${rung.reply === null ? '' : ` (${rung.reply})`}`;
  return `${rung.step} +${rung.workingDaysAfter}${rung.step === 'supervise' ? ` (${rung.reply})` : ''}`;
}

/** What a pack says besides limits, each with its article. */
function conditionsOf({ conditions = {} }) {
  const { representatives, endGrounds, noIdenticalOpinion, otherConditions = [] } = conditions;
  const lines = [];
  if (representatives !== undefined) {
    const { fewPeople, max } = representatives.value;
    lines.push(`- At most ${fewPeople.max} representatives of up to ${fewPeople.upTo} people, else ${max}: ${both(representatives.basis)}`);
  }
  if (endGrounds !== undefined) lines.push(`- A matter is ended by ${endGrounds.value.join(', ')}: ${both(endGrounds.basis)}`);
  if (noIdenticalOpinion !== undefined) lines.push(`- No identical opinion after a revocation: ${both(noIdenticalOpinion.basis)}`);
  for (const { text, basis } of otherConditions) lines.push(`- ${both(text)} (judged by people): ${both(basis)}`);
  return lines.length === 0 ? [] : [lines.join('\n')];
}

function rulePacks() {
  const sections = RULE_PACKS.flatMap((pack) => [
    `## ${both(pack.title)} (\`${pack.id}\`)`,
    `Region ${pack.region}, from ${pack.effectiveFrom}${pack.effectiveTo === null ? '' : ` to ${pack.effectiveTo}`}.`,
    ...(pack.status === undefined ? [] : [`**${both(pack.status.text)}.**`]),
    [
      '| Rule | 期限 Limit | Amount | Ladder | Basis | Sure |',
      '|---|---|---|---|---|---|',
      ...pack.rules.map(
        (rule) =>
          `| \`${rule.id}\` | ${both(rule.title)} | ${limitOf(rule)} | ${rule.ladder.map(rungOf).join(', ')} | ${both(rule.basis)} | ${rule.confidence}${rule.localDefault ? ', local default' : ''} |`,
      ),
    ].join('\n'),
    ...conditionsOf(pack),
  ]);
  const explained = Object.entries(EXPLAINED_ONLY).map(([id, why]) => `| \`${id}\` | ${both(why)} |`);
  return [
    '# 规则包 / Rule packs',
    NOTE,
    'A region’s pack overrides the wider ones rule by rule; a limit is governed by the law of the day and place that started it. Days of a ladder are working days before (−) or after (+) the due date; an escalation follows a reply clock that ran out. How sure a figure is: T read in the full statute, T-older in one that predates 2022, P read on a public page, C practice, S stated in the sources, D inferred by design.',
    '<!-- prettier-ignore-start -->',
    ...sections,
    '## 只作说明 / Explained only',
    ['| Rule | Why no step of a procedure starts it |', '|---|---|', ...explained].join('\n'),
    '<!-- prettier-ignore-end -->',
  ].join('\n\n');
}

const check = process.argv.includes('--check');
const pages = { 'lifecycle.md': lifecycle(), 'commands.md': commands(), 'events.md': events(), 'rule-packs.md': rulePacks() };
for (const [name, text] of Object.entries(pages)) {
  const file = path.join(import.meta.dirname, '../docs', name);
  const page = await format(text, { ...(await resolveConfig(file)), parser: 'markdown' });
  if (!check) writeFileSync(file, page);
  else if (readFileSync(file, 'utf8') !== page) {
    console.error(`docs/${name} is out of date: run node scripts/generate-lifecycle.mjs`);
    process.exit(1);
  }
}
