import { idNumberMistake, validateIdNumber } from './id-number.ts';

const today = '2026-01-05';

it.each([
  ['11010519491231002X', null],
  ['11010519491231002x', null],
  ['440524188001010014', null],
  ['430407199002307777', 'id.birth_date'],
  ['110105194912310021', 'id.check_digit'],
  ['110105203012310020', 'id.birth_date'],
  ['110105000012310020', 'id.birth_date'],
  ['11010519491231002', 'id.format'],
  ['1101051949123100２X', 'id.format'],
  ['X1010519491231002X', 'id.format'],
  ['', 'id.format'],
])('judges the identity number %s: %s', (idNumber, mistake) => {
  expect(idNumberMistake(idNumber, today)).toBe(mistake);
  expect(validateIdNumber(idNumber, today)).toBe(mistake === null);
});

it('asks for no day when none is given', () => {
  expect(validateIdNumber('11010519491231002X')).toBe(true);
  expect(validateIdNumber('11010520491231003X')).toBe(idNumberMistake('11010520491231003X', '2050-01-01') === null);
});
