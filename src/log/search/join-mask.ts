/*
 * Which bytes stand on both sides of colours that are not shown, as one bit of 256 for each pair of neighbours: a
 * needle that shares no bit with a part of a text is nowhere in it on both sides of a colour.
 */

export const joinMaskNumbers = 8

/** Sets the bit of a pair. */
export function joinBit(mask: Uint32Array, before: number, after: number): void {
  const bit = (before * 31 + after * 7) & 255
  mask[bit >> 5] = (mask[bit >> 5] ?? 0) | (1 << (bit & 31))
}

export function sharesBit(one: Uint32Array, other: Uint32Array): boolean {
  return one.some((bits, index) => (bits & (other[index] ?? 0)) !== 0)
}
