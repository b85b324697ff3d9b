import { registeredNumber, sealedNumber } from './letter-number.ts';

const unit = (fn: string, divisionCode: string, divisionName: string, level: string) => ({
  function: fn,
  divisionCode,
  divisionName,
  level,
});

it.each([
  [unit('petition-office', '430400', '衡阳市', 'city'), '受', 12, '〔2026〕衡信受字第12号'],
  [unit('human-resources', '430421', '衡阳县', 'county'), '处', 1, '〔2026〕衡阳人社处字第1号'],
  [unit('discipline', '430000', '湖南省', 'province'), '收', 3, '〔2026〕湘纪收字第3号'],
  [unit('mediation-committee', '430407001', '青山街道', 'township'), '调协', 7, '〔2026〕青山调调协字第7号'],
])('names the place, the function and the kind', (of, word, number, expected) => {
  expect(registeredNumber(of, word, 2026, number)).toBe(expected);
});

it('gives a sealed case’s letter a number out of the case’s own, in no order with any other', () => {
  expect(sealedNumber(unit('discipline', '430400', '衡阳市', 'city'), 2026, 'JF26-0412-7788', 2)).toBe(
    '〔2026〕衡纪密字第JF26-0412-7788-2号',
  );
});
