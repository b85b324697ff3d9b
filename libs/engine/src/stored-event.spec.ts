import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';
import type { EventBody } from './stored-event.ts';
import { storedEvent } from './stored-event.ts';

const ID = '01900000-0000-7000-8000-0000000000';
const unit = (n: number) => ({
  name: `“第${String(n)}”局\\`,
  id: `${ID}${String(n)}0`,
  code: `housing.${String(n)}`,
  function: 'housing',
  division: '430421',
  level: 'county' as const,
  superiorId: null,
  reviewUnitIds: [],
  ancestors: [],
});
const by = { userId: null, role: 'clerk' as const, roles: ['clerk' as const], unitId: unit(1).id, division: '430421' };

const EVENT: EventBody = {
  v: 1,
  seq: 2,
  caseId: `${ID}00`,
  type: 'case.forwarded',
  at: '2026-03-06T01:30:00.000Z',
  recordedAt: '2026-03-06T01:30:00.001Z',
  machine: 'petition@1',
  command: {
    type: 'FORWARD',
    commandId: `${ID}99`,
    at: '2026-03-06T01:30:00.000Z',
    by,
    payload: { unitId: unit(2).id, b: { d: 1.5, c: [null, true, '“\n'] }, a: undefined },
    documents: [{ id: `${ID}98`, field: 'reason', digest: 'x_-' }],
    units: { [unit(2).id]: unit(2), [unit(1).id]: unit(1) },
    cases: {},
  },
  facts: [
    { type: 'case.forwarded', data: { to: unit(2).id, from: unit(1).id } },
    { type: 'deadline.passed', rule: 'PET-FWD' },
  ],
  prevHash: 'ab'.repeat(32),
};

it.each<[string, EventBody]>([
  ['a step', EVENT],
  ['one decided under an edition of the law', { ...EVENT, command: { ...EVENT.command, edition: 12 } }],
  ['a first event', { ...EVENT, seq: 1, prevHash: null, command: { ...EVENT.command, documents: [], units: {} } }],
  [
    'one that looked at another case',
    { ...EVENT, command: { ...EVENT.command, cases: { z: { id: 'z', snapshot: JSON.parse('{"state":"x","a":[]}') } } } },
  ],
])('writes the canonical JSON of %s, and its hash', (_, event) => {
  const { body, hash } = storedEvent(event);
  expect(body).toBe(canonicalJson(event));
  expect(hash).toBe(createHash('sha256').update(body).digest('hex'));
});
