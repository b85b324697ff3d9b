import type { DomainEnv } from '#libs/domain';
import { calendarOf, deriveDueDate, ruleOf } from '#libs/domain';
import type { CaseHistory } from './case-history.ts';
import { parseBody } from './check-chain.ts';
import type { Finding } from './finding.ts';

/** Nothing fired early, nothing fired twice, and every due date follows from its inputs by the law of its day. */
export function checkDeadlines({ row, deadlines, events }: CaseHistory, env: DomainEnv): readonly Finding[] {
  const findings: Finding[] = [];
  for (const deadline of deadlines) {
    const found = (code: Finding['code'], detail: string): void =>
      void findings.push({ code, caseId: row.id, seq: null, detail: `${deadline.rule} ${deadline.id}: ${detail}` });
    if (deadline.firedAt !== null && deadline.firedAt < deadline.dueAt)
      found('deadline.early', `fired ${deadline.firedAt}, due ${deadline.dueAt}`);
    try {
      const derived = deriveDueDate({
        ...deadline,
        rule: ruleOf(env.rulePacks, deadline.rulePack, deadline.rule),
        calendar: calendarOf(deadline, env),
      });
      if (derived.dueDate !== deadline.dueDate || derived.dueAt !== deadline.dueAt || derived.digest !== deadline.digest) {
        found('deadline.derivation', `stored ${deadline.dueDate}, derived ${derived.dueDate}`);
      }
    } catch (error) {
      found('deadline.derivation', error instanceof Error ? error.message : String(error));
    }
  }
  const passed = new Map<unknown, number>();
  for (const event of events) {
    for (const fact of parseBody(event)?.facts ?? []) {
      if (fact.type !== 'deadline.passed') continue;
      const id = fact.data?.['deadlineId'];
      passed.set(id, (passed.get(id) ?? 0) + 1);
      if (passed.get(id) === 2) findings.push({ code: 'deadline.twice', caseId: row.id, seq: event.seq, detail: String(id) });
    }
  }
  return findings;
}
