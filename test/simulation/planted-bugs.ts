/** Mistakes that the simulation has to find: each is switched on by itself, and each is one that somebody could have made. */
export const PLANTED_BUGS = {
  'key-not-checked': 'a command is written though its Idempotency-Key is taken',
  'key-left-behind': 'a command that lost its race leaves its key and the answer it never gave',
  'head-not-compared': 'a case is written though it has moved on since it was read',
  'memory-not-compared': 'a case that has moved on is said to be what the process remembers',
  'worker-clock-decides': 'what is due is told by the clock of whoever asks',
  'rung-taken-before-climbed': 'a rung counts as climbed when it is handed out',
  'answered-before-commit': 'a commit is acknowledged while it is still being written',
  'attempt-not-closed': 'a commit whose answer was lost is looked for, but what reaches the server later is still written',
  'done-before-delivered': 'an outbox row is done in one transaction, and its notices are written in another',
} as const;

export type PlantedBug = keyof typeof PLANTED_BUGS;
