import { until } from '../support/until.ts';
import { clock, must } from './mediation-office.ts';
import type { MediationOffice } from './mediation-office.ts';
import type { Answer, Client } from './product.ts';

const COMMITTEE = 'mediation-committee.430407';

async function told(who: Client, caseId: string, kind: string): Promise<void> {
  await until(
    `${kind} is in the inbox`,
    async () => (await who.get('/api/inbox?limit=200')).body['items'] as unknown as readonly { kind: string; caseId: string }[],
    (items) => items.some((one) => one.caseId === caseId && one.kind === kind),
  );
}
const mediators = async (who: Client, id: string): Promise<readonly string[]> =>
  ((await who.get(`/api/cases/${id}`)).body['mediation']?.['mediators'] as unknown as readonly { userId: string }[]).map(
    (one) => one.userId,
  );
const userIdOf = async ({ product }: MediationOffice, username: string): Promise<string> =>
  String((await (await product.as(username)).get('/api/auth/me')).body['user']?.['id']);

/** Hand-overs, and an application by word of mouth. */
export function handOvers(office: () => MediationOffice): void {
  it('M054 what is handed over is owed a receipt by the unit that gets it: it sees the case, is urged and signs for it itself', async () => {
    const { product, mediator, opened, unitOf } = office();
    const { id } = await opened('pretrial');
    const [court, police] = [await unitOf('court'), await unitOf('public-security')];
    const judge = await product.as('court.430407.handler');
    expect((await judge.get(`/api/cases/${id}`)).status).toBe(404);
    const early = await mediator.command(id, 'HAND_OVER_MEDIATION', { to: 'court', unitId: court, reason: '调解未成' });
    expect(early.status).toBe(409);
    await must(mediator.command(id, 'END_MEDIATION', { ground: 'too-far-apart' }));
    expect((await mediator.command(id, 'HAND_OVER_MEDIATION', { to: 'court', unitId: police, reason: '调解未成' })).status).toBe(400);
    const handed = await must(mediator.command(id, 'HAND_OVER_MEDIATION', { to: 'court', unitId: court, reason: '调解未成' }));
    expect(clock(handed, 'MED-RECEIPT')?.state).toBe('armed');
    await told(judge, id, 'mediation.handed-over');
    expect((await judge.get(`/api/cases/${id}`)).body['mediation']).toMatchObject({ receiptOwed: { to: 'court', unitId: court } });
    expect((await mediator.command(id, 'ACKNOWLEDGE_HAND_OVER')).status).toBe(403);
    const receipt = await must(judge.command(id, 'ACKNOWLEDGE_HAND_OVER', { reference: '诉前调回执1号' }));
    expect(clock(receipt, 'MED-RECEIPT')?.state).toBe('met');
    await told(mediator, id, 'hand-over.received');
  });

  it('M008 an application by word of mouth is written down and confirmed by whoever made it before it is taken up', async () => {
    const { product, mediator, routed } = office();
    const { id, parties } = await routed('people', { mediation: { kind: 'people', application: 'oral' } });
    const unrecorded = await mediator.command(id, 'ACCEPT');
    expect([unrecorded.status, unrecorded.body['code']]).toEqual([409, 'mediation.application_unrecorded']);
    const applicationRecord = '申请人甲口头申请：夜间噪声扰民，请求调解，理由和时间如上。';
    expect((await mediator.command(id, 'RECORD_APPLICATION', { applicationRecord, confirmedBy: parties.slice(1) })).status).toBe(409);
    await must(mediator.command(id, 'RECORD_APPLICATION', { applicationRecord, confirmedBy: parties.slice(0, 1) }));
    const page = await mediator.get(`/api/cases/${id}`);
    expect(page.body['documents'] as unknown).toContainEqual(
      expect.objectContaining({ field: 'applicationRecord', text: applicationRecord }),
    );
    await must(mediator.command(id, 'ACCEPT'));
    expect(await (await product.as('housing-construction.430407.handler')).get(`/api/cases/${id}`)).toMatchObject({ status: 404 });
  });
}

/** Who mediates, and how long. */
export function courses(office: () => MediationOffice): void {
  it('M054 several mediators: one is refused by a party, one recuses himself, and neither comes back', async () => {
    const { product, mediator, opened } = office();
    const { id, parties } = await opened();
    const head = await product.as(`${COMMITTEE}.head`);
    const [first, second] = [await userIdOf(office(), 'mediator.430407'), await userIdOf(office(), `${COMMITTEE}.head`)];
    const choose = { userId: second, chosenBy: 'parties' };
    expect((await mediator.command(id, 'APPOINT_MEDIATOR', { ...choose, consents: parties.slice(0, 1) })).status).toBe(409);
    await must(mediator.command(id, 'APPOINT_MEDIATOR', { ...choose, consents: parties }));
    expect(await mediators(head, id)).toEqual([first, second]);
    expect((await head.command(id, 'REFUSE_MEDIATOR', { userId: first, reason: '不愿由其调解' })).status).toBe(403);
    await must(head.command(id, 'REFUSE_MEDIATOR', { userId: first, partyId: parties[1], reason: '当事人不愿由其调解' }));
    expect(await mediators(head, id)).toEqual([second]);
    expect((await mediator.command(id, 'HOLD_CAUCUS', { partyId: parties[0], caucusNote: 'x' })).status).toBe(403);
    expect((await head.command(id, 'APPOINT_MEDIATOR', { userId: first, chosenBy: 'body' })).status).toBe(409);
    await must(head.command(id, 'RECUSE', { reason: '与一方当事人系亲属' }));
    expect(await mediators(mediator, id)).toEqual([]);
    await told(mediator, id, 'mediator.removed');
  });

  it('M054 one side closes the doors, both open them; both extend the limit, once', async () => {
    const { mediator, opened } = office();
    const { id, parties } = await opened();
    await must(mediator.command(id, 'SET_OPENNESS', { openness: 'closed', consents: parties.slice(1) }));
    expect((await mediator.command(id, 'SET_OPENNESS', { openness: 'open', consents: parties.slice(1) })).status).toBe(409);
    await must(mediator.command(id, 'SET_OPENNESS', { openness: 'open', consents: parties }));
    const before = clock(await mediator.get(`/api/cases/${id}`), 'MED-PEOPLE')?.dueDate ?? '';
    expect((await mediator.command(id, 'EXTEND_MEDIATION', { days: 10, consents: parties.slice(1) })).status).toBe(409);
    expect((await mediator.command(id, 'EXTEND_MEDIATION', { days: 31, consents: parties })).status).toBe(400);
    const extended = clock(await must(mediator.command(id, 'EXTEND_MEDIATION', { days: 10, consents: parties })), 'MED-PEOPLE');
    expect(Date.parse(String(extended?.dueDate)) - Date.parse(before)).toBeGreaterThanOrEqual(8 * 86_400_000);
    expect((await mediator.command(id, 'EXTEND_MEDIATION', { days: 1, consents: parties })).status).toBe(409);
  });

  it('M054 the health department decides within five working days, and what is complex or unsuitable is told so', async () => {
    const { product, mediator, today, routed, unitOf } = office();
    const health = await product.as('health.430407.handler');
    const medical = await routed('medical-administrative', {}, await unitOf('health'));
    const page = await health.get(`/api/cases/${medical.id}`);
    expect(clock(page, 'MED-MEDICAL-ACCEPT')?.state).toBe('armed');
    expect((await (await product.as('health.430407.head')).command(medical.id, 'EXTEND_ACCEPTANCE', { reason: '复杂' })).status).toBe(409);
    const taken = await must(health.command(medical.id, 'ACCEPT'));
    expect([clock(taken, 'MED-MEDICAL-ACCEPT')?.state, clock(taken, 'MED-MEDICAL-ADMIN')?.state]).toEqual(['met', 'armed']);

    const administrative = await routed('administrative');
    const head = await product.as(`${COMMITTEE}.head`);
    const due = clock(await head.get(`/api/cases/${administrative.id}`), 'MED-ACCEPT')?.dueDate ?? '';
    expect((await mediator.command(administrative.id, 'EXTEND_ACCEPTANCE', { reason: '涉及多个机关' })).status).toBe(403);
    const longer = clock(await must(head.command(administrative.id, 'EXTEND_ACCEPTANCE', { reason: '涉及多个机关' })), 'MED-ACCEPT');
    expect(String(longer?.dueDate) > due).toBe(true);
    const declined = await must(
      mediator.command(administrative.id, 'DECLINE_MEDIATION', { ground: 'administrative-dispute', reason: '属行政争议' }),
    );
    expect([declined.body['state'], clock(declined, 'MED-ACCEPT')?.state]).toEqual(['refused', 'met']);
    expect(today() < due).toBe(true);
  });

  it('M054 an appraisal stops the clock until it ends, and an agreement by word of mouth is recorded and kept', async () => {
    const { mediator, now, today, opened } = office();
    const { id, parties } = await opened('medical');
    await must(mediator.command(id, 'START_APPRAISAL', { from: now, matter: '诊疗行为与损害的因果关系' }));
    expect((await mediator.command(id, 'START_APPRAISAL', { from: now, matter: '再次鉴定' })).status).toBe(409);
    const ended = await must(mediator.command(id, 'END_APPRAISAL', { at: await office().product.now(), finding: '有因果关系' }));
    expect(clock(ended, 'MED-MEDICAL')?.state).toBe('armed');
    const oral = { form: 'oral', record: '乙方当场道歉并退还费用。', signedBy: parties, effectiveOn: today() };
    expect((await mediator.command(id, 'CONCLUDE_AGREEMENT', { ...oral, signedBy: parties.slice(1) })).status).toBe(409);
    const agreed = await must(mediator.command(id, 'CONCLUDE_AGREEMENT', oral));
    expect([agreed.body['state'], clock(agreed, 'MED-MEDICAL')?.state, clock(agreed, 'JC-APPLY')?.state]).toEqual([
      'agreed',
      'met',
      'armed',
    ]);
    expect((await mediator.get(`/api/cases/${id}`)).body['mediation']).toMatchObject({ agreement: { form: 'oral' } });
  });
}

/** The clock is moved here: these come last. */
export function endings(office: () => MediationOffice): void {
  const GROUNDS = ['withdrawn', 'unreachable', 'refusal', 'too-far-apart', 'refuses-to-sign', 'other', 'term-expired'] as const;

  it('M008 every ground on which a mediation ends leaves its notice to serve and the ways that remain', async () => {
    const { product, mediator, opened } = office();
    const ends: [string, Answer][] = [];
    const last = await opened();
    const byLaw = await opened('medical');
    for (const ground of GROUNDS.slice(0, -1)) {
      const { id } = await opened();
      if (ground === 'other') expect((await mediator.command(id, 'END_MEDIATION', { ground })).status).toBe(400);
      ends.push([
        ground,
        await must(mediator.command(id, 'END_MEDIATION', { ground, ...(ground === 'other' ? { note: '一方去世' } : {}) })),
      ]);
    }
    expect((await mediator.command(last.id, 'END_MEDIATION', { ground: 'term-expired' })).status).toBe(409);
    await product.moveClock(new Date(Date.parse(await product.now()) + 80 * 86_400_000).toISOString());
    ends.push(['term-expired', await must(mediator.command(last.id, 'END_MEDIATION', { ground: 'term-expired' }))]);
    for (const [ground, answer] of ends) {
      expect([ground, answer.body['state'], clock(answer, 'MED-NOTICE')?.state]).toEqual([ground, 'terminated', 'armed']);
      const page = await mediator.get(`/api/cases/${String(answer.body['id'])}`);
      expect(page.body['mediation']).toMatchObject({ ground, routes: ['arbitration', 'administrative-procedure', 'litigation'] });
    }
    // Of a medical dispute the law itself ends it (Art 38).
    const page = await mediator.get(`/api/cases/${byLaw.id}`);
    expect(page.body).toMatchObject({ state: 'terminated', mediation: { ground: 'term-expired' } });
  });
}
