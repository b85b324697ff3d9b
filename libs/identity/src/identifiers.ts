/** Digits only, without the country code: one person's number, however it was typed, gives one blind index. */
export function normalisePhone(phone: string): string {
  const digits = phone.normalize('NFKC').replaceAll(/\D/g, '');
  return digits.length === 13 && digits.startsWith('86') ? digits.slice(2) : digits;
}

export function normaliseIdNumber(idNumber: string): string {
  return idNumber.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
}
