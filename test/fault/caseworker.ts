import { setTimeout as pause } from 'node:timers/promises';
import type { Answer } from '../support/api-client.ts';
import { send } from '../support/api-client.ts';
import type { SeededRandom } from '../support/seeded-random.ts';
import { accusation } from './accusations.ts';
import type { ClientLog, Operation } from './client-log.ts';
import type { Condition } from './condition.ts';
import type { Counter } from './counter.ts';
import type { LegalDay } from './legal-day.ts';
import { OTHER_MATTERS } from './other-matters.ts';
import type { People } from './people.ts';
import { RECORDS } from './records-beside.ts';
import type { OpenedCase, Steps } from './steps.ts';

const DAY = 86_400_000;
const PLACES = ['430405', '430407', '430421', '430482'];
const CATEGORY = '010903';
const CITY_HANDLER = 'housing-construction.430400.handler';

/** Of what was cut off, this share is never asked about again: it stays unknown. */
const LEFT_UNKNOWN = 0.15;
/** Of all requests, this share is sent twice at once under its key, and this one once more after its answer. */
const TWINS = 0.05;
const REPEATED = 0.05;
/** Of all matters, this share is an accusation, which is sealed. */
const ACCUSATIONS = 0.06;
/** Of the others, this share goes another way than the petition, and that one is a petition with a record beside it. */
const OTHERS = 0.25;
const BESIDE = 0.3;
/** After every step, the share of cases that nobody goes on with: their deadlines fall due. */
const LEFT_LYING = 0.12;

/** What the caseworkers of one run have in common. */
export interface Office {
  readonly app: Counter;
  readonly people: People;
  readonly log: ClientLog;
  readonly time: LegalDay;
  readonly stop: AbortSignal;
  /** The round-the-clock duty: whoever acts for it relies on it, whoever hands it over takes it away. */
  readonly duty: Condition;
  /** Resolves when the next piece of work may begin; without it, at once. */
  readonly pace?: () => Promise<void>;
}

/** A client that takes cases from the counter to their decision, one after another, and repeats under its key what was cut off. */
export class Caseworker {
  #cases = 0;
  #requests = 0;

  constructor(
    private readonly name: string,
    private readonly office: Office,
    private readonly random: SeededRandom,
  ) {}

  async work(): Promise<void> {
    while (!this.office.stop.aborted) await this.#oneCase();
  }

  async #oneCase(): Promise<void> {
    const { random } = this;
    const clerk = random.pick(['clerk', 'clerk2']);
    if (random.chance(ACCUSATIONS)) return accusation(this.#steps(), clerk);
    if (random.chance(OTHERS)) return random.pick(OTHER_MATTERS)(this.#steps(), clerk);
    if (random.chance(BESIDE)) return random.pick(RECORDS)(this.#steps(), clerk);
    const opened = await this.#register(clerk, { class: 'CLAIM', route: 'PETITION' });
    if (opened === null || this.#leaves()) return;
    const { id, routing } = opened;
    const { lead } = routing;
    const handler = `${lead.function}.${lead.division}.handler`;
    const passed = random.chance(0.3)
      ? await this.#command(id, clerk, 'ASSIGN', { unitId: lead.unitId, dueDate: dateOf(this.office.time.heard + 20 * DAY) })
      : await this.#command(id, clerk, 'FORWARD', { unitId: lead.unitId, note: '请依法办理并按期答复。' });
    if (!passed || this.#leaves() || !(await this.#command(id, handler, 'ACCEPT')) || this.#leaves()) return;
    // By which the petitioner's name is disclosed to the holder.
    await this.#read(handler, `/api/cases/${id}`);
    // A second acceptance is refused, and the refusal recorded under its key.
    if (random.chance(0.1)) await this.#command(id, handler, 'ACCEPT');
    if (random.chance(0.2))
      await this.#command(id, `${lead.function}.${lead.division}.head`, 'EXTEND', {
        days: random.between(1, 30),
        reason: '情况复杂，需要现场勘验。',
      });
    const opinion = {
      outcome: random.pick(['SUPPORT', 'EXPLAIN', 'REJECT']),
      request: '督促维修',
      facts: '经查，主板损坏。',
      opinion: '责令限期修复。',
      basis: '《民法典》第二百八十一条',
    };
    if (!(await this.#command(id, handler, 'ISSUE_OPINION', opinion)) || this.#leaves()) return;
    if (!(await this.#serve(id, handler)) || this.#leaves() || random.chance(0.5)) return;
    await this.#review(id, clerk);
  }

  async #review(id: string, clerk: string): Promise<void> {
    const receivedOn = await this.office.time.today(clerk);
    if (
      receivedOn === null ||
      !(await this.#command(id, clerk, 'REQUEST_REVIEW', { receivedOn, reason: '对处理意见不服。' })) ||
      this.#leaves()
    )
      return;
    const decision = this.random.pick(['UPHOLD', 'REVOKE']);
    if (!(await this.#command(id, CITY_HANDLER, 'DECIDE_REVIEW', { decision, opinion: '复查意见。' })) || this.#leaves()) return;
    await this.#serve(id, CITY_HANDLER);
  }

  #steps(): Steps {
    const { people, time, duty } = this.office;
    return {
      random: this.random,
      people,
      duty,
      register: (clerk, patch) => this.#register(clerk, patch),
      raise: (username, path, body) => this.#raise(username, path, body),
      now: () => new Date(time.heard).toISOString(),
      dayIn: (days) => dateOf(time.heard + days * DAY),
      command: (caseId, username, type, payload) => this.#command(caseId, username, type, payload),
      today: (username) => time.today(username),
      read: (username, path) => this.#read(username, path),
      leaves: () => this.#leaves(),
    };
  }

  /** @returns null where nobody answered */
  async #read(username: string, path: string): Promise<unknown> {
    const { app, people, log } = this.office;
    const answer = await send(app.url, { method: 'GET', path, token: await people.token(username) }).catch(() => null);
    if (answer !== null && answer.status !== 200 && answer.status !== 503) log.surprises.push(`GET ${path}: ${JSON.stringify(answer)}`);
    return answer?.status === 200 ? answer.body : null;
  }

  async #serve(id: string, who: string): Promise<boolean> {
    const receivedOn = await this.office.time.today(who);
    return receivedOn !== null && this.#command(id, who, 'RECORD_SERVICE', { method: 'in-person', receivedOn });
  }

  /** Whether this case is left lying here. */
  #leaves(): boolean {
    return this.office.stop.aborted || this.random.chance(LEFT_LYING);
  }

  /** What is told of a sealed case's title is nothing: it stands nowhere in clear. */
  async #register(clerk: string, { title: told, ...patch }: Readonly<Record<string, unknown>>): Promise<OpenedCase | null> {
    const { random, office } = this;
    this.#cases += 1;
    const title = `电梯停运 ${this.name}-${String(this.#cases)}`;
    const operation = this.#begin({
      username: clerk,
      path: '/api/cases',
      type: 'REGISTER',
      title: told === null ? null : title,
      caseId: null,
    });
    await this.#insist(operation, {
      channel: 'visit',
      title,
      narrative: '我们小区三号楼两部电梯停运已有两个月，老人出行困难，多次反映没有结果。',
      categoryCode: CATEGORY,
      divisionCode: random.pick(PLACES),
      headcount: random.between(1, 4),
      receivedAt: new Date(office.time.heard - random.between(0, 16) * DAY).toISOString(),
      parties: [{ role: 'petitioner', kind: 'person', name: '周师傅', phone: `138${String(random.between(10_000_000, 99_999_999))}` }],
      ...patch,
    });
    return operation.certainty === 'acknowledged' ? (operation.answer as OpenedCase) : null;
  }

  async #raise(username: string, path: string, body: Readonly<Record<string, unknown>>): Promise<string | null> {
    const operation = this.#begin({ username, path, type: 'REGISTER', title: null, caseId: null });
    await this.#insist(operation, body);
    return operation.certainty === 'acknowledged' ? operation.caseId : null;
  }

  async #command(caseId: string, username: string, type: string, payload: Readonly<Record<string, unknown>> = {}): Promise<boolean> {
    const operation = this.#begin({ username, path: `/api/cases/${caseId}/commands`, type, title: null, caseId });
    await this.#insist(operation, { type, payload });
    return operation.certainty === 'acknowledged';
  }

  #begin(operation: Omit<Parameters<ClientLog['begin']>[0], 'key'>): Operation {
    this.#requests += 1;
    return this.office.log.begin({ ...operation, key: `${this.name}-${String(this.#requests)}` });
  }

  /** Sends until the outcome is known, or leaves it unknown for good. */
  async #insist(operation: Operation, body: unknown): Promise<void> {
    const { random, office } = this;
    const token = await office.people.token(operation.username);
    const once = async (): Promise<void> => {
      const sentAt = performance.now();
      const request = { method: 'POST', path: operation.path, token, body, key: operation.key } as const;
      const answer = await send(office.app.url, request).catch((error: unknown): Answer | Error => asError(error));
      office.log.hear(operation, sentAt, answer);
      if (answer instanceof Error) await office.app.up();
      else if (answer.retryAfter !== null) await pause(answer.retryAfter * 1_000);
    };
    await office.pace?.();
    for (;;) {
      await Promise.all(random.chance(TWINS) ? [once(), once()] : [once()]);
      if (operation.certainty !== 'unknown') break;
      if (office.stop.aborted || random.chance(LEFT_UNKNOWN)) return;
    }
    if (random.chance(REPEATED)) await once();
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

function dateOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
