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

it.each([
  ['sorts keys by code units', { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 }],
  ['leaves out what is undefined', { a: undefined, b: [undefined, 1], c: { d: undefined } }],
  ['writes numbers as ECMAScript does', [333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001, -0]],
  ['writes ids that look like indexes as text would be sorted', { '10': 'a', '9': 'b', '2': 'c' }],
])('%s', (_, value) => {
  expect(canonicalJson(value)).toBe(canonicalize(value));
});

it.each([[Number.NaN], [Number.POSITIVE_INFINITY], ['\ud800'], [{ '\udc00': 1 }], [{ f: () => 1 }], [undefined]])(
  'refuses what has no canonical form',
  (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  },
);
