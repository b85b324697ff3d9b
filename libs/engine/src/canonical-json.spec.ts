import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonicalJson } from './canonical-json.ts';

it('writes the same bytes as the reference package', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      expect(canonicalJson(value)).toBe(canonicalize(value));
    }),
    { numRuns: 2_000 },
  );
});

/** Keys that collide, that look like indexes, that stand before and after others, with what is left out between. */
const awkward = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.oneof(fc.constant(undefined), fc.string({ unit: 'grapheme', maxLength: 5 }), fc.double({ noNaN: true, noDefaultInfinity: true })),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'ab', 'B', '1', '10', '9', '', '\ufb33', '__proto__', 'toJSON', '\\ud800'), tie('value'), {
      maxKeys: 6,
      noNullPrototype: false,
    }),
  ),
}));

it('writes the same bytes whatever order the keys came in', () => {
  fc.assert(
    fc.property(awkward.value, (value) => {
      const given = { z: value, a: [value] };
      const before = JSON.stringify(given);
      expect(canonicalJson(given)).toBe(canonicalize(given));
      expect(JSON.stringify(given)).toBe(before);
    }),
    { numRuns: 2_000 },
  );
});

it.each([
  ['sorts keys by code units', { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 }],
  ['sorts many keys', Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`key-${String((i * 37) % 60)}`, i]))],
  ['leaves out what is undefined', { a: undefined, b: [undefined, 1], c: { d: undefined } }],
  ['writes numbers as ECMAScript does', [333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001, -0]],
  ['writes ids that look like indexes as text would be sorted', { '10': 'a', '9': 'b', '2': 'c' }],
  ['writes a text that speaks of half a surrogate pair', { b: 'a \\ud800', a: '\ud83d\ude00' }],
  ['keeps a key called __proto__', JSON.parse('{"b":1,"__proto__":{"y":1,"x":2},"a":[{"d":1,"c":2}]}')],
])('%s', (_, value) => {
  expect(canonicalJson(value)).toBe(canonicalize(value));
});

it('looks at each part once, however deep the disorder', () => {
  let deep: unknown = 1;
  for (let i = 0; i < 200; i++) deep = i % 2 === 0 ? { b: deep, a: 1 } : { a: 1, b: deep };
  expect(canonicalJson(deep)).toBe(canonicalize(deep));
});

it('writes the fields of what is no plain object, never what its toJSON says', () => {
  class Named {
    readonly b = 2;
    readonly a = 1;
    toJSON(): string {
      return 'told';
    }
  }
  expect(canonicalJson({ when: new Date(0), who: new Named(), list: [new Named()] })).toBe(
    '{"list":[{"a":1,"b":2}],"when":{},"who":{"a":1,"b":2}}',
  );
  expect(canonicalJson(Object.assign(Object.create(null), { b: 2, a: 1 }))).toBe('{"a":1,"b":2}');
});

it.each([
  [Number.NaN],
  [Number.POSITIVE_INFINITY],
  ['\ud800'],
  [{ '\udc00': 1 }],
  [{ a: ['\\', 'x\ud800y'] }],
  [{ f: () => 1 }],
  [[() => 1]],
  [{ b: 1, a: Symbol('a') }],
  [{ n: 1n }],
  [undefined],
])('refuses what has no canonical form', (value) => {
  expect(() => canonicalJson(value)).toThrow(TypeError);
});
