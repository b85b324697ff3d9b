import { Remembered } from './remembered.ts';

it('computes an answer once, and anew after it had to forget', () => {
  const remembered = new Remembered<number>(2);
  const asked: string[] = [];
  const length = (key: string): number =>
    remembered.get(key, () => {
      asked.push(key);
      return key.length;
    });
  expect(['a', 'bb', 'a', 'bb'].map(length)).toEqual([1, 2, 1, 2]);
  expect(asked).toEqual(['a', 'bb']);
  expect(['ccc', 'a', 'ccc'].map(length)).toEqual([3, 1, 3]);
  expect(asked).toEqual(['a', 'bb', 'ccc', 'a']);
});

it('keeps nothing of what failed or had no answer', () => {
  const remembered = new Remembered<number | undefined>();
  const fail = (): number => {
    throw new RangeError('no');
  };
  expect(() => remembered.get('a', fail)).toThrow(RangeError);
  expect(remembered.get('a', () => undefined)).toBeUndefined();
  expect(remembered.get('a', () => 1)).toBe(1);
});
