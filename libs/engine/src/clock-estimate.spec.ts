import { ClockEstimate } from './clock-estimate.ts';

it('knows nothing before it was told, nor after it was told to forget', () => {
  const clock = new ClockEstimate();
  expect(clock.now()).toBeUndefined();
  clock.told({ manual: null, real_now: new Date() });
  expect(clock.now()).toBeDefined();
  clock.forget();
  expect(clock.now()).toBeUndefined();
});

it('runs on from what the database said, whatever this machine’s own clock says', () => {
  const clock = new ClockEstimate();
  const said = new Date('2031-05-05T05:05:05.000Z');
  clock.told({ manual: null, real_now: said });
  const now = clock.now();
  expect(now).toMatchObject({ manual: null, legalNow: now?.realNow });
  expect(Date.parse(now?.realNow ?? '')).toBeGreaterThanOrEqual(said.getTime() - 1);
  expect(Date.parse(now?.realNow ?? '')).toBeLessThan(said.getTime() + 60_000);
});

it('follows a clock that was set back', () => {
  const clock = new ClockEstimate();
  clock.told({ manual: null, real_now: new Date('2031-05-05T05:05:05.000Z') });
  clock.told({ manual: null, real_now: new Date('2031-05-05T04:05:05.000Z') });
  expect(clock.now()?.realNow.slice(0, 13)).toBe('2031-05-05T04');
});

it('takes the manual clock for legal time, and real time for the record', () => {
  const clock = new ClockEstimate();
  clock.told({ manual: new Date('2026-03-02T01:00:00.000Z'), real_now: new Date('2031-05-05T05:05:05.000Z') });
  expect(clock.now()).toMatchObject({ manual: '2026-03-02T01:00:00.000Z', legalNow: '2026-03-02T01:00:00.000Z' });
  clock.setTo('2026-03-03T01:00:00.000Z');
  expect(clock.now()?.legalNow).toBe('2026-03-03T01:00:00.000Z');
  expect(clock.now()?.realNow.slice(0, 4)).toBe('2031');
});
