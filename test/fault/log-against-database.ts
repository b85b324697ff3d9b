import type pg from 'pg';
import type { Operation } from './client-log.ts';

interface KeyedEvents {
  readonly key: string;
  readonly events: number;
}

/**
 * Holds what the clients heard against the event log: acknowledged is exactly one event, refused none, unknown at most one. Told
 * twice: by the key table, and (because a second event could bypass it) by counting titles and each case's events.
 * @returns one line for each contradiction
 */
export async function contradictions(pool: pg.Pool, operations: readonly Operation[]): Promise<readonly string[]> {
  return [...(await byKey(pool, operations)), ...(await byTitle(pool, operations)), ...(await byCase(pool, operations))];
}

async function byKey(pool: pg.Pool, operations: readonly Operation[]): Promise<readonly string[]> {
  const { rows } = await pool.query<KeyedEvents>(
    `select k.key, count(e.command_id)::int as events from jiefen.command_keys k
     left join jiefen.events e on e.case_id = k.case_id and e.command_id = k.command_id group by k.scope, k.key`,
  );
  const events = new Map(rows.map(({ key, events: count }) => [key, count]));
  return operations.flatMap((operation) => wrong(operation, events.get(operation.key) ?? 0, 'events under its key'));
}

async function byTitle(pool: pg.Pool, operations: readonly Operation[]): Promise<readonly string[]> {
  const { rows } = await pool.query<{ title: string; cases: number }>(
    "select title, count(*)::int as cases from jiefen.cases where not sealed and class <> 'RECORD' and main_case_id is null group by title",
  );
  const cases = new Map(rows.map(({ title, cases: count }) => [title, count]));
  const known = new Set(operations.map(({ title }) => title));
  return [
    ...operations.flatMap((operation) =>
      operation.title === null ? [] : wrong(operation, cases.get(operation.title) ?? 0, 'cases of its title'),
    ),
    ...[...cases.keys()].filter((title) => !known.has(title)).map((title) => `a case that nobody registered: ${title}`),
  ];
}

/** A case's events that people caused: not fewer than were acknowledged, not more than were asked for. */
async function byCase(pool: pg.Pool, operations: readonly Operation[]): Promise<readonly string[]> {
  const { rows } = await pool.query<{ case_id: string; record: boolean; events: number }>(
    `select e.case_id, (k.class = 'RECORD' or k.main_case_id is not null) as record, count(*) filter (where e.body::jsonb #>> '{command,by,role}' <> 'engine')::int as events
     from jiefen.events e join jiefen.cases k on k.id = e.case_id group by e.case_id, k.class, k.main_case_id`,
  );
  const bounds = new Map<string, { least: number; most: number }>();
  for (const { caseId, certainty } of operations) {
    if (caseId === null || certainty === 'refused') continue;
    const { least, most } = bounds.get(caseId) ?? { least: 0, most: 0 };
    bounds.set(caseId, { least: least + (certainty === 'acknowledged' ? 1 : 0), most: most + 1 });
  }
  const missing = [...bounds.keys()].filter((id) => !rows.some(({ case_id }) => case_id === id));
  return [
    ...missing.map((id) => `case ${id} is gone`),
    ...rows.flatMap(({ case_id, record, events }) => {
      // A registration that stayed unknown made a case whose id no client ever heard; records are opened by the engine too.
      const { least, most } = bounds.get(case_id) ?? { least: record ? 0 : 1, most: 1 };
      return events >= least && events <= most
        ? []
        : [`case ${case_id} has ${String(events)} events of people, expected ${String(least)} to ${String(most)}`];
    }),
  ];
}

function wrong({ type, key, certainty }: Operation, count: number, what: string): readonly string[] {
  const allowed = certainty === 'acknowledged' ? [1] : certainty === 'refused' ? [0] : [0, 1];
  return allowed.includes(count) ? [] : [`${type} ${key} is ${certainty} and has ${String(count)} ${what}`];
}
