import type { Actor, Directory, Instant } from '#libs/domain';
import type { Engine, Outcome } from '#libs/engine';
import type { LedgerRow } from './ledger-row.ts';

/** How a replay registers a row and who acts in it. */
export interface ReplayParts {
  readonly engine: Engine;
  readonly directory: Directory;
  readonly clerk: Actor;
  readonly register: (row: LedgerRow) => Promise<Outcome>;
  readonly progress: (done: number) => void;
}

/** A step of the replay that the engine did not accept: the ledger and the law disagree, or there is a bug. */
export class ReplayRefused extends Error {
  override readonly name = 'ReplayRefused';
}

interface Happening {
  readonly at: Instant;
  readonly row: LedgerRow;
  readonly kind: 'received' | 'replied';
}

/**
 * Lives an answered ledger through again under the manual clock: each message is registered, forwarded and accepted when it
 * came in, answered and served when it was answered, and every deadline on the way fires at its own instant. In the end the
 * clock goes on until nothing is left to fire. Rows without an answer are left out.
 *
 * @returns which case each message became, by row id
 * @throws ReplayRefused when the engine refuses a step
 */
export async function replayLedger(rows: readonly LedgerRow[], parts: ReplayParts): Promise<ReadonlyMap<string, string>> {
  const happenings: Happening[] = rows
    .filter((row) => row.repliedAt !== null)
    .flatMap((row) => [
      { at: row.receivedAt, row, kind: 'received' as const },
      { at: row.repliedAt ?? row.receivedAt, row, kind: 'replied' as const },
    ])
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.kind < b.kind ? 1 : a.kind > b.kind ? -1 : a.row.line - b.row.line));
  const cases = new Map<LedgerRow, OpenCase>();
  const became = new Map<string, string>();
  for (const { at, row, kind } of happenings) {
    await advance(parts.engine, at);
    if (kind === 'received') {
      const open = await receive(row, parts);
      cases.set(row, open);
      became.set(row.id, open.id);
    } else {
      await reply(row, cases.get(row), parts);
      cases.delete(row);
      parts.progress(became.size - cases.size);
    }
  }
  await climbUntil(parts.engine, null);
  return became;
}

interface OpenCase {
  readonly id: string;
  readonly handler: Actor;
}

/** Moves the clock to `to`, stopping at every instant at which a ladder has a rung. */
async function advance(engine: Engine, to: Instant): Promise<void> {
  await climbUntil(engine, to);
  await engine.setManualClock(to);
}

/** Climbs every rung up to `to` (all there are, if null), each at its own instant, new ones included. */
async function climbUntil(engine: Engine, to: Instant | null): Promise<void> {
  let clock: Instant | null = null;
  for (let rung = await engine.nextRungAt(); rung !== null && (to === null || rung <= to); rung = await engine.nextRungAt()) {
    // A rung that lies behind the clock is climbed where the clock stands.
    if (clock === null || rung > clock) await engine.setManualClock(rung);
    clock = rung;
    await engine.fireDue({ limit: 500 });
  }
}

async function receive(row: LedgerRow, { engine, directory, clerk, register }: ReplayParts): Promise<OpenCase> {
  const registered = accepted(await register(row), row, 'REGISTER');
  const lead = directory.unit(registered.snapshot.context.leadUnitId);
  if (lead === undefined) throw new ReplayRefused(`row ${row.id}: no lead unit`);
  const handler: Actor = { userId: null, role: 'handler', roles: ['handler'], unitId: lead.id, division: lead.division };
  const send = async (actor: Actor, type: string, payload: Record<string, unknown>): Promise<void> => {
    accepted(await engine.execute({ caseId: registered.caseId, actor, type, payload }), row, type);
  };
  await send(clerk, 'FORWARD', { unitId: lead.id });
  await send(handler, 'ACCEPT', {});
  return { id: registered.caseId, handler };
}

async function reply(row: LedgerRow, open: OpenCase | undefined, { engine }: ReplayParts): Promise<void> {
  if (open === undefined || row.repliedAt === null) throw new ReplayRefused(`row ${row.id}: answered before it came in`);
  const send = async (type: string, payload: Record<string, unknown>): Promise<void> => {
    accepted(await engine.execute({ caseId: open.id, actor: open.handler, type, payload }), row, type);
  };
  await send('ISSUE_OPINION', {
    outcome: 'EXPLAIN',
    request: row.title,
    facts: row.title,
    opinion: row.reply ?? row.title,
    basis: '原台账未载明',
  });
  // Asia/Shanghai has been UTC+8 without summer time since 1992.
  const civilDate = new Date(Date.parse(row.repliedAt) + 8 * 3_600_000).toISOString().slice(0, 10);
  await send('RECORD_SERVICE', { method: 'electronic', receivedOn: civilDate });
}

function accepted(outcome: Outcome, row: LedgerRow, type: string): Extract<Outcome, { kind: 'done' }> {
  if (outcome.kind === 'done') return outcome;
  const why = outcome.kind === 'refused' ? outcome.refusal.code : outcome.kind;
  throw new ReplayRefused(`row ${row.id}: ${type} was not accepted (${why})`);
}
