import { DueSweep } from './due-sweep.ts';

/** An engine with this many rungs due, which answers when told to. */
function engineWith(due: number) {
  const pending: (() => void)[] = [];
  let left = due;
  let calls = 0;
  return {
    calls: () => calls,
    add(count: number): void {
      left += count;
    },
    release(): void {
      pending.shift()?.();
    },
    fireDue({ limit }: { readonly limit: number }): Promise<{ fired: number; climbed: number }> {
      calls += 1;
      const climbed = Math.min(limit, left);
      left -= climbed;
      return new Promise((resolve) =>
        pending.push(() => {
          resolve({ fired: climbed, climbed });
        }),
      );
    },
  };
}

const settle = async (): Promise<void> => {
  for (let n = 0; n < 5; n += 1) await Promise.resolve();
};

describe('DueSweep', () => {
  it('goes on until nothing is due', async () => {
    const engine = engineWith(25);
    const result = new DueSweep(engine, 10).run();
    for (let n = 0; n < 4; n += 1) {
      engine.release();
      await settle();
    }
    await expect(result).resolves.toEqual({ fired: 25, climbed: 25 });
    expect(engine.calls()).toBe(4);
  });

  it('looks once more for whoever joins while it runs', async () => {
    const engine = engineWith(0);
    const sweep = new DueSweep(engine, 10);
    const first = sweep.run();
    engine.add(3);
    const second = sweep.run();
    expect(engine.calls()).toBe(1);
    for (let n = 0; n < 3; n += 1) {
      engine.release();
      await settle();
    }
    await expect(first).resolves.toEqual({ fired: 3, climbed: 3 });
    await expect(second).resolves.toEqual({ fired: 3, climbed: 3 });
  });

  it('is ready for the next one after a failure', async () => {
    let broken = true;
    const sweep = new DueSweep(
      { fireDue: () => (broken ? Promise.reject(new Error('away')) : Promise.resolve({ fired: 0, climbed: 0 })) },
      10,
    );
    await expect(sweep.run()).rejects.toThrow('away');
    broken = false;
    await expect(sweep.run()).resolves.toEqual({ fired: 0, climbed: 0 });
  });
});
