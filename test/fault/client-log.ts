import { isDeepStrictEqual } from 'node:util';
import type { Answer } from '../support/api-client.ts';

/** What a client can say of a request once it has heard all that it will: refused means told so, unknown that nothing was heard. */
export type Certainty = 'acknowledged' | 'refused' | 'unknown';

/** One thing that a client wanted done, under one Idempotency-Key, however often it was sent. */
export interface Operation {
  readonly key: string;
  readonly username: string;
  readonly path: string;
  /** REGISTER, or the command. */
  readonly type: string;
  /** Title of a registration, nowhere else used. */
  readonly title: string | null;
  /** Known from the start for a command, from the answer for a registration. */
  caseId: string | null;
  certainty: Certainty;
  /** Status of every answer, null where none came. */
  readonly statuses: (number | null)[];
  /** The first acknowledgement's body. */
  answer: unknown;
}

/** Everything that the clients did and heard: what the database is held against afterwards. */
export class ClientLog {
  readonly operations: Operation[] = [];
  /** What no client should ever be told, as text. */
  readonly surprises: string[] = [];
  /** Acknowledgements of operations, replays not counted. */
  acknowledged = 0;
  /** Answers to a key that had been acknowledged before. */
  replays = 0;
  /** Requests on whose answer a client gave up, as text, with `performance.now()` when they were sent. */
  readonly hangs: { readonly what: string; readonly sentAt: number }[] = [];
  /** Registrations that were turned away with 503, and how long the slowest of them took; ms. */
  readonly turnedAway = { intakes: 0, slowest: 0 };
  /** `performance.now()` at which the latest request left that was acknowledged. */
  latestAcknowledgedSentAt = 0;

  begin(operation: Pick<Operation, 'key' | 'username' | 'path' | 'type' | 'title' | 'caseId'>): Operation {
    const begun: Operation = { ...operation, certainty: 'unknown', statuses: [], answer: null };
    this.operations.push(begun);
    return begun;
  }

  /** An answer came, or none, for the reason given. */
  hear(operation: Operation, sentAt: number, answer: Answer | Error): void {
    if (answer instanceof Error) {
      operation.statuses.push(null);
      if (answer.name === 'TimeoutError') this.hangs.push({ what: `${operation.type} ${operation.key}`, sentAt });
      return;
    }
    operation.statuses.push(answer.status);
    const { status, body } = answer;
    if (status === 200 || status === 201) this.#acknowledge(operation, sentAt, body);
    else if (status < 500) this.#refuse(operation, status, body);
    else if (status === 503 && answer.retryAfter !== null) this.#turnAway(operation, sentAt);
    else this.surprises.push(`${operation.type} ${operation.key}: ${JSON.stringify(answer)}`);
  }

  count(certainty: Certainty): number {
    return this.operations.filter((operation) => operation.certainty === certainty).length;
  }

  #turnAway({ type }: Operation, sentAt: number): void {
    if (type !== 'REGISTER') return;
    this.turnedAway.intakes += 1;
    this.turnedAway.slowest = Math.max(this.turnedAway.slowest, performance.now() - sentAt);
  }

  #acknowledge(operation: Operation, sentAt: number, body: unknown): void {
    this.latestAcknowledgedSentAt = Math.max(this.latestAcknowledgedSentAt, sentAt);
    if (operation.certainty === 'acknowledged') {
      this.replays += 1;
      if (!isDeepStrictEqual(body, operation.answer)) {
        this.surprises.push(`${operation.type} ${operation.key}: ${JSON.stringify(operation.answer)} and then ${JSON.stringify(body)}`);
      }
      return;
    }
    if (operation.certainty === 'refused') this.surprises.push(`${operation.type} ${operation.key}: refused, then acknowledged`);
    operation.certainty = 'acknowledged';
    operation.answer = body;
    operation.caseId = (body as { id: string }).id;
    this.acknowledged += 1;
  }

  /** 409 is the engine's no to what came too late or out of order; every other one means that the client was misunderstood. */
  #refuse(operation: Operation, status: number, body: unknown): void {
    if (status !== 409 || operation.certainty === 'acknowledged') {
      this.surprises.push(`${operation.type} ${operation.key}: ${String(status)} ${JSON.stringify(body)}`);
    }
    if (operation.certainty === 'unknown') operation.certainty = 'refused';
  }
}
