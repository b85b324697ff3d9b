/** A case as the script sees it while it plays. */
export interface DemoCase {
  readonly id: string;
  readonly leadUnitId: string;
  /** `YYYY-MM-DD` of the act. */
  readonly today: string;
  readonly petitionerId: string | null;
}

/** Who acts: an account of the centre, or the handler or head of the unit that holds the case. */
export type DemoActor = 'clerk' | 'clerk2' | 'supervisor' | 'leader' | 'handler' | 'head';

export interface DemoAct {
  /** Days after the case was received. */
  readonly day: number;
  readonly by: DemoActor;
  readonly type: string;
  readonly payload: (now: DemoCase) => Readonly<Record<string, unknown>>;
}

const act = (day: number, by: DemoActor, type: string, payload: DemoAct['payload'] = () => ({})): DemoAct => ({ day, by, type, payload });

const forward = act(2, 'clerk', 'FORWARD', ({ leadUnitId }) => ({ unitId: leadUnitId, note: '请按职责受理并按期答复。' }));
const accepted = [forward, act(5, 'handler', 'ACCEPT')];
const opinion = (day: number, outcome: 'SUPPORT' | 'EXPLAIN' | 'REJECT') =>
  act(day, 'handler', 'ISSUE_OPINION', () => ({
    outcome,
    request: '请求依法处理所反映的问题。',
    facts: '经实地核查、调阅资料并听取双方意见，主要情况属实。',
    opinion:
      outcome === 'SUPPORT'
        ? '支持请求，责成有关单位限期办结。'
        : outcome === 'EXPLAIN'
          ? '依照现行政策作出解释，并告知可行的办法。'
          : '所提请求没有法律和政策依据，不予支持。',
    basis: '《信访工作条例》第三十二条',
  }));
const service = (day: number) => act(day, 'handler', 'RECORD_SERVICE', ({ today }) => ({ method: 'in-person', receivedOn: today }));
const answered = (outcome: 'SUPPORT' | 'EXPLAIN' | 'REJECT') => [...accepted, opinion(24, outcome), service(27)];
const review = act(40, 'clerk', 'REQUEST_REVIEW', ({ today }) => ({ receivedOn: today, reason: '对处理意见不服，请求复查。' }));
const visit = (day: number) => act(day, 'clerk', 'RETURN_VISIT', () => ({ outcome: 'solved', note: '电话回访，问题已解决。' }));
const rate = (day: number, target: 'centre' | 'unit', value: 'satisfied' | 'basically') =>
  act(day, 'clerk2', 'RATE', () => ({ target, value, source: 'phone' }));

/** What can happen to a case, by how far it has come. Days are calendar days after receipt. */
export const STORIES = {
  registered: [],
  forwarded: [forward],
  assigned: [
    act(1, 'clerk', 'ASSIGN', ({ leadUnitId, today }) => ({ unitId: leadUnitId, dueDate: later(today, 30), note: '限期办理并报告结果。' })),
  ],
  objected: [forward, act(3, 'handler', 'OBJECT', () => ({ reason: '该事项主要涉及其他部门职责，建议改转。' }))],
  'refusal proposed': [forward, act(5, 'handler', 'REFUSE', () => ({ reason: 'not-a-petition-matter' }))],
  refused: [forward, act(5, 'handler', 'REFUSE', () => ({ reason: 'in-legal-procedure' })), act(7, 'clerk', 'CONFIRM')],
  handling: accepted,
  extended: [...accepted, act(55, 'head', 'EXTEND', () => ({ days: 30, reason: '情况复杂，需要鉴定，已告知信访人。' }))],
  mediating: [...accepted, act(12, 'handler', 'START_MEDIATION', ({ petitionerId }) => ({ consents: [petitionerId] }))],
  answered: [...accepted, opinion(24, 'EXPLAIN')],
  served: answered('EXPLAIN'),
  reviewing: [...answered('REJECT'), review],
  'review served': [
    ...answered('REJECT'),
    review,
    act(55, 'handler', 'DECIDE_REVIEW', () => ({ decision: 'UPHOLD', opinion: '原处理意见事实清楚、依据充分，予以维持。' })),
    service(57),
  ],
  archived: [
    ...answered('SUPPORT'),
    act(30, 'handler', 'SET_EXECUTION', ({ today }) => ({ dueDate: later(today, 20) })),
    act(45, 'handler', 'REPORT_EXECUTION', () => ({ report: '已全部落实到位，附完成情况。' })),
    visit(62),
    rate(63, 'centre', 'satisfied'),
    rate(63, 'unit', 'satisfied'),
    act(66, 'clerk', 'ARCHIVE'),
  ],
  'visited, not archived': [...answered('SUPPORT'), visit(62), rate(63, 'unit', 'basically')],
  withdrawn: [
    ...accepted,
    act(10, 'clerk', 'WITHDRAW', ({ petitionerId, today }) => ({
      requestedBy: petitionerId,
      requestedOn: today,
      evidence: '本人书面申请，已核对身份。',
    })),
  ],
  settled: [
    ...accepted,
    act(18, 'handler', 'SETTLE', ({ petitionerId }) => ({ consents: [petitionerId], agreement: '双方达成书面和解，已履行。' })),
  ],
  guided: [
    act(2, 'clerk', 'GUIDE', () => ({ route: 'LITIGATION', organ: '有管辖权的人民法院', reason: '属于民事争议，依法应当通过诉讼解决。' })),
  ],
  adopted: [
    forward,
    act(4, 'handler', 'ACCEPT'),
    act(15, 'handler', 'REPLY', () => ({ adopted: 'partly', reply: '建议已研究，部分内容纳入今年工作安排。' })),
    service(17),
    act(20, 'clerk', 'RETURN_VISIT', () => ({ outcome: 'explained', note: '已电话说明采纳情况。' })),
  ],
  'under study': [forward, act(4, 'handler', 'ACCEPT')],
  transferred: [forward, act(4, 'handler', 'CONFIRM_RECEIPT')],
} satisfies Readonly<Record<string, readonly DemoAct[]>>;

export type StoryName = keyof typeof STORIES;

function later(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
