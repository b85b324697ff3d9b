import { CommandQueue } from './command-queue.ts';
import { EngineOverloaded, EngineUnavailable } from './errors.ts';
import type { Pending } from './pending.ts';

let serial = 0;
function pending(caseId: string, patch: Partial<Pending> = {}): Pending {
  serial += 1;
  return {
    commandId: `c${String(serial)}`,
    caseId,
    registers: false,
    type: 'ACCEPT',
    actor: { userId: null, role: 'engine', roles: ['engine'], unitId: null, division: null },
    payload: {},
    texts: {},
    parties: [],
    related: [],
    expectedVersion: undefined,
    idempotency: undefined,
    importMarks: undefined,
    rung: undefined,
    internal: false,
    patient: false,
    arrivedAt: performance.now(),
    settle: () => undefined,
    fail: () => undefined,
    ...patch,
  };
}
const key = (name: string): NonNullable<Pending['idempotency']> => ({
  scope: 's',
  key: name,
  bodyHash: 'h',
  answer: () => ({ status: 200, body: null }),
});
const ids = (group: readonly Pending[]): readonly string[] => group.map(({ caseId }) => caseId);

it('gives each case and each key once a group, in order of arrival', () => {
  const queue = new CommandQueue();
  const first = pending('a');
  const all = [first, pending('a'), pending('b', { idempotency: key('k') }), pending('c', { idempotency: key('k') }), pending('d')];
  for (const one of all) queue.push(one);
  expect(ids(queue.take(10))).toEqual(['a', 'b', 'd']);
  expect(ids(queue.take(10))).toEqual([]);
  queue.release(first);
  expect(ids(queue.take(10))).toEqual(['a']);
  for (const one of all) queue.release(one);
  expect(ids(queue.take(10))).toEqual(['c']);
});

it('lets nobody overtake on the same case, by way of a case that is referred to either', () => {
  const queue = new CommandQueue();
  const out = pending('target');
  for (const one of [out, pending('a', { related: ['target'] }), pending('a'), pending('b')]) queue.push(one);
  expect(ids(queue.take(1))).toEqual(['target']);
  expect(ids(queue.take(10))).toEqual(['b']);
  queue.release(out);
  const [merge] = queue.take(10);
  expect(merge?.related).toEqual(['target']);
  expect(ids(queue.take(10))).toEqual([]);
});

it('lets others go before the patient, but a few of these with every group, and keeps the order within a case', () => {
  const queue = new CommandQueue();
  const rungs = Array.from({ length: 110 }, (_, i) => pending(`r${String(i)}`, { internal: true, patient: true }));
  for (const one of [...rungs, pending('a'), pending('r3')]) queue.push(one);
  // The rung of r3 came before the command of r3, which therefore waits for it.
  expect(ids(queue.take(2))).toEqual(['r3', 'a', ...['r0', 'r1', 'r2', 'r4', 'r5', 'r6', 'r7', 'r8']]);
  expect(queue.take(200)).toHaveLength(96);
  expect(ids(queue.take(200))).toEqual(['r105', 'r106', 'r107', 'r108', 'r109']);
});

it('sheds nobody for how long the patient wait', () => {
  const queue = new CommandQueue({ commands: { queued: 9, waitMs: 100 }, intake: { queued: 9, waitMs: 100 } });
  queue.push(pending('r', { internal: true, patient: true, arrivedAt: performance.now() - 1_000 }));
  queue.push(pending('a'));
  expect(queue.length).toBe(2);
});

it('sheds commands before intake, and never the engine’s own', () => {
  const queue = new CommandQueue({ commands: { queued: 2, waitMs: 1_000 }, intake: { queued: 3, waitMs: 2_000 } });
  queue.push(pending('a'));
  queue.push(pending('b'));
  expect(() => {
    queue.push(pending('c'));
  }).toThrow(EngineOverloaded);
  queue.push(pending('d', { registers: true }));
  expect(() => {
    queue.push(pending('e', { registers: true }));
  }).toThrow(EngineOverloaded);
  queue.push(pending('f', { internal: true }));
  expect([queue.length, queue.shed]).toEqual([4, 2]);
});

it('answers what has waited too long instead of working on it', () => {
  const queue = new CommandQueue();
  const failures: unknown[] = [];
  const late = { arrivedAt: performance.now() - 1_000, fail: (error: unknown): void => void failures.push(error) };
  queue.push(pending('a', { internal: true }));
  queue.push(pending('command', late));
  queue.push(pending('intake', { ...late, registers: true }));
  expect(ids(queue.take(10))).toEqual(['a', 'intake']);
  expect(failures).toEqual([expect.any(EngineOverloaded)]);
});

it('takes nothing more once it is closed', () => {
  const queue = new CommandQueue();
  queue.close();
  expect(() => {
    queue.push(pending('a'));
  }).toThrow(EngineUnavailable);
  expect(queue.length).toBe(0);
});
