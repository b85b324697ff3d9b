import { petitionerNotices } from './petitioner-notices.ts';

const open = { sealed: false };

it('tells the petitioner that there is something to read, once a kind', () => {
  expect(petitionerNotices([{ type: 'case.accepted' }], open)).toEqual([
    { kind: 'petitioner.accepted', unitId: null, roles: ['petitioner'] },
  ]);
  expect(petitionerNotices([{ type: 'service.recorded' }, { type: 'case.remanded' }, { type: 'handling.extended' }], open)).toEqual([
    { kind: 'petitioner.served', unitId: null, roles: ['petitioner'] },
    { kind: 'petitioner.progress', unitId: null, roles: ['petitioner'] },
  ]);
});

it('tells nothing of what is between the offices', () => {
  expect(petitionerNotices([{ type: 'case.forwarded' }, { type: 'refusal.proposed' }, { type: 'deadline.urged' }], open)).toEqual([]);
});

it('tells nothing of a sealed case, and nobody who gave no name', () => {
  expect(petitionerNotices([{ type: 'case.accepted' }], { sealed: true })).toEqual([]);
  expect(petitionerNotices([{ type: 'case.accepted' }], { sealed: false, anonymous: true })).toEqual([]);
});
