import type { GatewayConduct } from '../support/message-gateway.ts';
import type { SeededRandom } from '../support/seeded-random.ts';

/** Of all messages, the shares that a gateway treats otherwise than it should. */
const MOODS: readonly (readonly [share: number, conduct: GatewayConduct])[] = [
  [0.04, { kind: 'accept-and-reset' }],
  [0.02, { kind: 'accept-in-silence' }],
  [0.02, { kind: 'accept-and-answer-twice' }],
  [0.04, { kind: 'answer', status: 503 }],
  [0.02, { kind: 'answer', status: 429, retryAfter: 1 }],
  [0.05, { kind: 'accept', afterMs: 500 }],
];

/** A gateway that is mostly good; what it does to a message is the seed's to say. */
export function moods(random: SeededRandom): () => GatewayConduct {
  return () => {
    let drawn = random.next();
    for (const [share, conduct] of MOODS) {
      if (drawn < share) return conduct;
      drawn -= share;
    }
    return { kind: 'accept' };
  };
}
