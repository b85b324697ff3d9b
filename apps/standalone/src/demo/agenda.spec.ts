import { agenda } from './agenda.ts';
import { MATTERS } from './matters.ts';

describe('the demonstration’s agenda', () => {
  it.each(['2026-11-22T16:30:00Z', '2026-11-22T00:10:00Z', '2026-11-22T15:59:59Z'])(
    'at %s lies in the past, in order, no two things at once',
    (text) => {
      const now = new Date(text);
      const instants = agenda(now).map(({ at }) => at);
      expect(instants.every((at) => at <= now.toISOString())).toBe(true);
      expect(new Set(instants).size).toBe(instants.length);
      expect(instants).toEqual([...instants].sort());
    },
  );

  it('registers every matter before anything is done with it', () => {
    const seen = new Set<unknown>();
    for (const { matter, act } of agenda(new Date('2026-11-22T10:00:00Z'))) {
      expect(seen.has(matter)).toBe(act !== null);
      seen.add(matter);
    }
    expect(seen.size).toBe(MATTERS.length);
  });
});
