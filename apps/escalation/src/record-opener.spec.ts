import type { LeasedRecord } from '#libs/backlog';
import type { ExecuteRequest, Outcome, RegisterRequest } from '#libs/engine';
import { EngineOverloaded, recordRegistration } from '#libs/engine';
import { RecordOpener } from './record-opener.ts';

const opens = (key: string): LeasedRecord['payload'] => ({
  opens: [{ key, payload: { record: { procedure: 'supervision', ground: 'overdue', mainCaseId: 'main' } } }],
});

/** An outbox and a register of cases that keep what they are told, as the tables do. */
class Table {
  readonly done = new Set<string>();
  readonly cases: RegisterRequest[] = [];
  readonly sent: ExecuteRequest[] = [];
  readonly resting: string[] = [];
  constructor(private readonly rows: readonly LeasedRecord[]) {}

  opener(register: (request: RegisterRequest) => Promise<Outcome> = (request) => this.#register(request)): RecordOpener {
    const outbox = {
      leaseRecords: () => Promise.resolve(this.rows.filter(({ id }) => !this.done.has(id))),
      finish: (ids: readonly string[]) => {
        for (const id of ids) this.done.add(id);
        return Promise.resolve();
      },
      rest: (failed: readonly { readonly id: string }[]) => {
        this.resting.push(...failed.map(({ id }) => id));
        return Promise.resolve([]);
      },
      bury: () => Promise.resolve(0),
    };
    const existing = (ids: readonly string[]): Promise<ReadonlySet<string>> =>
      Promise.resolve(new Set(this.cases.flatMap(({ caseId }) => (caseId !== undefined && ids.includes(caseId) ? [caseId] : []))));
    return new RecordOpener(outbox, { register, execute: (request) => this.#execute(request) }, existing);
  }

  /** As the other case does: the second time it says that it was done. */
  #execute(request: ExecuteRequest): Promise<Outcome> {
    const again = this.sent.some(({ payload }) => payload['disputeId'] === request.payload['disputeId']);
    this.sent.push(request);
    return Promise.resolve((again ? { kind: 'refused', refusal: { code: 'jurisdiction.settled' } } : { kind: 'done' }) as Outcome);
  }

  #register(request: RegisterRequest): Promise<Outcome> {
    this.cases.push(request);
    return Promise.resolve({ kind: 'done' } as Outcome);
  }
}

const row = (id: string, key: string): LeasedRecord => ({ id, topic: 'record', attempt: 1, tries: 0, error: null, payload: opens(key) });

it('opens each record once, even where the process died before it could say that it had', async () => {
  const table = new Table([row('1', 'a'), row('2', 'b')]);
  // The first process registered one of them and was killed.
  table.cases.push(recordRegistration({ key: 'a', payload: opens('a').opens[0]?.payload ?? {} }));
  expect(await table.opener().turn()).toBe('some');
  expect([table.cases.map(({ caseId }) => caseId).length, new Set(table.cases.map(({ caseId }) => caseId)).size]).toEqual([2, 2]);
  expect([...table.done]).toEqual(['1', '2']);
  expect(await table.opener().turn()).toBe('idle');
});

it('leaves to its lease what a busy engine turns away, and lets rest what is refused', async () => {
  const table = new Table([row('1', 'a'), row('2', 'b')]);
  const busy = recordRegistration({ key: 'a', payload: opens('a').opens[0]?.payload ?? {} }).caseId;
  await table
    .opener(({ caseId }) => (caseId === busy ? Promise.reject(new EngineOverloaded(1)) : Promise.resolve({ kind: 'not-found' } as Outcome)))
    .turn();
  expect([[...table.done], table.resting]).toEqual([[], ['2']]);
});

it('sends on what was ruled, and takes it for done where the case says that it was', async () => {
  const sends = [{ caseId: 'main', type: 'SETTLE_JURISDICTION', payload: { disputeId: 'dispute', unitId: 'unit', rulingWay: 'superior' } }];
  const told = (id: string): LeasedRecord => ({ ...row(id, id), payload: { opens: [], sends } });
  const table = new Table([told('1'), told('2')]);
  await table.opener().turn();
  expect([table.sent.map(({ caseId, type, actor }) => [caseId, type, actor.role]), [...table.done], table.resting]).toEqual([
    [
      ['main', 'SETTLE_JURISDICTION', 'engine'],
      ['main', 'SETTLE_JURISDICTION', 'engine'],
    ],
    ['1', '2'],
    [],
  ]);
});
