import type { DomainEnv, Instant } from '#libs/domain';
import { checkCase } from '#libs/invariants';
import type { ClientLog, Operation } from './client-log.ts';
import type { MemoryStore } from './memory-store.ts';
import type { EventRecord } from './memory-tables.ts';
import { keyPlace } from './memory-tables.ts';

/** Everything that is wrong with a world in which nothing happens any more; empty when all promises were kept. */
export function checkWorld(store: MemoryStore, log: ClientLog, env: DomainEnv): readonly string[] {
  const { tables } = store;
  const findings = store
    .histories()
    .flatMap((history) => checkCase(history, env).map(({ code, caseId, seq, detail }) => `${code} ${caseId ?? ''} ${seq ?? ''} ${detail}`));
  const wrong = (what: string): void => void findings.push(what);
  checkAnswers(store, log, wrong);
  checkOrder(log, wrong);
  checkKeys(store, wrong);
  checkNotices(store, wrong);
  const commands = new Map<unknown, string>();
  for (const [caseId, events] of tables.events) {
    if (!tables.cases.has(caseId)) wrong(`event.orphan ${caseId}`);
    for (const { command_id, seq } of events) {
      if (commands.has(command_id))
        wrong(`command.twice ${String(command_id)} ${caseId} ${seq ?? ''} and ${commands.get(command_id) ?? ''}`);
      commands.set(command_id, `${caseId} ${seq ?? ''}`);
    }
  }
  checkRungs(store, wrong);
  return findings;
}

type Wrong = (what: string) => void;

/** What was acknowledged stands, once; what was refused or shed doesn't. */
function checkAnswers({ tables }: MemoryStore, { operations }: ClientLog, wrong: Wrong): void {
  const at = (caseId: string, seq: number): EventRecord | undefined => tables.events.get(caseId)?.find((event) => event.seq === seq);
  /** Events that people's commands without a key may account for. */
  const unkeyed = { acknowledged: new Set<string>(), unknown: 0 };
  for (const operation of operations) {
    const { name, key, outcomes, expectedVersion } = operation;
    for (const defect of operation.defects) wrong(`defect ${name} ${operation.type}: ${defect}`);
    if (key === null && outcomes.length === 0) unkeyed.unknown += operation.unknown;
    for (const outcome of outcomes) {
      if (outcome.kind === 'key-reused') wrong(`key reused ${name}, though by itself`);
      if (outcome.kind === 'replayed' && outcome.status === 200) {
        const { caseId, seq } = outcome.body as { readonly caseId: string; readonly seq: number };
        if (at(caseId, seq) === undefined) wrong(`client.lost ${name} was told of ${caseId} ${seq}, which isn't there`);
      }
      if (outcome.kind !== 'done') continue;
      const { caseId, seq, commandId, version } = outcome;
      if (at(caseId, seq)?.command_id !== commandId)
        wrong(`client.lost ${name} was told of ${caseId} ${seq}, which is another's or nobody's`);
      if (expectedVersion !== undefined && version !== expectedVersion && version !== expectedVersion + 1)
        wrong(`version ${name} expected ${expectedVersion} and made ${version}`);
      if (key === null) unkeyed.acknowledged.add(commandId);
    }
    checkOne(operation, tables.commandKeys.get(keyPlace(name, key ?? '')) !== undefined, wrong);
  }
  let unaccounted = 0;
  const keyed = new Set([...tables.commandKeys.values()].map(({ command_id }) => command_id));
  for (const events of tables.events.values())
    for (const { body, command_id } of events) {
      const { by } = (JSON.parse(body ?? '') as { readonly command: { readonly by: { readonly role: string } } }).command;
      if (by.role !== 'engine' && !keyed.has(command_id) && !unkeyed.acknowledged.has(command_id ?? '')) unaccounted += 1;
    }
  if (unaccounted > unkeyed.unknown)
    wrong(`doubled: ${unaccounted} events that nobody was told of, ${unkeyed.unknown} answers that never came`);
}

/** All answers to one key say the same, and the key stands exactly if one of them came. */
function checkOne({ name, key, outcomes, unknown }: Operation, recorded: boolean, wrong: Wrong): void {
  if (key === null) return;
  const told = new Set<string>();
  for (const outcome of outcomes) {
    if (outcome.kind === 'done') told.add(`${outcome.caseId} ${outcome.seq}`);
    else if (outcome.kind === 'replayed') {
      const body = outcome.body as { readonly caseId?: string; readonly seq?: number; readonly code?: string };
      told.add(outcome.status === 200 ? `${body.caseId ?? ''} ${body.seq ?? ''}` : (body.code ?? ''));
    } else if (outcome.kind === 'version-conflict' || (outcome.kind === 'refused' && outcome.refusal.kind === 'refused'))
      told.add(outcome.kind);
  }
  if (told.size > 1) wrong(`key.outcome ${name} was told ${[...told].join(' and ')}`);
  if (told.size > 0 && !recorded) wrong(`key.outcome ${name} was answered, but its key is not recorded`);
  if (told.size === 0 && unknown === 0 && recorded) wrong(`key.outcome ${name} was told that nothing is stored, but its key is recorded`);
}

/** Of one case: what was answered before another thing was asked for stands before it, and versions never go back. */
function checkOrder({ operations }: ClientLog, wrong: Wrong): void {
  const done = operations.flatMap(({ name, sentAt, doneAt, outcomes }) => {
    const outcome = outcomes.find(({ kind }) => kind === 'done');
    return outcome?.kind === 'done' && doneAt !== null ? [{ name, sentAt, doneAt, outcome }] : [];
  });
  for (const before of done)
    for (const after of done) {
      const [a, b] = [before.outcome, after.outcome];
      if (before === after || a.caseId !== b.caseId) continue;
      if (before.doneAt < after.sentAt && a.seq >= b.seq) wrong(`order ${after.name} came after ${before.name} and stands before it`);
      if (a.seq < b.seq && a.version > b.version) wrong(`order version of ${after.name} is older than that of ${before.name}`);
    }
}

/** A recorded success has its event, a recorded refusal none. */
function checkKeys({ tables }: MemoryStore, wrong: Wrong): void {
  for (const { scope, command_id, case_id, status } of tables.commandKeys.values()) {
    const stands = tables.events.get(case_id ?? '')?.some((event) => event.command_id === command_id) ?? false;
    if ((status ?? 0) < 300 !== stands)
      wrong(`key.outcome ${scope ?? ''} says ${status ?? 0}, its event ${stands ? 'stands' : 'is missing'}`);
  }
}

/** Everybody who is to be told was told, once. */
function checkNotices({ tables }: MemoryStore, wrong: Wrong): void {
  const written = new Map<number, number>();
  for (const { outboxId } of tables.notices.values()) written.set(outboxId, (written.get(outboxId) ?? 0) + 1);
  for (const { id, topic, case_id, seq, payload, done, buried } of tables.outbox) {
    if (topic !== 'notice') continue;
    const { notices } = JSON.parse(payload ?? '') as { readonly notices: readonly { readonly unitId: string | null }[] };
    const expected = notices.filter(({ unitId }) => unitId !== null).length;
    if (!done) wrong(`outbox.lost ${case_id ?? ''} ${seq ?? ''} was never delivered`);
    else if (!buried && written.get(id) !== expected && expected > 0)
      wrong(`notice.count ${case_id ?? ''} ${seq ?? ''}: ${written.get(id) ?? 0} of ${expected}`);
  }
}

/** Nothing that is due is left lying, and every ladder was climbed rung by rung. */
function checkRungs(store: MemoryStore, wrong: Wrong): void {
  const { legalNow, tables } = store;
  for (const { id, rule, next_at, version } of tables.deadlines.values())
    if (typeof next_at === 'string' && next_at <= legalNow)
      wrong(`deadline.late ${rule ?? ''} ${id ?? ''} version ${version ?? 0} is due since ${next_at}`);
  const order = ['deadline.reminded', 'deadline.passed', 'deadline.urged', 'supervision.opened'];
  for (const events of tables.events.values()) {
    const climbed = new Map<string, number>();
    for (const { body } of events) {
      const { facts } = JSON.parse(body ?? '') as {
        readonly facts: readonly { readonly type: string; readonly data?: { readonly deadlineId?: string } }[];
      };
      for (const { type, data } of facts) {
        const rung = order.indexOf(type);
        const id = data?.deadlineId;
        if (rung < 0 || id === undefined) continue;
        const before = climbed.get(id) ?? -1;
        if (rung <= before) wrong(`deadline.order ${id}: ${type} after ${order[before] ?? ''}`);
        if (rung > 1 && before < 1) wrong(`deadline.order ${id}: ${type} without having passed`);
        climbed.set(id, rung);
      }
    }
  }
}

/** Of a commit, at its instant: nothing is early by the database's own clock, whatever the clocks of those who ask. */
export function earlyIn(
  event: EventRecord,
  lastAt: Instant | undefined,
  now: Instant,
  dueAt: (deadlineId: string) => Instant | undefined,
): string | null {
  if (typeof event.at !== 'string') return null;
  // Where the clock was set back, a case's time stands still until it is reached again.
  if (event.at > now && event.at !== lastAt) return `time ${event.type ?? ''} is written for ${event.at}, it is ${now}`;
  const { facts } = JSON.parse(event.body ?? '') as {
    readonly facts: readonly { readonly type: string; readonly data?: { readonly deadlineId?: string } }[];
  };
  for (const { type, data } of facts) {
    const due = type === 'deadline.passed' && data?.deadlineId !== undefined ? dueAt(data.deadlineId) : undefined;
    if (due !== undefined && due > now) return `deadline.early ${data?.deadlineId ?? ''} fired at ${now}, due ${due}`;
  }
  return null;
}
