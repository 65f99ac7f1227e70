/** True for `ESC [`, which begins a control sequence wherever it stands: no other sequence can hold an escape. */
export function isControlStart(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0x1b && bytes[at + 1] === 0x5b
}

/**
 * The end of the control sequence whose `ESC [` is at `at`: the position after its last byte, or the negative of
 * the position (minus one) that is not part of it, when there is no whole one. `readEscapeSequence` for bytes.
 */
export function controlEnd(bytes: Uint8Array, at: number): number {
  let position = at + 2
  while (isParameter(bytes[position])) position += 1
  while (isBetween(bytes[position])) position += 1
  const final = bytes[position] ?? 0
  return final >= 0x40 && final <= 0x7e ? position + 1 : -position - 1
}

function isParameter(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x3f
}

function isBetween(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x20 && byte <= 0x2f
}
