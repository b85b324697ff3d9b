import type { CaseHistory } from './case-history.ts';
import { parseBody } from './check-chain.ts';
import type { Finding } from './finding.ts';

/** Encrypted texts and parties: exactly those that the events name. */
export function checkRows({ row, events, documents, partyIds }: CaseHistory): readonly Finding[] {
  const findings: Finding[] = [];
  const named = new Map<string, string>();
  const parties = new Set<string>();
  for (const event of events) {
    const command = parseBody(event)?.command;
    for (const { id, field, digest } of command?.documents ?? []) named.set(id, `${String(event.seq)} ${field} ${digest}`);
    const registered = event.seq === 1 ? command?.payload['parties'] : undefined;
    if (Array.isArray(registered)) for (const party of registered as readonly { readonly id: string }[]) parties.add(party.id);
  }
  for (const { id, seq, field, digest, intact } of documents) {
    if (!intact) findings.push({ code: 'document.cipher', caseId: row.id, seq, detail: `${field} ${id}` });
    if (named.get(id) !== `${String(seq)} ${field} ${digest}`)
      findings.push({ code: 'document.row', caseId: row.id, seq, detail: `${field} ${id}` });
    named.delete(id);
  }
  for (const [id, what] of named) findings.push({ code: 'document.row', caseId: row.id, seq: null, detail: `${id} is missing: ${what}` });
  const stored = new Set(partyIds);
  for (const id of parties) if (!stored.has(id)) findings.push({ code: 'party.row', caseId: row.id, seq: 1, detail: `${id} is missing` });
  for (const id of stored)
    if (!parties.has(id)) findings.push({ code: 'party.row', caseId: row.id, seq: null, detail: `${id} is unknown` });
  return findings;
}
