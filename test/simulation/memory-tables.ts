import type { Instant } from '#libs/domain';
import type { DueRung } from '#libs/engine';
import type { RowOf } from '../../libs/engine/src/binary-rows.ts';
import type { CASE, DEADLINE, DOCUMENT, EVENT, KEY, OUTBOX } from '../../libs/engine/src/row-types.ts';

/** A table's row: what the commit function is sent, without the number of the command. */
type Row<T extends { readonly n?: unknown }> = Omit<T, 'n'>;
export type CaseRecord = Row<RowOf<typeof CASE>>;
export type EventRecord = Row<RowOf<typeof EVENT>>;
export type DocumentRecord = Row<RowOf<typeof DOCUMENT>>;
export type KeyRecord = Row<RowOf<typeof KEY>>;
export type DeadlineRecord = Omit<RowOf<typeof DEADLINE>, 'n' | 'seq'> & { readonly armed_seq: number; readonly ended_seq: number | null };
export type OutboxRecord = Row<RowOf<typeof OUTBOX>> & {
  readonly id: number;
  attempt: number;
  tries: number;
  error: string | null;
  leaseUntil: number | null;
  done: boolean;
  /** Given up: a dead letter. */
  buried: boolean;
};

export interface RungFailure {
  readonly version: number;
  readonly attempts: number;
  /** Real time, ms. */
  readonly retryAt: number;
}

export interface NoticeRecord {
  readonly outboxId: number;
  readonly ordinal: number;
  readonly caseId: string;
  readonly seq: number;
  readonly unitId: string;
  readonly kind: string;
}

/** The tables as PostgreSQL has them, as far as engine, sweep, relay and inboxes use them. */
export class MemoryTables {
  readonly cases = new Map<string, CaseRecord>();
  readonly caseNos = new Set<string>();
  /** By case, in the order of their numbers. */
  readonly events = new Map<string, EventRecord[]>();
  readonly deadlines = new Map<string, DeadlineRecord>();
  readonly documents = new Map<string, DocumentRecord>();
  readonly commandKeys = new Map<string, KeyRecord>();
  readonly outbox: OutboxRecord[] = [];
  readonly wakeups = new Map<Instant, { queued: boolean }>();
  readonly caseKeys = new Map<string, Buffer>();
  readonly parties = new Map<string, string>();
  readonly rungFailures = new Map<string, RungFailure>();
  readonly deadLetters = new Map<string, { readonly rung: DueRung; readonly reason: string }>();
  /** By `outbox row:ordinal`. */
  readonly notices = new Map<string, NoticeRecord>();
  numberBlocks = 0;
  outboxSerial = 0;
}

export const keyPlace = (scope: string, key: string): string => `${scope}\u0000${key}`;
