import { until } from '../support/until.ts';
import { courses, endings, handOvers } from './mediation-course.ts';
import { clock, mediationOffice, must, SIDES } from './mediation-office.ts';
import type { MediationOffice } from './mediation-office.ts';
import type { Answer, Client } from './product.ts';
import { intake } from './product.ts';

const COMMITTEE = 'mediation-committee.430407';

let office: MediationOffice;
let product: MediationOffice['product'];
let now: string;
let mediator: Client;
let today: MediationOffice['today'];
let routed: MediationOffice['routed'];
let opened: MediationOffice['opened'];
let unitOf: MediationOffice['unitOf'];
let written: MediationOffice['written'];

beforeAll(async () => {
  office = await mediationOffice();
  ({ product, now, mediator, today, routed, opened, unitOf, written } = office);
}, 120_000);
afterAll(async () => {
  expect(await product.stop()).toBe(0);
}, 60_000);

it('M008 a dispute takes another way than the petition, and the ways that remain are told when a side refuses', async () => {
  const { id, parties } = await routed();
  const accepted = await must(mediator.command(id, 'ACCEPT'));
  expect(clock(accepted, 'MED-PEOPLE')?.state).toBe('armed');
  expect(
    (await mediator.command(id, 'ISSUE_OPINION', { outcome: 'SUPPORT', request: 'x', facts: 'x', opinion: 'x', basis: 'x' })).status,
  ).toBe(403);
  const refused = await must(mediator.command(id, 'RECORD_CONSENT', { partyId: parties[1], consent: 'refuses' }));
  expect([refused.body['state'], clock(refused, 'MED-PEOPLE')?.state, clock(refused, 'MED-NOTICE')?.state]).toEqual([
    'terminated',
    'met',
    'armed',
  ]);
  const page = await (await product.as('clerk')).get(`/api/cases/${id}`);
  expect(page.body['mediation']).toMatchObject({ ground: 'refusal', routes: ['arbitration', 'administrative-procedure', 'litigation'] });
  const served = await must(mediator.command(id, 'RECORD_SERVICE', { method: 'in-person', receivedOn: today(), proof: '当面签收' }));
  expect(clock(served, 'MED-NOTICE')?.state).toBe('met');
});

it('M015 a unit seated in the team of five is told and sees the case; the police come for safety alone', async () => {
  const { id } = await routed();
  await must(mediator.command(id, 'ACCEPT'));
  const [police, women] = [await unitOf('public-security'), await unitOf('womens-federation')];
  const officer = await product.as('public-security.430407.handler');
  const member = await product.as('womens-federation.430407.handler');
  expect((await member.get(`/api/cases/${id}`)).status).toBe(404);
  await must(mediator.command(id, 'SEAT_TEAM_MEMBER', { seat: 'womens-federation', unitId: women }));
  expect((await member.get(`/api/cases/${id}`)).status).toBe(200);
  await until(
    'the member is told',
    async () => (await member.get('/api/inbox')).text,
    (text) => text.includes(id),
  );
  const without = await mediator.command(id, 'SEAT_TEAM_MEMBER', { seat: 'police', unitId: police });
  expect([without.status, (await officer.get(`/api/cases/${id}`)).status]).toEqual([409, 404]);
  await must(mediator.command(id, 'SEAT_TEAM_MEMBER', { seat: 'police', unitId: police, safetyReason: '涉家庭暴力，须保障人身安全' }));
  expect((await officer.get(`/api/cases/${id}`)).status).toBe(200);
  const neighbours = await routed('people', { categoryCode: '800200' });
  await must(mediator.command(neighbours.id, 'ACCEPT'));
  expect((await mediator.command(neighbours.id, 'SEAT_TEAM_MEMBER', { seat: 'womens-federation', unitId: women })).status).toBe(409);
});

it('M016 screening, correction and execution go on at once, the centre hears of each, and none is filed away unfinished', async () => {
  const { id, parties } = await opened();
  const clerk = await product.as('clerk');
  await must(mediator.command(id, 'TRACK_WORK', { track: 'execution', status: 'under-way' }));
  await must(mediator.command(id, 'TRACK_WORK', { track: 'screening', status: 'done' }));
  await must(mediator.command(id, 'TRACK_WORK', { track: 'correction', status: 'under-way', note: '正在加装隔声垫' }));
  expect((await mediator.get(`/api/cases/${id}`)).body).toMatchObject({
    state: 'mediating',
    mediation: { tracks: { screening: 'done', correction: 'under-way', execution: 'under-way' } },
  });
  await until(
    'the centre hears of each',
    async () => (await clerk.get('/api/inbox')).text.split('work.tracked').length - 1,
    (count) => count >= 3,
  );
  await must(mediator.command(id, 'CONCLUDE_AGREEMENT', written(parties)));
  await must(mediator.command(id, 'RECORD_PERFORMANCE', { result: 'performed', on: today() }));
  await must((await product.as('supervisor')).command(id, 'RETURN_VISIT', { outcome: 'solved', note: '双方满意' }));
  await must(mediator.command(id, 'TRACK_WORK', { track: 'correction', status: 'done' }));
  const early = await clerk.command(id, 'ARCHIVE');
  expect([early.status, early.body['code']]).toEqual([409, 'case.command_refused']);
  await must(mediator.command(id, 'TRACK_WORK', { track: 'execution', status: 'done' }));
  await must(clerk.command(id, 'ARCHIVE'));
});

it('M054 the tracks of mediation have their own clocks', async () => {
  const rules = { people: 'MED-PEOPLE', administrative: 'MED-ADMIN', pretrial: 'MED-PRETRIAL', labour: 'MED-LABOUR' } as const;
  for (const [kind, rule] of Object.entries(rules)) {
    const { id } = await opened(kind);
    expect([kind, clock(await mediator.get(`/api/cases/${id}`), rule)?.state]).toEqual([kind, 'armed']);
  }
});

handOvers(() => office);
courses(() => office);

/** Somebody of a register, by the supervisor of the place. */
async function entered(register: string, division: string, more: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const entry = await (await product.as('supervisor')).post('/api/registers/helpers', { register, name: '测试人丙', division, ...more });
  return String((await must(Promise.resolve(entry))).body['id']);
}
const villagesOf = async (county: string): Promise<readonly string[]> => {
  const clerk = await product.as('clerk');
  const codes = async (parent: string): Promise<readonly string[]> =>
    ((await clerk.get(`/api/directory/divisions?parent=${parent}`)).body['items'] as unknown as readonly { code: string }[]).map(
      (one) => one.code,
    );
  const [township = ''] = await codes(county);
  return codes(township);
};
const firstError = (answer: Answer): unknown => (answer.body['errors'] as unknown as readonly { code: string }[] | undefined)?.[0]?.code;

it.each([
  ['M056 a village mediator', 'village-mediator', { roles: ['mediator', 'publicist'] }],
  ['M059 the village’s legal adviser', 'legal-adviser', { organisation: '测试律师事务所' }],
])('%s is invited out of the register of that village, and only where both sides want it', async (_name, helper, more) => {
  const [village = '', neighbour = ''] = await villagesOf('430407');
  const [own, other] = [await entered(helper, village, more), await entered(helper, neighbour, more)];
  const { id, parties } = await opened('people', { divisionCode: village });
  const invite = (who: unknown, consents: readonly string[] = parties): Promise<Answer> =>
    mediator.command(id, 'INVITE_HELPER', { helper, ...(who === undefined ? {} : { helperId: who }), consents });
  // Nobody by a mere word, nobody unknown, nobody of the next village.
  expect([(await mediator.command(id, 'INVITE_HELPER', { helper, invited: '湾村明白人', consents: parties })).status]).toEqual([400]);
  const unknown = await invite('00000000-0000-4000-8000-000000000000');
  expect([unknown.status, firstError(unknown)]).toEqual([400, 'unknown_reference']);
  const elsewhere = await invite(other);
  expect([elsewhere.status, firstError(elsewhere)]).toEqual([400, 'helper.of_another_place']);
  expect((await invite(own, parties.slice(0, 1))).status).toBe(409);
  const invited = await must(invite(own));
  expect((invited.body['facts'] as unknown as readonly { data?: { helperId?: string } }[])[0]?.data?.helperId).toBe(own);
  // Who has left the register is invited no more.
  await must((await product.as('supervisor')).send('PUT', `/api/registers/helpers/${own}`, { active: false }));
  expect((await invite(own)).status).toBe(400);
  const barred = await (
    await product.as('clerk')
  ).post('/api/registers/helpers', { register: helper, name: 'x', division: village, ...more });
  expect(barred.status).toBe(403);
});

it('M081 a company asks for mediation, with an organisation of the legal-aid register at its side where both want it', async () => {
  const { id, parties } = await opened('people', {
    parties: [
      { role: 'petitioner', kind: 'organisation', name: '测试企业甲', phone: '13900004321' },
      { role: 'respondent', kind: 'organisation', name: '测试企业乙' },
    ],
  });
  const [city, far] = [
    await entered('legal-aid', '430400', { organisation: '市法律援助中心' }),
    await entered('legal-aid', '430421', { organisation: '县法律援助中心' }),
  ];
  const aid = { helper: 'legal-aid', helperId: city };
  expect((await mediator.command(id, 'INVITE_HELPER', { ...aid, consents: [] })).status).toBe(409);
  expect(firstError(await mediator.command(id, 'INVITE_HELPER', { ...aid, helperId: far, consents: parties }))).toBe(
    'helper.of_another_place',
  );
  const adviser = await entered('legal-adviser', '430407');
  expect(firstError(await mediator.command(id, 'INVITE_HELPER', { ...aid, helperId: adviser, consents: parties }))).toBe(
    'helper.of_another_register',
  );
  const invited = await must(mediator.command(id, 'INVITE_HELPER', { ...aid, consents: parties }));
  expect(clock(invited, 'MED-PEOPLE')?.state).toBe('armed');
});

it('keeps a talk with one side from everybody but the mediators, and closed sessions with those who sat there', async () => {
  const { answer, id, parties } = await opened('medical');
  await must(mediator.command(id, 'HOLD_SESSION', { date: today(), place: '调解室', minutes: '双方陈述了各自的意见。', present: parties }));
  await must(mediator.command(id, 'HOLD_CAUCUS', { partyId: parties[0], caucusNote: '底线是三万元。' }));
  const papers = async (who: Client): Promise<readonly (readonly [unknown, unknown])[]> =>
    ((await who.get(`/api/cases/${id}`)).body['documents'] as unknown as readonly { field: string; text: string | null }[])
      .filter((one) => one.field === 'minutes' || one.field === 'caucusNote')
      .map((one) => [one.field, one.text] as const);
  expect(await papers(mediator)).toEqual([
    ['minutes', '双方陈述了各自的意见。'],
    ['caucusNote', '底线是三万元。'],
  ]);
  expect(await papers(await product.as(`${COMMITTEE}.head`))).toEqual([['minutes', '双方陈述了各自的意见。']]);
  for (const who of ['clerk', 'supervisor', 'leader', 'auditor'])
    expect([who, await papers(await product.as(who))]).toEqual([who, [['minutes', null]]]);
  for (const who of ['clerk', `${COMMITTEE}.head`]) {
    const seen = await Promise.all(
      [`/api/cases/${id}`, `/api/cases/${id}/history`].map(async (path) => (await (await product.as(who)).get(path)).text),
    );
    expect(seen.join('')).not.toContain('底线');
  }
  await must(mediator.command(id, 'HOLD_CAUCUS', { partyId: parties[1], caucusNote: '最多出两万元。' }));
  const own = await product.nobody.post('/api/public/track', { queryCode: answer.body['queryCode'], phoneLast4: '4321' });
  expect([own.status, own.body['ownNotes']]).toEqual([200, [{ text: '底线是三万元。' }]]);
  expect((await (await product.as(`${COMMITTEE}.head`)).command(id, 'HOLD_CAUCUS', { partyId: parties[1], caucusNote: 'x' })).status).toBe(
    403,
  );
});

it('stops its clock during an appraisal, is followed until it is performed, and confirmed on both sides’ application', async () => {
  const medical = await opened('medical');
  const appraising = await must(mediator.command(medical.id, 'START_APPRAISAL', { from: now, matter: '诊疗行为与损害的因果关系' }));
  expect(clock(appraising, 'MED-MEDICAL')?.state).toBe('paused');
  const { id, parties } = await opened();
  const agreed = await must(mediator.command(id, 'CONCLUDE_AGREEMENT', written(parties, '2027-01-04')));
  expect([agreed.body['state'], clock(agreed, 'MED-PERFORM')?.dueDate, clock(agreed, 'JC-APPLY')?.state]).toEqual([
    'agreed',
    '2027-01-04',
    'armed',
  ]);
  const asked = { court: '石鼓区人民法院', applicants: parties, appliedOn: today(), subject: 'claim' };
  expect((await mediator.command(id, 'APPLY_FOR_CONFIRMATION', { ...asked, subject: 'adoption' })).status).toBe(409);
  expect((await mediator.command(id, 'APPLY_FOR_CONFIRMATION', { ...asked, applicants: parties.slice(1) })).status).toBe(409);
  const applied = await must(mediator.command(id, 'APPLY_FOR_CONFIRMATION', asked));
  expect([applied.body['state'], clock(applied, 'JC-APPLY')?.state, clock(applied, 'JC-DECIDE')?.state]).toEqual([
    'confirming',
    'met',
    'armed',
  ]);
  await must(mediator.command(id, 'RECORD_CONFIRMATION', { confirmation: 'confirmed', on: today() }));
  const performed = await must(mediator.command(id, 'RECORD_PERFORMANCE', { result: 'performed', on: today() }));
  expect([performed.body['state'], clock(performed, 'MED-PERFORM')?.state]).toEqual(['performed', 'met']);
  const verified = await mediator.get(`/api/cases/${id}/verify`);
  expect(verified.body['valid']).toBe(true);
});

it('M054 comes out of a petition whose clock runs on, and the petition’s holder hears how it ends', async () => {
  const clerk = await product.as('clerk');
  const holder = await product.as('housing-construction.430407.handler');
  const petition = String((await clerk.post('/api/cases', intake(now, { parties: SIDES }))).body['id']);
  const asked = intake(now, {
    procedure: 'mediation',
    mediation: { kind: 'people', application: 'written', petitionCaseId: petition },
    categoryCode: '800200',
    parties: SIDES,
  });
  await must(clerk.command(petition, 'FORWARD', { unitId: await unitOf('housing-construction') }));
  await must(holder.command(petition, 'ACCEPT'));
  const early = await clerk.post('/api/cases', asked);
  expect([early.status, early.body['code']]).toEqual([409, 'case.command_refused']);
  const consents = ((await clerk.get(`/api/cases/${petition}`)).body['parties'] as unknown as readonly { id: string }[]).map(
    (one) => one.id,
  );
  await must(holder.command(petition, 'START_MEDIATION', { consents }));
  const registered = await clerk.post('/api/cases', asked);
  expect(registered.status).toBe(201);
  const id = String(registered.body['id']);
  expect((await holder.get(`/api/cases/${id}`)).status).toBe(200);
  await must(clerk.command(id, 'FORWARD', { unitId: String(registered.body['routing']?.['lead']?.['unitId']) }));
  await must(mediator.command(id, 'ACCEPT'));
  const refusing = ((await mediator.get(`/api/cases/${id}`)).body['parties'] as unknown as readonly { id: string }[])[1]?.id;
  await must(mediator.command(id, 'RECORD_CONSENT', { partyId: refusing, consent: 'refuses' }));
  await until(
    'the petition’s holder hears of it',
    async () => (await holder.get('/api/inbox')).text,
    (text) => text.includes(id),
  );
  expect(clock(await holder.get(`/api/cases/${petition}`), 'PET-HANDLE')?.state).toBe('armed');
  await must(holder.command(petition, 'MEDIATION_ENDED', { result: 'failed' }));
});

endings(() => office);
