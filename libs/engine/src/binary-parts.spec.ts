import fc from 'fast-check';
import { BinaryParts } from './binary-parts.ts';

it('gives every part back at its place, whatever their sizes', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string({ unit: 'binary', maxLength: 3_000 }), fc.uint8Array({ maxLength: 90_000 })), { maxLength: 12 }),
      (parts) => {
        const binary = new BinaryParts();
        const places = parts.map((part) => binary.put(typeof part === 'string' ? part : Buffer.from(part)));
        const whole = binary.whole();
        places.forEach(({ o, l }, i) => {
          const part = parts[i] ?? '';
          expect(whole.subarray(o - 1, o - 1 + l).equals(typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))).toBe(true);
        });
      },
    ),
    { numRuns: 200 },
  );
});
