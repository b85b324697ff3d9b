import { createHash } from 'node:crypto';
import type { CaseCommand, Fact } from '#libs/domain';
import type { CaseHistory, StoredEventRow } from './case-history.ts';
import type { Finding, InvariantCode } from './finding.ts';

/** What a stored body holds, as far as the checker needs it. */
export interface ParsedBody {
  readonly caseId: string;
  readonly seq: number;
  readonly type: string;
  readonly at: string;
  readonly recordedAt: string;
  readonly machine: string;
  readonly command: CaseCommand;
  readonly facts: readonly Fact[];
  readonly prevHash: string | null;
}

export function parseBody(event: StoredEventRow): ParsedBody | null {
  try {
    return JSON.parse(event.body) as ParsedBody;
  } catch {
    return null;
  }
}

/** Numbering, hashes, columns against bodies, time, and the row's head: everything that needs no law. */
export function checkChain({ row, events }: CaseHistory): readonly Finding[] {
  const findings: Finding[] = [];
  let before: StoredEventRow | null = null;
  for (const [i, event] of events.entries()) {
    const found = (code: InvariantCode, detail: string): void => void findings.push({ code, caseId: row.id, seq: event.seq, detail });
    if (event.seq !== i + 1) found('seq.gap', `place ${String(i + 1)} has number ${String(event.seq)}`);
    if (createHash('sha256').update(event.body).digest('hex') !== event.hash)
      found('chain.hash', 'the body was changed after it was hashed');
    if (event.prevHash !== (before?.hash ?? null)) found('chain.link', 'does not name the hash of the event before');
    const body = parseBody(event);
    for (const wrong of body === null ? ['body'] : wrongColumns(row.id, event, body)) found('event.columns', wrong);
    if (before !== null && event.at < before.at) found('event.time', `${event.at} after ${before.at}`);
    before = event;
  }
  if (before?.seq !== row.seq || before.hash !== row.headHash || before.at !== row.lastAt) {
    findings.push({ code: 'case.head', caseId: row.id, seq: row.seq, detail: `the last event is ${String(before?.seq ?? 0)}` });
  }
  return findings;
}

function wrongColumns(caseId: string, event: StoredEventRow, body: ParsedBody): readonly string[] {
  const pairs = {
    caseId: [caseId, body.caseId],
    seq: [event.seq, body.seq],
    type: [event.type, body.type],
    at: [event.at, body.at],
    recordedAt: [event.recordedAt, body.recordedAt],
    commandId: [event.commandId, body.command.commandId],
    prevHash: [event.prevHash, body.prevHash],
  };
  return Object.entries(pairs)
    .filter(([, [column, stored]]) => column !== stored)
    .map(([name]) => name);
}
