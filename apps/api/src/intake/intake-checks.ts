import { Injectable } from '@nestjs/common';
import type { FieldError, IntakeBody } from '#libs/contracts';
import { DirectoryService } from '#libs/directory';
import { civilDateOf, idNumberMistake } from '#libs/domain';
import type { Instant } from '#libs/domain';
import { unknownReference } from '../http/problem-error.ts';

/** What a schema can't know: the directory, and what day it is. */
@Injectable()
export class IntakeChecks {
  constructor(private readonly directory: DirectoryService) {}

  mistakes(body: IntakeBody, now: Instant): FieldError[] {
    return [...this.#unknownCodes(body), ...futureReceipt(body, now), ...futureBirths(body, now)];
  }

  #unknownCodes({ divisionCode, divisionCodes, categoryCode, parties }: IntakeBody): FieldError[] {
    const errors: FieldError[] = [];
    if (this.directory.division(divisionCode) === undefined) errors.push(unknownReference('divisionCode'));
    for (const [i, code] of (divisionCodes ?? []).entries())
      if (this.directory.division(code) === undefined) errors.push(unknownReference(`divisionCodes.${String(i)}`));
    if (categoryCode !== undefined && this.directory.category(categoryCode) === undefined) errors.push(unknownReference('categoryCode'));
    for (const [i, { unitId }] of (parties ?? []).entries()) {
      if (unitId !== undefined && this.directory.unit(unitId) === undefined) errors.push(unknownReference(`parties.${String(i)}.unitId`));
    }
    return errors;
  }
}

function futureReceipt({ receivedAt }: IntakeBody, now: Instant): FieldError[] {
  return Date.parse(receivedAt) > Date.parse(now)
    ? [{ field: 'receivedAt', code: 'in_future', message: 'nothing is received in the future' }]
    : [];
}

function futureBirths({ parties }: IntakeBody, now: Instant): FieldError[] {
  const today = civilDateOf(now);
  return (parties ?? []).flatMap(({ idNumber }, i) =>
    idNumber?.length === 18 && idNumberMistake(idNumber, today) !== null
      ? [
          {
            field: `parties.${String(i)}.idNumber`,
            code: 'id.birth_date',
            message: 'an ID number needs a real birth date and the right check digit',
          },
        ]
      : [],
  );
}
