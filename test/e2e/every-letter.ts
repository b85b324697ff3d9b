import { textOfDocx, textOfPdf } from '../../libs/letters/src/letter-text.fixture.ts';
import type { Client, Product } from './product.ts';
import { intake } from './product.ts';

/** What a letter has to show besides its number: whose it is, whether under a seal, the article, and words of its case. */
interface Shown {
  readonly title: string;
  readonly unit: string;
  readonly sealed: boolean;
  readonly says: readonly string[];
}

const CITY = '衡阳市综治中心';
const ORGAN = '石鼓区住房和城乡建设局';
const COMMITTEE = '人民调解委员会';
const OPINION = {
  outcome: 'REJECT',
  request: '修复照明',
  facts: '照明确已损坏',
  opinion: '由物业修复',
  basis: '《物业管理条例》第三十五条',
};
const SIDES = [
  { role: 'petitioner', kind: 'person', name: '测试人甲', phone: '13900004321' },
  { role: 'respondent', kind: 'person', name: '测试人乙' },
];

/** Every kind of letter that no other test issues, on the running product, read in DOCX and PDF. */
export function everyLetter(started: () => Product): void {
  const as = (username: string): Promise<Client> => started().as(username);
  const done = async (who: Client, id: string, type: string, payload: unknown = {}): Promise<void> => {
    const { status, text } = await who.command(id, type, payload);
    if (status !== 200) throw new Error(`${type}: ${String(status)} ${text}`);
  };
  const today = async (): Promise<string> => new Date(Date.parse(await started().now()) + 8 * 3_600_000).toISOString().slice(0, 10);
  const opened = async (patch: Readonly<Record<string, unknown>> = {}): Promise<{ id: string; lead: string; parties: string[] }> => {
    const clerk = await as('clerk');
    const { status, body, text } = await clerk.post('/api/cases', intake(await started().now(), patch));
    if (status !== 201) throw new Error(text);
    const id = String(body['id']);
    const page = await clerk.get(`/api/cases/${id}`);
    const parties = (page.body['parties'] as unknown as readonly { id: string }[]).map((one) => one.id);
    return { id, lead: String(body['routing']?.['lead']?.['unitId']), parties };
  };

  async function issued(username: string, id: string, kind: string, { title, unit, sealed, says }: Shown): Promise<void> {
    const who = await as(username);
    const { status, body, text } = await who.post(`/api/cases/${id}/letters`, { kind });
    if (status !== 200) throw new Error(`${kind}: ${String(status)} ${text}`);
    const files = body['files'] as unknown as readonly { documentId: string; format: 'docx' | 'pdf' }[];
    for (const { documentId, format } of files) {
      const response = await fetch(`${who.url}/api/cases/${id}/letters/${documentId}`, {
        headers: { authorization: `Bearer ${String(who.token)}` },
      });
      const bytes = Buffer.from(await response.arrayBuffer());
      const read = format === 'docx' ? await textOfDocx(bytes) : await textOfPdf(bytes);
      const missing = [title, String(body['letterNo']), unit, ...says].filter((one) => !read.includes(one.replaceAll(/\s/g, '')));
      expect([kind, format, missing, read.includes('（印章）')]).toEqual([kind, format, [], sealed]);
    }
    expect([kind, files.map(({ format }) => format).sort()]).toEqual([kind, ['docx', 'pdf']]);
  }

  it('a petition’s letters: assigned, extended, served, reviewed, rechecked, visited, and no longer accepted', async () => {
    const clerk = await as('clerk');
    const handler = await as('housing-construction.430407.handler');
    const { id, lead } = await opened();
    const day = await today();
    await done(clerk, id, 'ASSIGN', { unitId: lead, dueDate: '2027-02-01' });
    await issued('clerk', id, 'assignment', {
      title: '信访事项交办函',
      unit: CITY,
      sealed: true,
      says: ['第二十二条第三项', '2027年2月1日'],
    });
    await done(handler, id, 'ACCEPT');
    await done(await as('housing-construction.430407.head'), id, 'EXTEND', { days: 30, reason: '案情复杂' });
    const extended = { title: '延期办理告知书', unit: ORGAN, sealed: true, says: ['案情复杂', '第34条'] };
    await issued('housing-construction.430407.head', id, 'extension', extended);
    await done(handler, id, 'ISSUE_OPINION', OPINION);
    await done(handler, id, 'RECORD_SERVICE', { method: 'in-person', receivedOn: day, proof: '当面签收' });
    const served = { title: '送达回证', unit: ORGAN, sealed: true, says: ['当面签收', '第35条'] };
    await issued('housing-construction.430407.handler', id, 'service', served);
    const superior = await as('housing-construction.430400.handler');
    await done(clerk, id, 'REQUEST_REVIEW', { receivedOn: day, reason: '不服处理意见' });
    await done(superior, id, 'DECIDE_REVIEW', { decision: 'UPHOLD', opinion: '事实清楚，维持原处理意见。' });
    await issued('housing-construction.430400.handler', id, 'review', {
      title: '信访事项复查意见书',
      unit: '衡阳市住房和城乡建设局',
      sealed: true,
      says: ['第三十五条', '维持', '事实清楚'],
    });
    await done(superior, id, 'RECORD_SERVICE', { method: 'in-person', receivedOn: day, proof: '当面签收' });
    const province = await as('housing-construction.430000.handler');
    await done(clerk, id, 'REQUEST_RECHECK', { receivedOn: day, reason: '不服复查意见' });
    await done(province, id, 'DECIDE_RECHECK', { decision: 'UPHOLD', opinion: '复查意见正确，予以维持。' });
    await issued('housing-construction.430000.handler', id, 'recheck', {
      title: '信访事项复核意见书',
      unit: '湖南省',
      sealed: true,
      says: ['第三十六条第三款', '不再受理'],
    });
    await done(province, id, 'RECORD_SERVICE', { method: 'in-person', receivedOn: day, proof: '当面签收' });
    await done(await as('supervisor'), id, 'RETURN_VISIT', { outcome: 'explained', note: '已当面解释' });
    await issued('supervisor', id, 'return-visit', { title: '回访记录', unit: CITY, sealed: true, says: ['已当面解释'] });

    const again = await opened();
    await done(clerk, again.id, 'NO_LONGER_ACCEPT', { priorCaseId: id, comparison: '事实和理由相同' });
    await done(await as('clerk2'), again.id, 'CONFIRM');
    const ended = { title: '不再受理告知书', unit: CITY, sealed: true, says: ['第三十六条第三款'] };
    await issued('clerk2', again.id, 'no-longer-accepted', ended);
    const refused = await opened();
    await done(clerk, refused.id, 'REFUSE', { reason: 'no-concrete-claim' });
    const notTaken = { title: '不予受理告知书', unit: CITY, sealed: true, says: ['第十九条第一款'] };
    await issued('clerk', refused.id, 'non-acceptance', notTaken);
  }, 60_000);

  it('a suggestion is replied to, a supervision says its ground, and a letter of suggestion what it asks for', async () => {
    const clerk = await as('clerk');
    const handler = await as('housing-construction.430407.handler');
    const suggestion = await opened({ class: 'SUGGESTION', route: undefined, procedure: 'suggestion' });
    await done(clerk, suggestion.id, 'FORWARD', { unitId: suggestion.lead });
    await done(handler, suggestion.id, 'ACCEPT');
    await done(handler, suggestion.id, 'REPLY', { adopted: 'full', reply: '已纳入年度计划。' });
    const reply = { title: '建议意见答复书', unit: ORGAN, sealed: true, says: ['第二十九条', '已纳入年度计划'] };
    await issued('housing-construction.430407.handler', suggestion.id, 'reply', reply);

    const supervisor = await as('supervisor');
    const { id, lead } = await opened();
    await done(clerk, id, 'FORWARD', { unitId: lead });
    await done(handler, id, 'ACCEPT');
    const card = await supervisor.post(`/api/cases/${id}/supervisions`, { ground: 'delay', demand: '查明拖延原因并限期修复。' });
    const supervised = { title: '信访事项督办函', unit: CITY, sealed: true, says: ['第四十条第一款', '督办事由：拖延', '查明拖延原因'] };
    await issued('supervisor', String(card.body['id']), 'supervision', supervised);
    const said = { kind: 'improve-work', unitId: lead, facts: '同类问题三个月内出现七件。', suggestion: '建立公共照明巡检制度。' };
    const letter = await supervisor.post(`/api/cases/${id}/suggestion-letters`, said);
    const asked = { title: '信访工作建议书', unit: CITY, sealed: true, says: ['第四十条', said.facts, said.suggestion] };
    await issued('supervisor', String(letter.body['id']), 'suggestion', asked);
  }, 60_000);

  it('a mediation’s letters: minutes, agreement, joint application, and the notice of its ending', async () => {
    const clerk = await as('clerk');
    const mediator = await as('mediator.430407');
    const day = await today();
    const mediating = async (): Promise<{ id: string; parties: string[] }> => {
      const mediation = { kind: 'people', application: 'written' };
      const { id, parties } = await opened({ procedure: 'mediation', mediation, categoryCode: '800100', parties: SIDES });
      const units = await clerk.get('/api/directory/units?function=mediation-committee&division=430407');
      await done(clerk, id, 'FORWARD', { unitId: String((units.body['items'] as unknown as readonly { id: string }[])[0]?.id) });
      await done(mediator, id, 'ACCEPT');
      for (const partyId of parties) await done(mediator, id, 'RECORD_CONSENT', { partyId, consent: 'agrees' });
      const me = await mediator.get('/api/auth/me');
      await done(mediator, id, 'APPOINT_MEDIATOR', { userId: String(me.body['user']?.['id']), chosenBy: 'body' });
      await done(mediator, id, 'OPEN_MEDIATION', { rightsTold: true });
      return { id, parties };
    };
    const { id, parties } = await mediating();
    const username = 'mediator.430407';
    await done(mediator, id, 'HOLD_SESSION', { date: day, place: '调解室', minutes: '双方陈述了意见。', present: parties });
    await issued(username, id, 'minutes', { title: '调解笔录', unit: COMMITTEE, sealed: false, says: ['双方陈述了意见'] });
    const agreement = { facts: '双方没有争议。', disputed: '夜间噪声。', content: '加装隔声垫。', manner: '一次性完成。' };
    const signed = { form: 'written', mediatorSigned: true, sealed: true, signedBy: parties, effectiveOn: day, ...agreement };
    await done(mediator, id, 'CONCLUDE_AGREEMENT', signed);
    const agreed = { title: '调解协议书', unit: COMMITTEE, sealed: true, says: ['第三十一条', '加装隔声垫', '一次性完成'] };
    await issued(username, id, 'mediation-agreement', agreed);
    const application = { court: '石鼓区人民法院', applicants: parties, appliedOn: day, subject: 'claim' };
    await done(mediator, id, 'APPLY_FOR_CONFIRMATION', application);
    const asked = { title: '司法确认申请书', unit: '石鼓区人民法院', sealed: false, says: ['第三十三条', '第二百零五条'] };
    await issued(username, id, 'confirmation-application', asked);

    const failed = await mediating();
    await done(mediator, failed.id, 'END_MEDIATION', { ground: 'too-far-apart' });
    const ended = { title: '终止调解通知书', unit: COMMITTEE, sealed: true, says: ['第二十六条', '分歧'] };
    await issued(username, failed.id, 'termination', ended);
  }, 60_000);
}
