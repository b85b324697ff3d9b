import type { Accepted, Actor, CaseCommand, DocumentRef, DomainEnv, Instant, PartyRef, ReferencedCase } from '#libs/domain';
import { childId } from '#libs/domain';
import type { CaseVault, SealedParty } from '#libs/identity';
import { documentDigest } from '#libs/identity';
import type { ClaimedNumbers } from './case-numbers.ts';
import type { Decisions } from './decisions.ts';
import type { EngineIdentity } from './engine-identity.ts';
import type { LoadedCase } from './loaded-case.ts';
import type { LoadedGroup } from './loaded-group.ts';
import { resolveUnits } from './named-units.ts';
import type { Pending } from './pending.ts';
import { keyOf } from './pending.ts';
import type { Done, Outcome, RefusedOutcome, VersionConflict } from './requests.ts';
import { storedEvent } from './stored-event.ts';
import type { CaseWrite, SealedDocument, Verdict } from './verdict.ts';

/** Child ids: documents from 1, parties from here, deadlines from the domain's `FIRST_DEADLINE_CHILD` (160). */
const FIRST_PARTY_CHILD = 32;
const LAST_PARTY_CHILD = 159;
const FIRST_DOCUMENT_CHILD = 1;

export interface JudgeParts {
  readonly decisions: Decisions;
  readonly identity: EngineIdentity;
  readonly numbers: ClaimedNumbers;
  readonly env: () => DomainEnv;
  /** The list title of a case that is unsealed by this group, by case id. */
  readonly titles: ReadonlyMap<string, string>;
}

interface Texts {
  readonly refs: readonly DocumentRef[];
  readonly sealed: readonly SealedDocument[];
}

/** Turns a pending command into what is written and answered. Pure but for encryption; called again after every lost race. */
export function judge(pending: Pending, group: LoadedGroup, parts: JudgeParts): Verdict {
  const key = keyOf(pending);
  const known = key === null ? undefined : group.keys.get(key);
  if (known !== undefined) {
    const same = known.bodyHash === pending.idempotency?.bodyHash;
    return answered(
      pending,
      same ? { kind: 'replayed', status: known.status, body: known.body, caseId: known.caseId } : { kind: 'key-reused' },
    );
  }
  return pending.registers ? judgeRegistration(pending, group, parts) : judgeCommand(pending, group, parts);
}

function judgeRegistration(pending: Pending, group: LoadedGroup, parts: JudgeParts): Verdict {
  const { vault, wrapped } = parts.identity.newVault(pending.caseId);
  const env = parts.env();
  if (pending.parties.length > LAST_PARTY_CHILD - FIRST_PARTY_CHILD + 1) throw new RangeError('too many parties in one registration');
  const parties = pending.parties.map((party, i) =>
    vault.sealParty(childId(pending.commandId, FIRST_PARTY_CHILD + i), party, parts.identity.keyring),
  );
  const payload = {
    ...pending.payload,
    parties: pending.parties.map((party, i) => partyRef(parties[i], party.role, party.kind)),
    ...importFields(pending),
  };
  const texts = sealTexts(pending, vault);
  const { cases, refs } = referenced(pending, group, parts.decisions);
  const command: CaseCommand = {
    type: pending.type,
    commandId: pending.commandId,
    at: group.legalNow,
    by: pending.actor,
    payload,
    documents: texts.refs,
    // What a registration depends on of the directory stands in its routing.
    units: {},
    cases,
    ...editionOf(env),
  };
  const decision = parts.decisions.openCase(command, env);
  if (!decision.ok) return refused(pending, group, { kind: 'refused', caseId: null, refusal: decision.refusal, allowed: [], version: 0 });
  const caseNo = parts.numbers.take(command.at);
  const identity = { wrapped, parties, queryHash: parts.identity.queryHash(pending.caseId) };
  return write({ pending, group, parts, command, accepted: decision, before: null, caseNo, refs, documents: texts.sealed, identity });
}

function judgeCommand(pending: Pending, group: LoadedGroup, parts: JudgeParts): Verdict {
  const before = group.cases.get(pending.caseId);
  if (before === undefined || !mayKnow(before, pending.actor, parts.decisions)) return answered(pending, { kind: 'not-found' });
  const env = parts.env();
  const { snapshot } = before;
  const at = group.legalNow > before.lastAt ? group.legalNow : before.lastAt;
  const vault = Object.keys(pending.texts).length === 0 ? undefined : parts.identity.knownVault(pending.caseId);
  const texts = sealTexts(pending, vault);
  const { cases: others, refs } = referenced(pending, group, parts.decisions);
  // A case that names itself (a merger into itself) is refused as such, not as unknown.
  const itself = parts.decisions.namedCases(pending.type, pending.payload).includes(pending.caseId);
  const cases = itself ? { ...others, [pending.caseId]: { id: pending.caseId, snapshot } } : others;
  const command: CaseCommand = {
    type: pending.type,
    commandId: pending.commandId,
    at,
    by: pending.actor,
    payload: pending.payload,
    documents: texts.refs,
    units: resolveUnits(parts.decisions.namedUnits(snapshot, pending.type, pending.payload, env), env.directory),
    cases,
    ...editionOf(env),
  };
  const decision = parts.decisions.decide(snapshot, command, env);
  const stale = pending.expectedVersion !== undefined && pending.expectedVersion !== before.version;
  // The order people rely on: 400, 403, then 409 for a stale version, then 409 for a refusal.
  if (stale && (decision.ok || decision.refusal.kind === 'refused')) {
    return refused(pending, group, { kind: 'version-conflict', caseId: pending.caseId, version: before.version });
  }
  if (!decision.ok) {
    const { allowed } = pending.internal ? { allowed: [] } : parts.decisions.options(snapshot, pending.actor, at, env);
    return refused(pending, group, {
      kind: 'refused',
      caseId: pending.caseId,
      refusal: decision.refusal,
      allowed,
      version: before.version,
    });
  }
  return write({
    pending,
    group,
    parts,
    command,
    accepted: decision,
    before,
    caseNo: before.caseNo,
    refs,
    documents: texts.sealed,
    identity: null,
  });
}

/** What folding the history will decide it with. */
function editionOf({ law }: DomainEnv): Pick<CaseCommand, 'edition'> {
  return law === undefined ? {} : { edition: law.edition };
}

interface WriteParts {
  readonly pending: Pending;
  readonly group: LoadedGroup;
  readonly parts: JudgeParts;
  readonly command: CaseCommand;
  readonly accepted: Accepted;
  readonly before: LoadedCase | null;
  readonly caseNo: string;
  readonly refs: CaseWrite['refs'];
  readonly documents: readonly SealedDocument[];
  readonly identity: CaseWrite['identity'];
}

function write({ pending, group, parts, command, accepted, before, caseNo, refs, documents, identity }: WriteParts): CaseWrite {
  const { next } = accepted;
  const seq = (before?.seq ?? 0) + 1;
  const version = before === null ? 1 : before.version + (accepted.versioned ? 1 : 0);
  const type = accepted.facts[0]?.type;
  if (type === undefined) throw new Error(`${command.type} was accepted without a fact`);
  const event = storedEvent({
    v: 1,
    caseId: pending.caseId,
    seq,
    type,
    at: command.at,
    recordedAt: group.realNow,
    machine: `${next.procedure}@${String(next.procedureVersion)}`,
    command,
    facts: accepted.facts,
    prevHash: before?.headHash ?? null,
  });
  const outcome: Done = {
    kind: 'done',
    caseId: pending.caseId,
    caseNo,
    commandId: pending.commandId,
    seq,
    version,
    at: command.at,
    snapshot: next,
    facts: accepted.facts,
    deadlines: accepted.deadlines,
  };
  const projected = parts.decisions.projectCase(next);
  const after: LoadedCase = {
    snapshot: next,
    headHash: event.hash,
    seq,
    version,
    caseNo,
    lastAt: command.at,
    closedAt: projected.closed ? (before?.closedAt ?? command.at) : null,
  };
  return {
    kind: 'write',
    pending,
    command,
    accepted,
    type,
    event,
    recordedAt: group.realNow,
    before,
    after,
    projected,
    refs,
    documents,
    identity,
    title: listTitle(pending, before, next.context.sealed, parts.titles),
    answer: pending.idempotency?.answer(outcome) ?? null,
    outcome,
  };
}

/** A sealed case has no title in clear; one that is unsealed gets it back. */
function listTitle(pending: Pending, before: LoadedCase | null, sealed: boolean, titles: ReadonlyMap<string, string>): string | null {
  if (before === null) return sealed ? '' : (pending.texts['title'] ?? '');
  if (before.snapshot.context.sealed === sealed) return null;
  return sealed ? '' : (titles.get(pending.caseId) ?? '');
}

/** A refusal with 409 is recorded under its key; 400, 403 and 404 never are. */
function refused(pending: Pending, group: LoadedGroup, outcome: RefusedOutcome | VersionConflict): Verdict {
  const recorded = outcome.kind === 'version-conflict' || outcome.refusal.kind === 'refused';
  if (!recorded || pending.idempotency === undefined) return answered(pending, outcome);
  return { kind: 'key', pending, recordedAt: group.realNow, answer: pending.idempotency.answer(outcome), outcome };
}

function answered(pending: Pending, outcome: Outcome): Verdict {
  return { kind: 'answered', pending, outcome };
}

/** The engine and the petitioner (whose code has led him here) need no office to know of a case. */
function mayKnow(loaded: LoadedCase, actor: Actor, decisions: Decisions): boolean {
  if (actor.role === 'engine' || actor.role === 'petitioner') return true;
  return decisions.knowledge(loaded.snapshot.context, actor) !== 'none';
}

/** Other cases the payload names, as far as the actor may know of them; what he mayn't know of doesn't exist. */
function referenced(
  pending: Pending,
  group: LoadedGroup,
  decisions: Decisions,
): { readonly cases: Readonly<Record<string, ReferencedCase>>; readonly refs: CaseWrite['refs'] } {
  const cases: Record<string, ReferencedCase> = {};
  const refs: (readonly [string, string])[] = [];
  for (const id of pending.related) {
    const loaded = group.cases.get(id);
    if (loaded === undefined || !mayKnow(loaded, pending.actor, decisions)) continue;
    cases[id] = { id, snapshot: loaded.snapshot };
    refs.push([id, loaded.headHash]);
  }
  return { cases, refs };
}

function sealTexts(pending: Pending, vault: CaseVault | undefined): Texts {
  const entries = Object.entries(pending.texts);
  if (entries.length === 0) return { refs: [], sealed: [] };
  if (vault === undefined) throw new Error("the case's key was destroyed: no text can be added to it");
  if (entries.length >= FIRST_PARTY_CHILD) throw new RangeError('too many texts in one command');
  const sealed = entries.map(([field, text], i): SealedDocument => {
    const id = childId(pending.commandId, FIRST_DOCUMENT_CHILD + i);
    const cipher = vault.sealDocument(id, field, text);
    return { id, field, cipher, digest: documentDigest(cipher) };
  });
  return { sealed, refs: sealed.map(({ id, field, digest }) => ({ id, field, digest })) };
}

function partyRef(sealed: SealedParty | undefined, role: PartyRef['role'], kind: PartyRef['kind']): PartyRef {
  if (sealed === undefined) throw new Error('a party was lost');
  return { id: sealed.id, role, kind, unitId: sealed.unit_id };
}

function importFields({ importMarks }: Pending): { readonly ladderFrom?: Instant | 'never'; readonly importedState?: string } {
  if (importMarks === undefined) return {};
  return { ladderFrom: importMarks.ladderFrom, ...(importMarks.state === undefined ? {} : { importedState: importMarks.state }) };
}
