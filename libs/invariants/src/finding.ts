/** What the checker looks for; each code is a sentence that must be true of every database. */
export const INVARIANTS = {
  'seq.gap': 'the events of a case are numbered 1, 2, 3 … without gap',
  'chain.hash': "an event's hash is that of its stored body",
  'chain.link': 'each event names the hash of the one before',
  'event.columns': "an event's columns say what its hashed body says",
  'event.time': 'legal time never runs backwards within a case',
  'event.orphan': 'every event and deadline belongs to a case',
  'command.twice': 'no command is stored twice',
  'case.head': "a case's row ends where its events end",
  'fold.refused': 'the domain accepts the stored history',
  'fold.facts': 'deciding the stored command again gives the stored facts',
  'fold.state': 'folding the events gives the stored state, version and context',
  'case.open': 'what lists choose open cases by is what stands on the cases',
  'case.projection': "a case's columns are those computed from its state",
  'deadline.row': 'each deadline row is what the events made of it',
  'deadline.copy': 'the open deadlines in the case are those of the rows',
  'deadline.twice': 'a deadline ends once',
  'deadline.early': 'no deadline fires before its due instant',
  'deadline.derivation': 'due date and digest follow from the stored inputs',
  'document.row': 'the texts that an event names are stored, and no others',
  'document.cipher': 'a stored text is, byte by byte, the one that its event digested',
  'party.row': 'the parties that a registration names are stored, and no others',
  'outbox.lost': 'whoever is to be told is told, or is about to be',
  'outbox.unknown': 'an outbox row belongs to an event',
  'notice.count': 'a delivered outbox row has its notices, each once',
  'record.count': 'what the engine asked to be opened was opened, once',
  'key.outcome': 'a recorded success has its event, a recorded refusal has none',
  'delivery.attempts': 'what was accepted outside has one accepted attempt, what was not has none',
  'gateway.twice': 'the gateway took no message twice',
  'gateway.unknown': 'what the gateway took is a delivery of ours',
  'gateway.sealed': 'nothing of a sealed case left the house',
  'gateway.never': 'what we call accepted, the gateway took',
  'client.lost': 'what a client was told is done has exactly one event',
} as const;

export type InvariantCode = keyof typeof INVARIANTS;

export interface Finding {
  readonly code: InvariantCode;
  readonly caseId: string | null;
  readonly seq: number | null;
  /** Codes, ids and numbers only. */
  readonly detail: string;
}
