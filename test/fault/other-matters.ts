import type { Matter, Steps } from './steps.ts';
import { handlerOf } from './steps.ts';

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
  const parties = await partiesOf(steps, id, mediator);
  for (const partyId of parties) {
    const consent = steps.random.chance(0.15) ? 'refuses' : 'agrees';
    if (!(await steps.command(id, mediator, 'RECORD_CONSENT', { partyId, consent })) || consent === 'refuses') return;
  }
  const appointed = { userId: await steps.people.userId(mediator), chosenBy: 'body' };
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
  const handler = handlerOf(opened);
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
  const handler = handlerOf(opened);
  if (!(await steps.command(id, clerk, 'FORWARD', { unitId: routing.lead.unitId })) || steps.leaves()) return;
  const led = { route: 'ARBITRATION', organ: '劳动人事争议仲裁委员会', reason: '属劳动争议。' };
  if (!(await steps.command(id, handler, 'GUIDE', led)) || steps.leaves()) return;
  const acceptedOn = await steps.today(handler);
  if (acceptedOn === null) return;
  await steps.command(id, handler, 'RECORD_FILING', { legalProcedure: 'labour-arbitration', acceptedOn });
};

/** Ids of the case's parties; empty where nobody answered. */
async function partiesOf(steps: Steps, caseId: string, username: string): Promise<readonly string[]> {
  const page = (await steps.read(username, `/api/cases/${caseId}`)) as { readonly parties?: readonly { readonly id: string }[] } | null;
  return page?.parties?.map(({ id }) => id) ?? [];
}

/** A first petition that is answered in ten working days, or turned into an ordinary one. */
const simplified: Matter = async (steps, clerk) => {
  const opened = await steps.register(clerk, { class: 'CLAIM', route: 'PETITION', procedure: 'simplified' });
  if (opened === null || steps.leaves()) return;
  const { id, routing } = opened;
  const handler = handlerOf(opened);
  if (!(await steps.command(id, clerk, 'FORWARD', { unitId: routing.lead.unitId })) || steps.leaves()) return;
  // What turns out not to be simple becomes an ordinary petition, before its acceptance or after.
  if (steps.random.chance(0.2)) await steps.command(id, handler, 'CONVERT', { reason: '需要现场勘验。' });
  if (!(await steps.command(id, handler, 'ACCEPT')) || steps.leaves()) return;
  if (steps.random.chance(0.2)) await steps.command(id, handler, 'CONVERT', { reason: '情况复杂。' });
  const opinion = { outcome: 'SUPPORT', request: '督促维修', facts: '经查属实。', opinion: '已修复。', basis: '《民法典》第二百八十一条' };
  await steps.command(id, handler, 'ISSUE_OPINION', opinion);
};

/** What is not an ordinary petition; a new procedure's way is one more row. */
export const OTHER_MATTERS: readonly Matter[] = [mediation, hotline, guided, simplified];
