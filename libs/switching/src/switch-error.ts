/** An expected no of a switch. */
export type SwitchErrorCode =
  | 'switch.not_found'
  | 'switch.stale'
  | 'switch.not_open'
  | 'switch.four_eyes'
  | 'switch.nothing_new'
  | 'switch.unknown_subject'
  | 'switch.exists'
  | 'switch.mistakes';

export class SwitchError extends Error {
  constructor(
    readonly code: SwitchErrorCode,
    /** English, one line a mistake. */
    readonly mistakes: readonly string[] = [],
  ) {
    super([code, ...mistakes].join(': '));
    this.name = 'SwitchError';
  }
}
