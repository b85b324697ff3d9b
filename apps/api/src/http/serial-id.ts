/** Rows that the database numbers, as clients see them: every id of the contract is a UUID (version 8, the number inside). */
const SERIAL = /^00000000-0000-8000-8([0-9a-f]{3})-([0-9a-f]{12})$/i;

/** The UUID of a row's number. */
export function uuidOfSerial(serial: string): string {
  const digits = BigInt(serial).toString(16).padStart(15, '0');
  return `00000000-0000-8000-8${digits.slice(0, 3)}-${digits.slice(3)}`;
}

/** The number in such a UUID; null for any other text. */
export function serialOfUuid(id: string): string | null {
  const match = SERIAL.exec(id);
  return match === null ? null : BigInt(`0x${match[1] ?? ''}${match[2] ?? ''}`).toString();
}
