import type { ByteKernels } from './byte-kernels.ts'
import type { ByteNeedle } from './byte-needle.ts'

const escapeByte = 27
const carriageReturn = 13
const newline = 10

/** What in a text is not shown as it stands. */
export interface HiddenBytes {
  /** Colour sequences, start and end of each, in order. */
  readonly ranges: readonly number[]
  /**
   * A position in each line that has to be played before it can be searched: something in it moves back, or the
   * needle may stand on both sides of a colour.
   */
  readonly playedAt: readonly number[]
}

/** Looks at every escape, return and backspace of the text that `kernels` hold; each of its lines ends in a newline. */
export function findHidden({ text, findActed }: ByteKernels, end: number, needle: ByteNeedle): HiddenBytes {
  const ranges: number[] = []
  const playedAt: number[] = []
  let at = findActed(0, end)
  while (at < end) {
    let after = at
    if (text[at] === carriageReturn && text[at + 1] === newline) after = at + 1
    else if (text[at] === escapeByte) after = coloursEnd(text, at, ranges)
    const isShown = after > at && !needle.joins(at === 0 ? newline : (text[at - 1] ?? 0), text[after] ?? 0)
    if (!isShown) {
      playedAt.push(at)
      after = text.indexOf(newline, at) + 1
    }
    at = findActed(after, end)
  }
  return { ranges, playedAt }
}

/** The end of the colour sequences that begin at `at`, entered in `ranges`; `at` when there is another one. */
function coloursEnd(text: Uint8Array, at: number, ranges: number[]): number {
  let position = at
  while (text[position] === escapeByte) {
    const end = colourEnd(text, position)
    if (end === position) return at
    ranges.push(position, end)
    position = end
  }
  return position
}

/** The end of `CSI … m`, parameters and in-betweens included; `at` when it is not one. */
function colourEnd(text: Uint8Array, at: number): number {
  if (text[at + 1] !== 0x5b) return at
  let position = at + 2
  while (isWithin(text[position], 0x30, 0x3f)) position += 1
  while (isWithin(text[position], 0x20, 0x2f)) position += 1
  return text[position] === 0x6d ? position + 1 : at
}

function isWithin(byte: number | undefined, from: number, to: number): boolean {
  return byte !== undefined && byte >= from && byte <= to
}
