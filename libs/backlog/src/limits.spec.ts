import { isSpent, MAX_TRIES, TRIES_IN_COMPANY } from './limits.ts';

it('gives a row up that failed often enough, and one without a word only for the times it was in hand alone', () => {
  expect(isSpent({ tries: MAX_TRIES, error: 'refused' })).toBe(true);
  expect(isSpent({ tries: MAX_TRIES, error: null })).toBe(false);
  expect(isSpent({ tries: MAX_TRIES + TRIES_IN_COMPANY, error: null })).toBe(true);
});
