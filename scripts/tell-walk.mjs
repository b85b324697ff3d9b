import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const HISTORIES = path.join(import.meta.dirname, '..', 'test', 'replay', 'histories');
/** Recorded walks stand still on one day; told, every step is taken on the next working day at ten. */
const RECORDED_DAY = '2026-03-06';
/** Acts that any case may see at any time, or that lead off the way: a walk is told up to them. */
const ASIDE = new Set(['DEADLINE_STEP', 'RECUSE', 'ADD_MATERIAL', 'REPLY_SUPERVISION', 'WITHDRAW', 'MERGE', 'RECLASSIFY']);

function recorded(name) {
  const folder = path.join(HISTORIES, name);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .map((file) => readFileSync(path.join(folder, file), 'utf8').trim().split('\n').slice(0, -1))
    .map((bodies) => bodies.map((body) => JSON.parse(body).command));
}

function upToAside(commands) {
  const aside = commands.findIndex(({ type }) => ASIDE.has(type));
  return aside === -1 ? commands : commands.slice(0, aside);
}

/** The same command on another day. */
function onDay(command, day) {
  return JSON.parse(JSON.stringify(command).replaceAll(RECORDED_DAY, day));
}

function dayAfter(day, calendar) {
  let next = day;
  do next = new Date(Date.parse(`${next}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  while (calendar.isRest(Date.parse(`${next}T00:00:00Z`) / 86_400_000));
  return next;
}

/** Decides a history again, a step a working day. @returns what each step did, or null when one is refused on its day */
function live(commands, { decide, openCase }, env) {
  let snapshot = null;
  let day = RECORDED_DAY;
  const steps = [];
  for (const command of commands) {
    const dated = onDay(command, day);
    const decision = snapshot === null ? openCase(dated, env) : decide(snapshot, dated, env);
    if (!decision.ok) return null;
    snapshot = decision.next;
    steps.push({ day, command: dated, state: snapshot.state, deadlines: decision.deadlines });
    day = dayAfter(day, env.calendars.current(snapshot.context.divisionPath.at(-1) ?? '430000'));
  }
  return steps;
}

/**
 * The walk of a procedure that passes through the most states and, of these, ends furthest: one of its recorded histories, told a step
 * a working day. @returns {{day, command, state, deadlines}[]}
 */
export function walkOf(definition, domain, env) {
  const told = recorded(`${definition.id}@${definition.version}`)
    .map((commands) => live(upToAside(commands), domain, env))
    .filter((steps) => steps !== null);
  const rank = (steps) => [
    new Set(steps.map(({ state }) => state)).size,
    definition.closed.includes(steps.at(-1).state) ? 1 : 0,
    -steps.length,
  ];
  return told.reduce((best, steps) => {
    const [a, b] = [rank(steps), rank(best)];
    const first = a.findIndex((value, i) => value !== b[i]);
    return first !== -1 && a[first] > b[first] ? steps : best;
  });
}
