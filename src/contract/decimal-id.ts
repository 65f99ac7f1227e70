const LONG_MAX = '9223372036854775807'

/** True for a non-negative decimal that fits a Java long, without sign, leading zeros or blanks. */
export function isDecimalId(text: string): boolean {
  if (!/^(?:0|[1-9]\d{0,18})$/.test(text)) return false
  return text.length < LONG_MAX.length || text <= LONG_MAX
}
