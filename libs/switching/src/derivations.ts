import type { Derivation, LawMaterial } from '#libs/domain';
import { calendarBook, derive, ruleOf, UnknownLaw } from '#libs/domain';
import type { ClockInputs } from './case-plan.ts';

/** How a due date of a plan is counted: by the very code that arms deadlines, from versions in force or not. */
export function derivations({ calendars, rulePacks }: LawMaterial): (inputs: ClockInputs) => Derivation {
  const book = calendarBook(calendars);
  return ({ rule, rulePack, calendarVersion, ...counted }) => {
    const calendar = book.version(calendarVersion);
    if (calendar === undefined) throw new UnknownLaw(`calendar ${calendarVersion}`);
    return derive({ ...counted, calendar, rule: ruleOf(rulePacks, rulePack, rule) });
  };
}
