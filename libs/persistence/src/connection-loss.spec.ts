import { isConnectionLoss } from './connection-loss.ts';

const failure = (message: string, code?: string): Error => Object.assign(new Error(message), code === undefined ? {} : { code });

describe('isConnectionLoss', () => {
  it.each([
    failure('terminating connection due to administrator command', '57P01'),
    failure('the database system is starting up', '57P03'),
    failure('sorry, too many clients already', '53300'),
    failure('connect ECONNREFUSED 127.0.0.1:5432', 'ECONNREFUSED'),
    failure('Connection terminated unexpectedly'),
    // The server would have ended the statement long before: the connection is dead, and nobody has said so.
    failure('Query read timeout'),
    failure('timeout exceeded when trying to connect'),
  ])('sees that the database was away: %s', (error) => {
    expect(isConnectionLoss(error)).toBe(true);
  });

  it.each([
    failure('invalid input syntax for type uuid', '22P02'),
    failure('deadlock detected', '40P01'),
    failure('canceling statement due to statement timeout', '57014'),
    'text',
  ])('blames the row: %s', (error) => {
    expect(isConnectionLoss(error)).toBe(false);
  });
});
