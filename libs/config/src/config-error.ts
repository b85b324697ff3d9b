/** Something outside is set wrongly. The message is one line for the person who starts the process; no stack is of use to him. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}
