import { commandBody, publicCommandBody } from './command-body.ts';

const ID = '01a201bd-3416-7393-a3af-93bee57b6e00';
const fieldsOf = (body: unknown): readonly string[] => {
  const parsed = commandBody.safeParse(body);
  return parsed.success
    ? []
    : parsed.error.issues.map((issue) => (issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys] : issue.path).join('.'));
};

it('takes a payload left out where nothing is needed', () => {
  expect(commandBody.parse({ type: 'ACCEPT' })).toEqual({ type: 'ACCEPT', payload: {} });
});

it.each([
  ['an unknown command', { type: 'NONSENSE', payload: {} }, ['type']],
  ['an unknown field beside', { type: 'ACCEPT', payload: {}, more: 1 }, ['more']],
  ['an unknown field inside', { type: 'ACCEPT', payload: { more: 1 } }, ['payload.more']],
  ['a missing field', { type: 'FORWARD', payload: {} }, ['payload.unitId']],
  ['sixty-one days', { type: 'EXTEND', payload: { days: 61, reason: 'x' } }, ['payload.days']],
  ['half a day', { type: 'EXTEND', payload: { days: 1.5, reason: 'x' } }, ['payload.days']],
  ['"not ours"', { type: 'REFUSE', payload: { reason: 'not-ours' } }, ['payload.reason']],
  ['a pending case without its id', { type: 'REFUSE', payload: { reason: 'pending-elsewhere' } }, ['payload.caseId']],
  ['a version that is no number', { type: 'ACCEPT', expectedVersion: '1' }, ['expectedVersion']],
  ['a payload that is nothing', { type: 'ACCEPT', payload: null }, ['payload']],
  ['a payload that is a list', { type: 'ACCEPT', payload: [] }, ['payload']],
  ['a reclassification into nothing', { type: 'RECLASSIFY', payload: { reason: 'x' } }, ['payload.class']],
  ['a rating without its source', { type: 'RATE', payload: { target: 'unit', value: 'satisfied' } }, ['payload.source']],
  ['a day that never was', { type: 'RECORD_SERVICE', payload: { method: 'mail', receivedOn: '2026-02-30' } }, ['payload.receivedOn']],
  ['the engine’s own command', { type: 'DEADLINE_STEP', payload: {} }, ['type']],
])('refuses %s', (_, body, fields) => {
  expect(fieldsOf(body)).toEqual(fields);
});

it('takes each reason of refusal with its own fields', () => {
  expect(fieldsOf({ type: 'REFUSE', payload: { reason: 'pending-elsewhere', caseId: ID } })).toEqual([]);
  expect(fieldsOf({ type: 'REFUSE', payload: { reason: 'no-concrete-claim' } })).toEqual([]);
  expect(fieldsOf({ type: 'REFUSE', payload: { reason: 'no-concrete-claim', caseId: ID } })).toEqual(['payload.caseId']);
});

it('lets the public rate without a source and nothing else', () => {
  const rate = { queryCode: 'X', phoneLast4: '1234', type: 'RATE', payload: { target: 'unit', value: 'satisfied' } };
  expect(publicCommandBody.safeParse(rate).success).toBe(true);
  expect(publicCommandBody.safeParse({ ...rate, payload: { ...rate.payload, source: 'phone' } }).success).toBe(false);
  expect(publicCommandBody.safeParse({ ...rate, type: 'FORWARD', payload: {} }).success).toBe(false);
});
