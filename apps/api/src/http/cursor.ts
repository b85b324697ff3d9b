import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '#libs/config';
import type { Config } from '#libs/config';
import { problemOf } from './problem-error.ts';

type Position = readonly (string | number | null)[];
const TAG_BYTES = 12;

/**
 * Opaque, signed places in a list. The signature covers the list and its filter, so that a cursor of another list, another
 * filter or nobody's making is refused instead of answering nonsense.
 */
@Injectable()
export class Cursors {
  readonly #key: Buffer;

  constructor(@Inject(CONFIG) config: Pick<Config, 'masterKey'>) {
    this.#key = Buffer.from(hkdfSync('sha256', config.masterKey, '', 'jiefen list cursors v1', 32));
  }

  write(list: string, position: Position): string {
    const body = Buffer.from(JSON.stringify(position));
    return Buffer.concat([this.#tag(list, body), body]).toString('base64url');
  }

  /** @throws 400 `request.invalid_cursor` for what this list didn't hand out. */
  read(list: string, cursor: string | undefined): Position | null {
    if (cursor === undefined) return null;
    const bytes = Buffer.from(cursor, 'base64url');
    const body = bytes.subarray(TAG_BYTES);
    if (
      bytes.length <= TAG_BYTES ||
      bytes.toString('base64url') !== cursor ||
      !timingSafeEqual(bytes.subarray(0, TAG_BYTES), this.#tag(list, body))
    ) {
      throw problemOf('request.invalid_cursor', { errors: [{ field: 'cursor', code: 'invalid_cursor', message: 'not one of ours' }] });
    }
    return JSON.parse(body.toString()) as Position;
  }

  #tag(list: string, body: Buffer): Buffer {
    return createHmac('sha256', this.#key).update(list).update('\0').update(body).digest().subarray(0, TAG_BYTES);
  }
}
