import { isCivilDate } from '../calendar/civil-date.ts';
import type { CivilDate } from '../case/deadline.ts';

export type IdNumberMistake = 'id.format' | 'id.birth_date' | 'id.check_digit';

const WEIGHTS: readonly number[] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';

/**
 * Checks an 18-character resident identity number (GB 11643): digits with a last digit or X, a birth date that existed and
 * is not after `today` (left out: any real date), the check digit of ISO 7064 MOD 11-2. The region is not looked up: codes of abolished places stay
 * valid for life. Never put the number itself into a message.
 *
 * @param today civil date in Asia/Shanghai
 * @returns the first mistake, or null when the number can be real
 */
export function idNumberMistake(idNumber: string, today?: CivilDate): IdNumberMistake | null {
  if (!/^[1-9]\d{16}[\dXx]$/.test(idNumber)) return 'id.format';
  const birth = `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`;
  if (!isCivilDate(birth) || birth < '1850-01-01' || (today !== undefined && birth > today)) return 'id.birth_date';
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(idNumber[at]), 0);
  return CHECK_DIGITS[sum % 11] === idNumber[17]?.toUpperCase() ? null : 'id.check_digit';
}

/** True for a number without mistake; an identity document of another kind (not 18 characters) is not judged here. */
export function validateIdNumber(idNumber: string, today?: CivilDate): boolean {
  return idNumberMistake(idNumber, today) === null;
}
