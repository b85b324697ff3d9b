import { send } from '../support/api-client.ts';
import { PASSWORD, START } from './city.ts';

const HANDLER = 'housing-construction.430407.handler';
const MEDIATOR = 'mediator.430407';

/** Cases and records of every kind that has a page of its own look, opened over the API. */
export interface Records {
  readonly petition: string;
  readonly supervision: string;
  readonly letter: string;
  readonly meeting: string;
  readonly jurisdiction: string;
  readonly urgent: string;
  readonly mediation: string;
  readonly hotline: string;
}

/** Opens them on a running product. @throws where the API refuses one of the steps */
export async function openRecords(url: string): Promise<Records> {
  const tokens = new Map<string, { readonly token: string; readonly id: string }>();
  const login = async (username: string): Promise<{ readonly token: string; readonly id: string }> => {
    const known = tokens.get(username);
    if (known !== undefined) return known;
    const { body } = await send(url, { method: 'POST', path: '/api/auth/login', body: { username, password: PASSWORD } });
    const { token, user } = body as { token: string; user: { id: string } };
    tokens.set(username, { token, id: user.id });
    return { token, id: user.id };
  };
  const asked = async (username: string, method: 'GET' | 'POST', path: string, body?: unknown): Promise<unknown> => {
    const { token } = await login(username);
    const answer = await send(url, { method, path, token, ...(body === undefined ? {} : { body }) });
    if (answer.status >= 300) throw new Error(`${username} ${path}: ${String(answer.status)} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const opened = async (username: string, path: string, body: unknown): Promise<string> =>
    ((await asked(username, 'POST', path, body)) as { id: string }).id;
  const command = (username: string, id: string, type: string, payload: unknown = {}): Promise<unknown> =>
    asked(username, 'POST', `/api/cases/${id}/commands`, { type, payload });
  const unit = async (code: string): Promise<string> => {
    const [fn = '', division = ''] = code.split('.');
    const page = (await asked('clerk', 'GET', `/api/directory/units?function=${fn}&division=${division}`)) as { items: { id: string }[] };
    return page.items[0]?.id ?? '';
  };
  const registered = (patch: Readonly<Record<string, unknown>> = {}): Promise<string> =>
    opened('clerk', '/api/cases', {
      channel: 'visit',
      class: 'CLAIM',
      route: 'PETITION',
      procedure: 'petition',
      title: '楼道照明长期损坏',
      narrative: '二号楼楼道照明损坏三个月，多次反映没有修复。',
      categoryCode: '010903',
      divisionCode: '430407',
      receivedAt: START,
      headcount: 1,
      urgent: false,
      confidential: false,
      parties: [{ role: 'petitioner', kind: 'person', name: '测试人甲', phone: '13900004321' }],
      ...patch,
    });
  const [housing, education] = await Promise.all([unit('housing-construction.430407'), unit('education.430407')]);

  const petition = await registered();
  await command('clerk', petition, 'FORWARD', { unitId: housing });
  const jurisdiction = await opened(HANDLER, `/api/cases/${petition}/jurisdiction`, { organs: [education], reason: '认为属对方职责' });
  await command(HANDLER, petition, 'ACCEPT');
  const supervision = await opened('supervisor', `/api/cases/${petition}/supervisions`, { ground: 'delay', demand: '限期修复。' });
  await command(HANDLER, supervision, 'GIVE_EVIDENCE', { item: 1, evidence: '照片。' });
  const letter = await opened('supervisor', `/api/cases/${petition}/suggestion-letters`, {
    kind: 'improve-work',
    unitId: housing,
    facts: '同类问题三个月内出现七件。',
    suggestion: '建立巡检制度。',
  });
  const meeting = await opened('clerk', '/api/meetings', { title: '照明协调会', members: [housing, education] });
  await command('clerk', meeting, 'PUT_ON_AGENDA', { caseId: petition, agendaReason: 'unsolved', matter: '请各单位配合' });
  const urgent = await opened('clerk', '/api/urgent-matters', {
    caseId: await registered({ title: '燃气泄漏', narrative: '一楼闻到强烈燃气味。', urgent: true }),
    kind: 'public-safety',
    learnedAt: START,
    situation: '现场有险情',
  });
  const mediation = await registered({
    procedure: 'mediation',
    mediation: { kind: 'people', application: 'written' },
    categoryCode: '800100',
    title: '噪声纠纷',
    parties: [
      { role: 'petitioner', kind: 'person', name: '测试人甲', phone: '13900004321' },
      { role: 'respondent', kind: 'person', name: '测试人乙' },
    ],
  });
  await command('clerk', mediation, 'FORWARD', { unitId: await unit('mediation-committee.430407') });
  await command(MEDIATOR, mediation, 'ACCEPT');
  const hotline = await registered({ channel: 'phone', procedure: 'hotline', title: '路灯不亮' });
  await command('clerk', hotline, 'DISPATCH', { unitId: housing });
  return { petition, supervision, letter, meeting, jurisdiction, urgent, mediation, hotline };
}
