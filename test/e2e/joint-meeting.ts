import type { Answer, Client, Product } from './product.ts';

/** The calendar day in Shanghai, so many days after an instant. */
export const dayIn = (now: string, days: number): string =>
  new Date(Date.parse(now) + (days * 24 + 8) * 3_600_000).toISOString().slice(0, 10);

/** The unit of a function in a division, `housing-construction.430407`. */
export async function unitIdOf(who: Client, code: string): Promise<string> {
  const [unitFunction, division] = code.split('.');
  const answer = await who.get(`/api/directory/units?function=${String(unitFunction)}&division=${String(division)}`);
  return String(answer.body['items']?.[0]?.['id']);
}

async function done(sent: Promise<Answer>): Promise<Answer> {
  const answer = await sent;
  expect([answer.status, answer.status === 200 ? '' : answer.text]).toEqual([200, '']);
  return answer;
}

/** A joint meeting on one case that its office, the centre, has held today. */
export async function heldMeeting(product: Product, caseId: string): Promise<string> {
  const clerk = await product.as('clerk');
  const members = await Promise.all(['housing-construction.430407', 'education.430407'].map((code) => unitIdOf(clerk, code)));
  const meetingId = String((await done(clerk.post('/api/meetings', { title: '联席会', members }))).body['id']);
  const date = dayIn(await product.now(), 0);
  await done(clerk.command(meetingId, 'PUT_ON_AGENDA', { caseId, agendaReason: 'measure', matter: '请研究' }));
  await done(clerk.command(meetingId, 'CONVENE', { date, convenor: '副市长', place: '三楼会议室' }));
  await done(clerk.command(meetingId, 'RECORD_MEETING', { date, present: members, minutes: '议定如下' }));
  return meetingId;
}

/** What that meeting resolves on the case, owed by a unit in ten days. */
export async function resolve(product: Product, meetingId: string, caseId: string, kind: string, unitId: string): Promise<string> {
  const clerk = await product.as('clerk');
  const body = { kind, caseId, unitId, dueDate: dayIn(await product.now(), 10), text: '按议定事项落实' };
  return String((await done(clerk.post(`/api/meetings/${meetingId}/resolutions`, body))).body['id']);
}
