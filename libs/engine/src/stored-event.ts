import { hash } from 'node:crypto';
import type { CaseCommand, Fact, Instant } from '#libs/domain';
import { canonicalJson } from './canonical-json.ts';
import { writtenOnce } from './written-once.ts';

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

/** Units and actors stand in many events as the same objects. */
const known = writtenOnce<object>(canonicalJson);

/** Members in the order of their names; a unit stands under its id. */
function unitsOf(units: CaseCommand['units']): string {
  const ids = Object.keys(units);
  if (ids.length > 1) ids.sort();
  return ids.map((id) => `"${id}":${known(units[id] ?? NOTHING)}`).join();
}

const NOTHING: Readonly<Record<string, never>> = {};

function commandOf({ at, by, cases, commandId, documents, edition, payload, type, units }: CaseCommand): string {
  const texts = documents.map(({ digest, field, id }) => `{"digest":"${digest}","field":"${field}","id":"${id}"}`).join();
  return (
    `{"at":"${at}","by":${known(by)},"cases":${canonicalJson(cases)},"commandId":"${commandId}","documents":[${texts}],` +
    `${edition === undefined ? '' : `"edition":${String(edition)},`}"payload":${canonicalJson(payload)},"type":"${type}","units":{${unitsOf(units)}}}`
  );
}

/**
 * The event as it is hashed and stored: `canonicalJson(event)`, written along its known shape (a test compares them). What stands
 * between plain quotes are ids, instants, digests and names of the catalogue, which need no escape.
 */
export function storedEvent({ at, caseId, command, facts, machine, prevHash, recordedAt, seq, type, v }: EventBody): StoredEvent {
  const body =
    `{"at":"${at}","caseId":"${caseId}","command":${commandOf(command)},"facts":${canonicalJson(facts)},"machine":"${machine}",` +
    `"prevHash":${prevHash === null ? 'null' : `"${prevHash}"`},"recordedAt":"${recordedAt}","seq":${String(seq)},"type":"${type}","v":${String(v)}}`;
  return { body, hash: hashOf(body) };
}
