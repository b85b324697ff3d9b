import { foldCase } from './fold.ts';
import { at, CITY, CLERK, Desk, ENV, HANDLER, HOUSING, PETITIONER, PROVINCE } from './case.fixture.ts';

export const DAY = '2026-03-06';
export const NOW = at(DAY);
export const OPINION = { outcome: 'SUPPORT', request: 'x', facts: 'x', opinion: 'x', basis: 'x' };
export const PETITION_OFFICE = 'petition-office.430407';
export const EDUCATION = 'education.430407';

export const routed = (desk = Desk.open({}, NOW)): Desk => desk.send('FORWARD', CLERK, NOW, { unitId: HOUSING });
export const handling = (): Desk => routed().send('ACCEPT', HANDLER, NOW);
export const answered = (opinion: object = OPINION): Desk => handling().send('ISSUE_OPINION', HANDLER, NOW, { ...opinion });
export const served = (): Desk => answered().send('RECORD_SERVICE', HANDLER, NOW, { method: 'mail', receivedOn: DAY });
export const reviewing = (): Desk => served().send('REQUEST_REVIEW', PETITIONER, NOW, { reason: 'x' });
export const reviewServed = (): Desk =>
  reviewing()
    .send('DECIDE_REVIEW', CITY, NOW, { decision: 'CHANGE', opinion: 'x' })
    .send('RECORD_SERVICE', CITY, NOW, { method: 'mail', receivedOn: DAY });
export const final = (): Desk =>
  reviewServed()
    .send('REQUEST_RECHECK', CLERK, NOW, { receivedOn: DAY, reason: 'x' })
    .send('DECIDE_RECHECK', PROVINCE, NOW, { decision: 'UPHOLD', opinion: 'x' })
    .send('RECORD_SERVICE', PROVINCE, NOW, { method: 'mail', receivedOn: DAY });

export const folds = (desk: Desk): void => {
  expect(foldCase(desk.commands, ENV)).toEqual(desk.snapshot);
};
