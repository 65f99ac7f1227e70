const lenientUtf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/**
 * The text of log bytes. Half a surrogate pair, which no UTF-8 has and which is three bytes here (WTF-8), becomes that half;
 * whatever else is not UTF-8 becomes U+FFFD. A byte order mark stays to be seen.
 */
export function decodeText(bytes: Uint8Array): string {
  const text = lenientUtf8.decode(bytes)
  return text.includes('\ufffd') ? decodeHalves(bytes, text) : text
}

/** True when not all that was decoded to `text` can be encoded again as it was. */
export function isBroken(text: string): boolean {
  return text.includes('\ufffd') || /\p{Surrogate}/u.test(text)
}

/** `text` is what the bytes are when nobody knows of halves. */
function decodeHalves(bytes: Uint8Array, text: string): string {
  let decoded = ''
  let from = 0
  for (let at = bytes.indexOf(0xed); at !== -1; at = bytes.indexOf(0xed, at + 1)) {
    const half = halfAt(bytes, at)
    // Two halves that fit make a character, whose bytes are others: no text may come out the same as another one.
    if (half === 0 || (half < 0xdc00 && halfAt(bytes, at + 3) >= 0xdc00)) continue
    decoded += lenientUtf8.decode(bytes.subarray(from, at)) + String.fromCharCode(half)
    from = at + 3
  }
  return from === 0 ? text : decoded + lenientUtf8.decode(bytes.subarray(from))
}

/** 0 where there is none. */
function halfAt(bytes: Uint8Array, at: number): number {
  const [lead, second = 0, third = 0] = bytes.subarray(at, at + 3)
  const isHalf = lead === 0xed && second >> 5 === 5 && third >> 6 === 2
  return isHalf ? 0xd000 | ((second & 0x3f) << 6) | (third & 0x3f) : 0
}
