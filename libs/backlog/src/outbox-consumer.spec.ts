import { isSpent, MAX_TRIES, TRIES_IN_COMPANY } from './limits.ts';
import { OutboxConsumer } from './outbox-consumer.ts';
import type { ConsumableOutbox } from './outbox-store.ts';

/** An outbox that notes whose try was written down. */
function noting(): ConsumableOutbox<null> & { readonly counted: string[] } {
  const counted: string[] = [];
  return {
    counted,
    countTry: (ids) => {
      counted.push(...ids);
      return Promise.resolve();
    },
    inTransaction: (work) => work(null),
    rest: (rows) => Promise.resolve(rows.map(({ id, reason }) => ({ id, tries: 1, error: reason }))),
    bury: () => Promise.resolve(0),
  };
}

it('writes down the try of one row under suspicion at a time: what came back together is not blamed together', async () => {
  const outbox = noting();
  const consumer = new OutboxConsumer(outbox);
  let [begin, fail] = [(): void => undefined, (): void => undefined];
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const failure = new Promise<never>((_, reject) => {
    fail = () => {
      reject(new Error('refused'));
    };
  });
  const culprit = consumer.consume({ ids: ['1'], careful: true, alone: true }, () => {
    begin();
    return failure;
  });
  const innocent = consumer.consume({ ids: ['2'], careful: true, alone: true }, () => Promise.resolve());
  await begun;
  // Others aren't held up by it.
  await consumer.consume({ ids: ['3'], careful: true }, () => Promise.resolve());
  expect(outbox.counted).toEqual(['1', '3']);
  fail();
  expect(await culprit).toEqual({ failed: 1, buried: 0 });
  expect(await innocent).toEqual({ failed: 0, buried: 0 });
  expect(outbox.counted).toEqual(['1', '3', '2']);
});

it('gives a row up that failed often enough, and one without a word only for the times it was in hand alone', () => {
  expect(isSpent({ tries: MAX_TRIES, error: 'refused' })).toBe(true);
  expect(isSpent({ tries: MAX_TRIES, error: null })).toBe(false);
  expect(isSpent({ tries: MAX_TRIES + TRIES_IN_COMPANY, error: null })).toBe(true);
});
