import { fixtureDirectory } from '../../libs/domain/src/routing/city.fixture.ts';
import { storedEvent } from '../../libs/engine/src/stored-event.ts';
import type { CaseCommand, CaseSnapshot, Deadline, Decision, DomainEnv, Edition } from '#libs/domain';
import { asOfEdition, decide, lawBook, OFFICIAL_CALENDARS, openCase, projectCase, PROCEDURE_DEFINITIONS, RULE_PACKS } from '#libs/domain';

/** What a recorded history must lead to again. */
export interface RecordedEnd {
  readonly snapshot: CaseSnapshot;
  readonly version: number;
  readonly deadlines: readonly Deadline[];
  readonly projected: unknown;
  readonly hashes: readonly string[];
}

export interface RecordedHistory {
  /** The bodies of the events as they are stored, in their order. */
  readonly bodies: readonly string[];
  readonly end: RecordedEnd;
}

/** Today's code with the versions that were in force when the histories were recorded. */
export function lawThen(edition: Edition): DomainEnv {
  const material = { calendars: OFFICIAL_CALENDARS, rulePacks: RULE_PACKS, procedures: PROCEDURE_DEFINITIONS };
  return lawBook(material, [edition], fixtureDirectory());
}

/** Decides the commands one after the other and stores what the engine stores. @throws Error when one is refused */
export function liveThrough(commands: readonly CaseCommand[], env: DomainEnv): RecordedHistory {
  let snapshot: CaseSnapshot | null = null;
  let version = 0;
  const deadlines = new Map<string, Deadline>();
  const bodies: string[] = [];
  const hashes: string[] = [];
  const caseId = commands[0]?.commandId ?? '';
  for (const [i, command] of commands.entries()) {
    const law = asOfEdition(env, command.edition);
    const decision: Decision = snapshot === null ? openCase(command, law) : decide(snapshot, command, law);
    if (!decision.ok) throw new Error(`event ${String(i + 1)}, ${command.type}: ${decision.refusal.code}`);
    const next: CaseSnapshot = decision.next;
    const { facts } = decision;
    for (const row of decision.deadlines) deadlines.set(row.id, row);
    version += version === 0 || decision.versioned ? 1 : 0;
    const { body, hash } = storedEvent({
      v: 1,
      caseId,
      seq: i + 1,
      type: facts[0]?.type ?? '',
      at: command.at,
      recordedAt: command.at,
      machine: `${next.procedure}@${String(next.procedureVersion)}`,
      command,
      facts,
      prevHash: hashes.at(-1) ?? null,
    });
    bodies.push(body);
    hashes.push(hash);
    snapshot = next;
  }
  if (snapshot === null) throw new RangeError('a history begins with REGISTER');
  return { bodies, end: { snapshot, version, deadlines: [...deadlines.values()], projected: projectCase(snapshot), hashes } };
}
