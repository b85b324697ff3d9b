import { createHmac, hkdfSync } from 'node:crypto';

/** Keyed digests for the throttle table, so that it names neither account, code nor address. */
export class ThrottleKeys {
  readonly #key: Buffer;

  constructor(masterKey: Buffer) {
    this.#key = Buffer.from(hkdfSync('sha256', masterKey, '', 'jiefen throttle keys v1', 32));
  }

  of(purpose: string, ...parts: readonly string[]): string {
    return `${purpose}:${createHmac('sha256', this.#key)
      .update(JSON.stringify([purpose, ...parts]))
      .digest('base64url')}`;
  }
}
