import { Injectable } from '@nestjs/common';
import type { FieldError } from '#libs/contracts';
import type { COMMANDS } from '#libs/domain';
import { unknownReference } from '../http/problem-error.ts';
import { Helpers } from './invitable.ts';
import { Leaders } from './leaders.ts';

type RegisterFields = (typeof COMMANDS)[string]['registerFields'];

/** Looks up whom a payload names of the registers, for the command to carry what they were on the day. */
@Injectable()
export class RegisteredPeople {
  constructor(
    private readonly leaders: Leaders,
    private readonly helpers: Helpers,
  ) {}

  /** @returns what is put into the payload, and the fields that name nobody who is there */
  async named(
    fields: RegisterFields,
    payload: Readonly<Record<string, unknown>>,
  ): Promise<{ readonly found: Readonly<Record<string, unknown>>; readonly missing: readonly FieldError[] }> {
    const found: Record<string, unknown> = {};
    const missing: FieldError[] = [];
    for (const [field, as] of Object.entries(fields)) {
      const id = payload[field];
      if (typeof id !== 'string') continue;
      const entry = as === 'leader' ? await this.leaders.named(id) : await this.helpers.named(id);
      if (entry === null) missing.push(unknownReference(`payload.${field}`));
      else found[as] = entry;
    }
    return { found, missing };
  }
}
