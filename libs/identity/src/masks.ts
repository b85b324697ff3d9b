import type { PartyKind } from '#libs/domain';

/** `王小明` → `王**`, `湘江物业有限公司` → `湘江***`: enough to recognise one's own case by, no more. */
export function maskName(name: string, kind: PartyKind): string {
  const letters = Array.from(name.trim());
  if (kind === 'organisation') return `${letters.slice(0, letters.length > 2 ? 2 : 1).join('')}***`;
  return letters.length < 2 ? '*' : `${letters[0] ?? ''}${'*'.repeat(Math.min(letters.length - 1, 2))}`;
}

/** Digits only, without the country code: one person's number, however it was typed, gives one blind index. */
export function normalisePhone(phone: string): string {
  const digits = phone.normalize('NFKC').replaceAll(/\D/g, '');
  return digits.length === 13 && digits.startsWith('86') ? digits.slice(2) : digits;
}

export function normaliseIdNumber(idNumber: string): string {
  return idNumber.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
}
