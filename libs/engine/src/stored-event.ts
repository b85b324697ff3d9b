import { hash } from 'node:crypto';
import type { CaseCommand, Fact, Instant } from '#libs/domain';
import { canonicalJson } from './canonical-json.ts';

/** What is hashed and stored, in canonical JSON (RFC 8785). `v` is the version of this shape. */
export interface EventBody {
  readonly v: 1;
  readonly caseId: string;
  readonly seq: number;
  /** The first fact's type. */
  readonly type: string;
  /** Legal time. */
  readonly at: Instant;
  /** The record's own, real time. */
  readonly recordedAt: Instant;
  /** Machine that decided: `petition@1`. */
  readonly machine: string;
  readonly command: CaseCommand;
  readonly facts: readonly Fact[];
  readonly prevHash: string | null;
}

export interface StoredEvent {
  readonly body: string;
  /** SHA-256 of `body`, hex. */
  readonly hash: string;
}

export function hashOf(body: string): string {
  return hash('sha256', body, 'hex');
}

export function storedEvent(event: EventBody): StoredEvent {
  const body = canonicalJson(event);
  return { body, hash: hashOf(body) };
}
