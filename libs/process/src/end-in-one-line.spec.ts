import { lineOf } from './end-in-one-line.ts';

describe('what ends a start', () => {
  it('is one line for what is wrong outside', () => {
    expect(lineOf(new Error('the database can’t be reached:\n  refused'))).toBe('the database can’t be reached: refused');
    expect(lineOf(Object.assign(new Error('listen EADDRINUSE'), { code: 'EADDRINUSE', port: 3000 }))).toBe(
      'port 3000 is in use: stop what listens there or set PORT',
    );
    expect(lineOf('plain text')).toBe('plain text');
  });

  it('shows where a mistake of ours happened', () => {
    expect(lineOf(new TypeError('x is not a function'))).toContain('end-in-one-line.spec');
  });
});
