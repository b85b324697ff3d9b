import type { CivilDate, Instant } from './deadline.ts';

/** What a supervised unit has to reply by, with what it was counted by: the derivation is computed on reading, by the same code. */
export interface ReplyClock {
  readonly rule: string;
  readonly rulePack: string;
  readonly calendarVersion: string;
  readonly triggerAt: Instant;
  /** The last day; it ends at 24:00 Asia/Shanghai. */
  readonly dueDate: CivilDate;
  readonly dueAt: Instant;
}

/** Who supervises: roles of a unit, never a named person. */
export interface Supervisor {
  readonly unitId: string;
  readonly role: 'supervisor' | 'leader';
}

/**
 * 督办 of one overdue deadline of one unit. It is over when the overdue act is done; until then the unit owes a written reply.
 * Units and deadlines are supervised, never persons.
 */
export interface Supervision {
  readonly deadlineId: string;
  readonly rule: string;
  /** The unit supervised. */
  readonly unitId: string;
  /** 0 as opened; one more with every escalation. */
  readonly level: number;
  readonly by: Supervisor;
  readonly openedAt: Instant;
  /** The clock running now; null once it lies with the leader, who sets no further one. */
  readonly reply: ReplyClock | null;
  readonly repliedAt?: Instant;
}
