/**
 * Every named place where a process may be killed, and what stands and what doesn't when it dies there. `npm run test:fault`
 * kills at each of them and fails when one was never reached: a new point needs nothing but its line here and its call.
 */
export const FAULT_POINTS = {
  'process.before-listening': 'composed and connected, nobody can ask yet',
  'process.after-listening': 'the first requests may be in, nothing has said that it has started',
  'process.stopping': 'asked to stop, nothing closed yet',
  'process.half-stopped': 'loops and workers have stopped, pools are still open',
  'migration.locked': 'the lock of all migrations is held, nothing is applied',
  'migration.before-commit': 'one migration is applied within its open transaction',
  'migration.after-commit': 'one migration is committed, the next ones are not begun',
  'installation.seeded': 'schema and organisation stand, accounts do not',
  'api.command-received': 'a request has been let in, the engine has not heard of it',
  'api.before-answer': 'everything is committed, the client has heard nothing',
  'api.between-clock-steps': 'the manual clock has moved part of its way',
  'api.identity-disclosed': 'a disclosure stands in the audit trail, nobody has seen what was disclosed',
  'engine.after-load': 'a group is loaded, nothing is decided',
  'engine.before-commit': 'a group is decided, nothing is sent to the database',
  'engine.after-commit': 'a group is committed, no caller has been told',
  'engine.rungs-selected': 'rungs are known to be due, none is climbed',
  'engine.after-rungs': 'a batch of rungs is climbed, the next is not looked for',
  'engine.between-rederived': 'some cases follow the new calendar, the rest the old one',
  'escalation.wake-up-received': 'a wake-up is taken from its queue, no sweep has begun',
  'escalation.wake-up-swept': 'the sweep of a wake-up is done, the job is not finished',
  'escalation.between-batches': 'one batch of rungs is climbed, more are due',
  'escalation.purge-locked': 'the lock of the purge is held, nothing is removed',
  'relay.after-lease': 'rows are leased, no job is added',
  'relay.after-add': 'jobs are added, nothing more is noted',
  'relay.after-bury': 'hopeless rows are dead letters, their companions are leased and have no job',
  'relay.wake-ups-added': 'wake-up jobs are added, their instants are not marked',
  'relay.wake-ups-marked': 'instants are marked as queued',
  'notification.job-received': 'a batch is taken from its queue, nothing is written',
  'notification.try-counted': 'a try is counted, its delivery has not begun',
  'notification.before-insert': 'the transaction is open, no notice is written',
  'notification.after-insert': 'notices are written and rows marked done, nothing is committed',
  'notification.after-commit': 'notices are committed, the job is not finished',
  'import.before-chunk': 'rows of a ledger are read, none of them is a case',
  'import.after-chunk': 'a chunk of a ledger is registered, the report knows nothing of it',
} as const;

export type FaultPoint = keyof typeof FAULT_POINTS;
