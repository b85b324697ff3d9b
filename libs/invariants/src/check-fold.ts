import type { CaseSnapshot, Deadline, Decision, DomainEnv, Notice } from '#libs/domain';
import { decide, isOpen, asOfEdition, openCase, projectCase } from '#libs/domain';
import type { CaseHistory } from './case-history.ts';
import { parseBody } from './check-chain.ts';
import type { Finding, InvariantCode } from './finding.ts';
import { same } from './same.ts';

/** What deciding every stored command again has led to. */
interface Folded {
  readonly snapshot: CaseSnapshot | null;
  readonly version: number;
  readonly deadlines: ReadonlyMap<string, Deadline>;
  /** Of each event, who is to be told. */
  readonly notices: ReadonlyMap<number, readonly Notice[]>;
}

/** Decides the stored commands again and compares everything that was stored beside them. */
export function checkFold(history: CaseHistory, env: DomainEnv): readonly Finding[] {
  const findings: Finding[] = [];
  const found = (code: InvariantCode, detail: string, seq: number | null = null): void =>
    void findings.push({ code, caseId: history.row.id, seq, detail });
  const folded = fold(history, env, found);
  if (folded === null) return findings;
  const { row } = history;
  const { snapshot } = folded;
  if (snapshot === null) return findings;
  const stored = { procedure: row.procedure, procedureVersion: row.procedureVersion, state: row.state, context: row.context };
  const { open: _, ...computed } = snapshot;
  if (!same(stored, computed) || row.version !== folded.version)
    found('fold.state', `stored ${row.state} version ${String(row.version)}, folded ${snapshot.state} version ${String(folded.version)}`);
  if (!same(row.open, snapshot.open)) found('deadline.copy', 'differs from what the events made');
  const { closed, ...projected } = projectCase(snapshot);
  if (!same(row.projection, projected))
    found(
      'case.projection',
      Object.keys(projected)
        .filter((key) => !same(row.projection[key], projected[key as keyof typeof projected]))
        .join(),
    );
  if (closed !== (row.closedAt !== null)) found('case.projection', 'closedAt');
  compareDeadlines(history, folded.deadlines, found);
  for (const [seq, notices] of folded.notices) {
    if (notices.some(({ unitId }) => unitId !== null) && !history.toldSeqs.has(seq))
      found('outbox.lost', 'nobody was told, nothing waits to be sent', seq);
  }
  return findings;
}

type Found = (code: InvariantCode, detail: string, seq?: number | null) => void;

function fold({ events }: CaseHistory, env: DomainEnv, found: Found): Folded | null {
  let snapshot: CaseSnapshot | null = null;
  let version = 0;
  const deadlines = new Map<string, Deadline>();
  const notices = new Map<number, readonly Notice[]>();
  for (const event of events) {
    const body = parseBody(event);
    if (body === null) return null;
    let decision: Decision;
    try {
      const law = asOfEdition(env, body.command.edition);
      decision = snapshot === null ? openCase(body.command, law) : decide(snapshot, body.command, law);
    } catch (error) {
      found('fold.refused', error instanceof Error ? error.message : String(error), event.seq);
      return null;
    }
    if (!decision.ok) {
      found('fold.refused', decision.refusal.code, event.seq);
      return null;
    }
    if (!same(JSON.parse(JSON.stringify(decision.facts)), body.facts)) found('fold.facts', body.type, event.seq);
    for (const row of decision.deadlines) endOnce(deadlines.get(row.id), row, event.seq, found);
    for (const row of decision.deadlines) deadlines.set(row.id, row);
    if (decision.notices.length > 0) notices.set(event.seq, decision.notices);
    snapshot = decision.next;
    version += version === 0 || decision.versioned ? 1 : 0;
  }
  return { snapshot, version, deadlines, notices };
}

const isRunning = ({ state }: Deadline): boolean => state === 'armed' || state === 'paused';

function endOnce(before: Deadline | undefined, after: Deadline, seq: number, found: Found): void {
  // Fired and done late is one end with its late act; anything else that has ended stays what it is.
  if (before !== undefined && !isRunning(before) && (before.state !== after.state || before.doneAt !== null))
    found('deadline.twice', after.rule, seq);
}

function compareDeadlines({ row, deadlines: stored }: CaseHistory, folded: ReadonlyMap<string, Deadline>, found: Found): void {
  for (const { endedSeq, ...deadline } of stored) {
    const made = folded.get(deadline.id);
    if (made === undefined || !same(deadline, JSON.parse(JSON.stringify(made)))) found('deadline.row', `${deadline.rule} ${deadline.id}`);
    if ((endedSeq !== null) === isRunning(deadline)) found('deadline.row', `${deadline.rule} ${deadline.id}: ended by ${String(endedSeq)}`);
  }
  const ids = new Set(stored.map(({ id }) => id));
  for (const [id, { rule }] of folded) if (!ids.has(id)) found('deadline.row', `${rule} ${id} is missing`);
  const open = stored.filter(isOpen).map(({ id, version }) => `${id}:${String(version)}`);
  const copies = (Array.isArray(row.open) ? (row.open as readonly Deadline[]) : []).map(({ id, version }) => `${id}:${String(version)}`);
  if (!same([...open].sort(), [...copies].sort())) found('deadline.copy', 'differs from the rows');
}
