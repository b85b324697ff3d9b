import type { SeededRandom } from '../support/seeded-random.ts';

/** A case as its registration answered. */
export interface OpenedCase {
  readonly id: string;
  readonly routing: { readonly lead: { readonly unitId: string; readonly function: string; readonly division: string } };
}

/** What a caseworker does step by step; each step may be cut off, repeated or turned away. */
export interface Steps {
  readonly random: SeededRandom;
  /** @returns null where it isn't known to be registered */
  register(clerk: string, patch: Readonly<Record<string, unknown>>): Promise<OpenedCase | null>;
  /** A record beside a case. @returns its id; null where it isn't known to be there */
  raise(username: string, path: string, body: Readonly<Record<string, unknown>>): Promise<string | null>;
  /** The legal time as it was last heard, an instant. */
  now(): string;
  /** @returns whether it is known to be done */
  command(caseId: string, username: string, type: string, payload?: Readonly<Record<string, unknown>>): Promise<boolean>;
  /** Civil date by the legal clock; null where nobody answered. */
  today(username: string): Promise<string | null>;
  userId(username: string): Promise<string>;
  /** Ids of the case's parties; empty where nobody answered. */
  parties(caseId: string, username: string): Promise<readonly string[]>;
  /** Whether the case is left lying here. */
  leaves(): boolean;
}

type Matter = (steps: Steps, clerk: string) => Promise<void>;

/** A dispute taken to the committee, mediated until it is agreed on, or ended by a refusal. */
const mediation: Matter = async (steps, clerk) => {
  const opened = await steps.register(clerk, {
    procedure: 'mediation',
    mediation: { kind: steps.random.pick(['people', 'medical', 'administrative']), application: 'written' },
    categoryCode: '800100',
    parties: [
      { role: 'petitioner', kind: 'person', name: '周师傅', phone: `138${String(steps.random.between(10_000_000, 99_999_999))}` },
      { role: 'respondent', kind: 'person', name: '吴师傅' },
    ],
  });
  if (opened === null || steps.leaves()) return;
  const { id, routing } = opened;
  const mediator = `mediator.${routing.lead.division}`;
  if (!(await steps.command(id, clerk, 'FORWARD', { unitId: routing.lead.unitId })) || steps.leaves()) return;
  if (!(await steps.command(id, mediator, 'ACCEPT')) || steps.leaves()) return;
  const parties = await steps.parties(id, mediator);
  for (const partyId of parties) {
    const consent = steps.random.chance(0.15) ? 'refuses' : 'agrees';
    if (!(await steps.command(id, mediator, 'RECORD_CONSENT', { partyId, consent })) || consent === 'refuses') return;
  }
  const appointed = { userId: await steps.userId(mediator), chosenBy: 'body' };
  if (!(await steps.command(id, mediator, 'APPOINT_MEDIATOR', appointed))) return;
  if (!(await steps.command(id, mediator, 'OPEN_MEDIATION', { rightsTold: true })) || steps.leaves()) return;
  await steps.command(id, mediator, 'HOLD_CAUCUS', { partyId: parties[0], caucusNote: '愿意各退一步。' });
  await steps.command(id, mediator, 'TRACK_WORK', { track: 'correction', status: 'done' });
  const effectiveOn = await steps.today(mediator);
  if (effectiveOn === null || steps.leaves()) return;
  const agreement = { form: 'oral', record: '双方同意夜间十点后保持安静。', signedBy: parties, effectiveOn };
  if (!(await steps.command(id, mediator, 'CONCLUDE_AGREEMENT', agreement)) || steps.leaves()) return;
  await steps.command(id, mediator, 'RECORD_PERFORMANCE', { result: 'performed', on: effectiveOn });
};

/** A call that becomes a work order, and is called back about. */
const hotline: Matter = async (steps, clerk) => {
  const opened = await steps.register(clerk, { procedure: 'hotline', channel: 'hotline-12345' });
  if (opened === null || steps.leaves()) return;
  const { id, routing } = opened;
  const handler = `${routing.lead.function}.${routing.lead.division}.handler`;
  if (steps.random.chance(0.15)) {
    if (!(await steps.command(id, clerk, 'HAND_OVER', { platform: '110', reason: '正在发生的危险' })) || steps.leaves()) return;
    await steps.command(id, clerk, 'RECORD_RECEIPT', { receiptNo: '110-7' });
    return;
  }
  if (!(await steps.command(id, clerk, 'DISPATCH', { unitId: routing.lead.unitId })) || steps.leaves()) return;
  if (!(await steps.command(id, handler, 'CONFIRM_RECEIPT')) || steps.leaves()) return;
  if (!(await steps.command(id, handler, 'REPLY_ORDER', { result: 'solved', reply: '已修复。' })) || steps.leaves()) return;
  await steps.command(id, clerk, 'CALL_BACK', { outcome: 'solved', value: 'satisfied' });
};

/** A claim led to arbitration, whose filing is followed. */
const guided: Matter = async (steps, clerk) => {
  const opened = await steps.register(clerk, { class: 'CLAIM', route: 'ARBITRATION' });
  if (opened === null || steps.leaves()) return;
  const { id, routing } = opened;
  const handler = `${routing.lead.function}.${routing.lead.division}.handler`;
  if (!(await steps.command(id, clerk, 'FORWARD', { unitId: routing.lead.unitId })) || steps.leaves()) return;
  const led = { route: 'ARBITRATION', organ: '劳动人事争议仲裁委员会', reason: '属劳动争议。' };
  if (!(await steps.command(id, handler, 'GUIDE', led)) || steps.leaves()) return;
  const acceptedOn = await steps.today(handler);
  if (acceptedOn === null) return;
  await steps.command(id, handler, 'RECORD_FILING', { legalProcedure: 'labour-arbitration', acceptedOn });
};

/** A first petition that is answered in ten working days, or turned into an ordinary one. */
const simplified: Matter = async (steps, clerk) => {
  const opened = await steps.register(clerk, { class: 'CLAIM', route: 'PETITION', procedure: 'simplified' });
  if (opened === null || steps.leaves()) return;
  const { id, routing } = opened;
  const handler = `${routing.lead.function}.${routing.lead.division}.handler`;
  if (!(await steps.command(id, clerk, 'FORWARD', { unitId: routing.lead.unitId })) || steps.leaves()) return;
  if (!(await steps.command(id, handler, 'ACCEPT')) || steps.leaves()) return;
  const opinion = { outcome: 'SUPPORT', request: '督促维修', facts: '经查属实。', opinion: '已修复。', basis: '《民法典》第二百八十一条' };
  await steps.command(id, handler, 'ISSUE_OPINION', opinion);
};

/** A case somebody is in danger in: reported and met within minutes. */
const urgent: Matter = async (steps, clerk) => {
  const opened = await steps.register(clerk, { class: 'CLAIM', route: 'PETITION', urgent: true });
  if (opened === null) return;
  const body = { caseId: opened.id, kind: 'domestic-violence', learnedAt: steps.now(), situation: '邻居报称有人被打。' };
  const id = await steps.raise(clerk, '/api/urgent-matters', body);
  if (id === null || steps.leaves() || !(await steps.command(id, clerk, 'RESPOND')) || steps.leaves()) return;
  await steps.command(id, clerk, 'BEGIN_HANDLING', { measures: '已到现场，双方已分开。' });
};

/** What is not an ordinary petition; a new procedure's way is one more row. */
export const OTHER_MATTERS: readonly Matter[] = [mediation, hotline, guided, simplified, urgent];
