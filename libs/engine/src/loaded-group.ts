import type { Instant } from '#libs/domain';
import { RecentlyUsed } from '#libs/identity';
import type { DecidedAt } from './clock-estimate.ts';
import { ClockEstimate } from './clock-estimate.ts';
import type { EngineIdentity } from './engine-identity.ts';
import type { CaseRow, GroupSession } from './engine-store.ts';
import type { LoadedCase } from './loaded-case.ts';
import type { Pending } from './pending.ts';
import type { ProcessTime } from './process-time.ts';

export interface KnownKey {
  readonly bodyHash: string;
  readonly status: number;
  readonly body: unknown;
  readonly caseId: string | null;
}

/** What a group of commands is decided on, read at one moment. */
export interface LoadedGroup extends DecidedAt {
  readonly cases: ReadonlyMap<string, LoadedCase>;
  /** By `scope NUL key`. */
  readonly keys: ReadonlyMap<string, KnownKey>;
}

const NO_KEYS: LoadedGroup['keys'] = new Map();
const CASES_IN_MEMORY = 10_000;

/** Reads groups. A case that this process wrote last is not sent again: its head hash says that nothing has changed. */
export class GroupReader {
  readonly #recent = new RecentlyUsed<LoadedCase>(CASES_IN_MEMORY);
  readonly clock: ClockEstimate;

  constructor(
    private readonly identity: EngineIdentity,
    time: ProcessTime,
  ) {
    this.clock = new ClockEstimate(time);
  }

  /**
   * The group from memory, without asking the database; undefined where something of it isn't known here. Good enough to accept by:
   * the commit checks cases, keys and clock. Never to refuse by, nor to answer from.
   */
  recall(group: readonly Pending[]): LoadedGroup | undefined {
    const at = this.clock.now();
    if (at === undefined) return undefined;
    const cases = new Map<string, LoadedCase>();
    for (const pending of group) {
      // A rung must be due by the database's clock, not by an estimate that is a little late.
      if (pending.rung !== undefined || pending.related.length > 0) return undefined;
      if (pending.registers) continue;
      const known = this.#recent.get(pending.caseId);
      if (known === undefined || this.#needsVault(pending)) return undefined;
      cases.set(pending.caseId, known);
    }
    return { ...at, cases, keys: NO_KEYS };
  }

  async read(session: GroupSession, group: readonly Pending[]): Promise<LoadedGroup> {
    const known = new Map<string, LoadedCase | undefined>();
    const scopes: string[] = [];
    const keys: string[] = [];
    const vaults: string[] = [];
    for (const pending of group) {
      if (!pending.registers) known.set(pending.caseId, this.#recent.get(pending.caseId));
      for (const id of pending.related) known.set(id, this.#recent.get(id));
      if (pending.idempotency !== undefined) {
        scopes.push(pending.idempotency.scope);
        keys.push(pending.idempotency.key);
      }
      if (!pending.registers && this.#needsVault(pending)) vaults.push(pending.caseId);
    }
    const heads = [...known.values()].map((one) => one?.headHash ?? '');
    const row = await session.load({ caseIds: [...known.keys()], heads, scopes, keys, vaults });
    for (const [caseId, wrapped] of row.vaults ?? []) this.identity.openVault(caseId, Buffer.from(wrapped, 'base64'));
    this.clock.told(row);
    const realNow = row.real_now.toISOString();
    const manual = row.manual?.toISOString() ?? null;
    return {
      manual,
      legalNow: manual ?? realNow,
      realNow,
      cases: new Map((row.cases ?? []).map((one) => [one[0], this.#loaded(one, known.get(one[0]))])),
      keys: new Map(
        (row.keys ?? []).map(([scope, key, bodyHash, status, body, caseId]) => [
          `${scope}\u0000${key}`,
          { bodyHash, status, body, caseId },
        ]),
      ),
    };
  }

  /** After a commit: the next command on the case need not read it. */
  remember(caseId: string, loaded: LoadedCase): void {
    this.#recent.set(caseId, loaded);
  }

  #needsVault({ texts, caseId }: Pending): boolean {
    return Object.keys(texts).length > 0 && this.identity.knownVault(caseId) === undefined;
  }

  #loaded([id, headHash, seq, version, caseNo, lastAt, closedAt, snapshot]: CaseRow, known: LoadedCase | undefined): LoadedCase {
    const present = snapshot ?? known?.snapshot;
    if (present === undefined) throw new Error('a case was neither sent nor known');
    const loaded = {
      snapshot: present,
      headHash,
      seq,
      version,
      caseNo,
      lastAt: instant(lastAt),
      closedAt: closedAt === null ? null : instant(closedAt),
    };
    if (snapshot !== null) this.#recent.set(id, loaded);
    return loaded;
  }
}

function instant(timestamp: string): Instant {
  return new Date(timestamp).toISOString();
}
