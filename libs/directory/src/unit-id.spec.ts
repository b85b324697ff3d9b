import { accountId, nameBasedId, unitId } from './unit-id.ts';

it('gives the same id for the same name, marked as name-based', () => {
  expect(unitId('education', '430421')).toBe(unitId('education', '430421'));
  expect(unitId('education', '430421')).not.toBe(unitId('education', '430400'));
  expect(unitId('clerk', 'x')).not.toBe(accountId('clerk.x'));
  expect(nameBasedId('x')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
