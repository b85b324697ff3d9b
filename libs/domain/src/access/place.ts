/** True when `code` is `within` or lies in it: GB/T 2260 codes nest by their digits, trailing pairs of zeros being "all of it". */
export function liesWithin(code: string, within: string): boolean {
  return code === within || code.startsWith(within.replace(/(00)+$/, ''));
}
