import type { Answer, Client } from './product.ts';
import { intake, PASSWORD, Product } from './product.ts';

const MEDIATOR = 'mediator.430407';

interface Clock {
  readonly rule: string;
  readonly state: string;
  readonly dueDate: string;
}
/** The first clock of a rule on an answered case. */
export const clock = (one: Answer, rule: string): Clock | undefined =>
  (one.body['deadlines'] as unknown as readonly Clock[]).find((each) => each.rule === rule);

export const SIDES = [
  { role: 'petitioner', kind: 'person', name: '测试人甲', phone: '13900004321' },
  { role: 'respondent', kind: 'person', name: '测试人乙' },
];

export interface Dispute {
  readonly id: string;
  readonly parties: readonly string[];
  readonly answer: Answer;
}

export async function must(sent: Promise<Answer>): Promise<Answer> {
  const answer = await sent;
  expect([answer.status, answer.status === 200 ? '' : answer.text]).toEqual([200, '']);
  return answer;
}

/** A running product with a district's committee, its mediator, and the way of a dispute to his table. */
export interface MediationOffice {
  readonly product: Product;
  readonly now: string;
  readonly mediator: Client;
  readonly today: () => string;
  /** `unitId`: whom it is passed on to, where that isn't the committee. */
  readonly routed: (kind?: string, patch?: Readonly<Record<string, unknown>>, unitId?: string) => Promise<Dispute>;
  readonly opened: (kind?: string, patch?: Readonly<Record<string, unknown>>) => Promise<Dispute>;
  readonly unitOf: (fn: string) => Promise<string>;
  readonly written: (parties: readonly string[], performBy?: string) => Record<string, unknown>;
}

export async function mediationOffice(): Promise<MediationOffice> {
  const product = await Product.start();
  const now = await product.now();
  const mediator = await product.as(MEDIATOR);
  const login = await product.nobody.post('/api/auth/login', { username: MEDIATOR, password: PASSWORD });
  const mediatorId = String(login.body['user']?.['id']);

  const today = (): string => new Date(Date.parse(now) + 8 * 3_600_000).toISOString().slice(0, 10);

  const unitOf = async (fn: string): Promise<string> => {
    const units = await (await product.as('clerk')).get(`/api/directory/units?function=${fn}&division=430407`);
    return String((units.body['items'] as unknown as readonly { id: string }[])[0]?.id);
  };

  /** Registered at the counter, passed on to the district's committee. */
  async function routed(kind = 'people', patch: Readonly<Record<string, unknown>> = {}, unitId?: string): Promise<Dispute> {
    const clerk = await product.as('clerk');
    const answer = await clerk.post(
      '/api/cases',
      intake(now, {
        procedure: 'mediation',
        mediation: { kind, application: 'written' },
        categoryCode: '800100',
        parties: SIDES,
        ...patch,
      }),
    );
    expect([answer.status, answer.body['procedure'], answer.body['routing']?.['lead']?.['function']]).toEqual([
      201,
      'mediation',
      'mediation-committee',
    ]);
    const id = String(answer.body['id']);
    expect((await clerk.command(id, 'FORWARD', { unitId: unitId ?? (await unitOf('mediation-committee')) })).status).toBe(200);
    const page = await clerk.get(`/api/cases/${id}`);
    return { id, answer, parties: (page.body['parties'] as unknown as readonly { id: string }[]).map((one) => one.id) };
  }

  /** Both sides consent, the mediator is there, the doors are shut or open as its kind has it. */
  async function opened(kind = 'people', patch: Readonly<Record<string, unknown>> = {}): Promise<Dispute> {
    const dispute = await routed(kind, patch);
    await must(mediator.command(dispute.id, 'ACCEPT'));
    for (const partyId of dispute.parties) await must(mediator.command(dispute.id, 'RECORD_CONSENT', { partyId, consent: 'agrees' }));
    await must(mediator.command(dispute.id, 'APPOINT_MEDIATOR', { userId: mediatorId, chosenBy: 'body' }));
    if (kind === 'pretrial') await must(mediator.command(dispute.id, 'SIGN_FOR_MEDIATION'));
    await must(mediator.command(dispute.id, 'OPEN_MEDIATION', { rightsTold: true }));
    return dispute;
  }

  const written = (parties: readonly string[], performBy?: string): Record<string, unknown> => ({
    form: 'written',
    facts: '双方对噪声来源没有争议。',
    disputed: '夜间使用时间和隔声费用；由乙方承担主要责任。',
    content: '乙方加装隔声垫，夜间十点后不使用设备。',
    manner: '一次性完成，甲方到场查看。',
    mediatorSigned: true,
    sealed: true,
    signedBy: parties,
    effectiveOn: today(),
    ...(performBy === undefined ? {} : { performBy }),
  });
  return { product, now, mediator, today, routed, opened, unitOf, written };
}
