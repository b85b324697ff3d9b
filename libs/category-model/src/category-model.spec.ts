import { readFileSync } from 'node:fs';
import { categoryModel, formatModel, parseModel } from './model-file.ts';
import { fitSharpness, reliability } from './training/calibration.ts';
import { stratifiedFolds } from './training/cross-validate.ts';
import { codeOfLabel, LEVEL_ONE_OF_LABEL } from './training/level-one.ts';
import { linearSvm } from './training/linear-svm.ts';
import { seededOrder } from './training/seeded-order.ts';
import { train } from './training/train.ts';
import { termCounts, termOf, textOf } from './terms.ts';

const SEED = 7;
const texts = [
  { title: '物业不作为', narrative: '小区物业收费不维修电梯', code: '010000' },
  { title: '小区漏水', narrative: '物业不管，电梯停运', code: '010000' },
  { title: '电梯停运', narrative: '小区物业无人维修', code: '010000' },
  { title: '拖欠工资', narrative: '老板不发工资，没有签合同', code: '150000' },
  { title: '工资太低', narrative: '公司拖欠工资，没有社保', code: '150000' },
  { title: '社保补缴', narrative: '公司没有交社保，拖欠工资', code: '150000' },
];
const best = (shares: ReadonlyMap<string, number>): string | undefined => [...shares].sort(([, a], [, b]) => b - a)[0]?.[0];

it('learns from texts, and reads other texts by them', () => {
  const model = train(texts, SEED, 5);
  const reading = model.read({ title: '老板不发工资', narrative: '' });
  expect(best(reading.shares)).toBe('150000');
  expect([...reading.shares.values()].reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  expect(reading.wordsFor('150000')[0]).toBe('工资');
  expect(reading.wordsFor('990000')).toEqual([]);
  expect(best(model.read({ title: '电梯坏了', narrative: '物业不管' }).shares)).toBe('010000');
  expect(model.read({ title: 'A3 2019', narrative: '!' }).terms).toBe(0);
});

it('is written to the same text however often it is trained, and read back the same', () => {
  const origin = { file: 'six.csv', rows: texts.length, sha256: '00', seed: SEED };
  const written = formatModel(train(texts, SEED, 5), origin);
  expect(formatModel(train(texts, SEED, 5), origin)).toBe(written);
  expect(formatModel(parseModel(written), origin)).toBe(written);
  const wording = { title: '工资', narrative: '没有社保' };
  expect(parseModel(written).read(wording).shares).toEqual(train(texts, SEED, 5).read(wording).shares);
  expect(() => parseModel(written.replace('"format": 1', '"format": 2'))).toThrow('format 2');
});

it('comes with the product, small, for every level-1 category that was labelled', () => {
  expect(categoryModel()).toBe(categoryModel());
  expect(categoryModel().classes.map(({ code }) => code)).toEqual(Object.values(LEVEL_ONE_OF_LABEL).sort());
  expect(readFileSync(new URL('./trained/categories.model.json', import.meta.url)).length).toBeLessThan(1_000_000);
  const { shares, wordsFor } = categoryModel().read({
    title: '老板拖欠工资半年不给',
    narrative: '多次到公司讨要工资没有结果，请求劳动部门处理。',
  });
  expect([best(shares), wordsFor('150000')]).toEqual(['150000', expect.arrayContaining(['工资'])]);
});

it('counts single characters and pairs of neighbours, three for one in the title, over no boundary', () => {
  const counts = [...termCounts({ title: '电梯', narrative: '电，梯A区' })].map(([term, count]) => [textOf(term), count]);
  expect(counts).toEqual([
    ['电', 4],
    ['梯', 4],
    ['电梯', 3],
    ['区', 1],
  ]);
  for (const text of ['一', '龥', '一龥', '龥一']) expect(textOf(termOf(text))).toBe(text);
});

it('divides what can be divided', () => {
  const vector = (number: number) => ({ numbers: Int32Array.of(number), values: Float64Array.of(1) });
  const { weights, bias } = linearSvm([vector(0), vector(1)], [true, false], 2, SEED);
  expect((weights[0] ?? 0) + bias).toBeGreaterThan(0);
  expect((weights[1] ?? 0) + bias).toBeLessThan(0);
});

it('deals texts of each category evenly into folds, and draws the same order from the same seed', () => {
  const folds = stratifiedFolds(texts, 3, SEED);
  for (const code of ['010000', '150000']) expect(folds.filter((_, at) => texts[at]?.code === code).sort()).toEqual([0, 1, 2]);
  expect(seededOrder(50, SEED)).toEqual(seededOrder(50, SEED));
  expect(seededOrder(50, SEED)).not.toEqual(seededOrder(50, SEED + 1));
  expect([...seededOrder(50, SEED)].sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, at) => at));
});

it('sharpens shares until they say how often they are right', () => {
  // Right in four of five: the share of a margin of 1 against 0 must come to 0.8, which is a sharpness of ln 4.
  const outcomes = Array.from({ length: 50 }, (_, at) => ({ margins: [1, 0], right: at % 5 === 0 ? 1 : 0 }));
  expect(fitSharpness(outcomes)).toBeCloseTo(Math.log(4), 1);
  const { steps, error } = reliability(outcomes.map(({ right }) => ({ confidence: 0.75, right: right === 0 })));
  expect(steps).toEqual([{ from: 0.7, to: 0.8, count: 50, meanConfidence: 0.75, right: 0.8 }]);
  expect(error).toBeCloseTo(0.05, 12);
});

it('takes no label that it has no level-1 category for', () => {
  expect(codeOfLabel('城乡建设')).toBe('010000');
  expect(() => codeOfLabel('别的')).toThrow('别的');
});
