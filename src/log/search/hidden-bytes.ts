import type { ByteKernels } from './byte-kernels.ts'
import type { ByteNeedle } from './byte-needle.ts'

export const escapeByte = 27
const carriageReturn = 13
const backspace = 8
const newline = 10

/**
 * Visits all in a text that a terminal acts on, in order: colours with what they stand between, or what has to be
 * played (`after` is null). Its answer tells where to go on. Each line of the text ends in a newline.
 */
export function visitActed(
  kernels: ByteKernels,
  end: number,
  visit: (at: number, before: number, after: number | null) => 'on' | 'next line',
): void {
  const { text, found } = kernels
  const count = kernels.findBytes(end, escapeByte, carriageReturn, backspace)
  let from = 0
  for (let index = 0; index < count; index += 1) {
    const at = found[index] ?? 0
    const isBreak = text[at] === carriageReturn && text[at + 1] === newline
    if (at < from || isBreak) continue
    const coloursTo = text[at] === escapeByte ? coloursEnd(text, at) : at
    const after = coloursTo > at ? (text[coloursTo] ?? 0) : null
    const goOn = visit(at, at === 0 ? newline : (text[at - 1] ?? 0), after)
    from = goOn === 'on' && after !== null ? coloursTo : text.indexOf(newline, at) + 1
  }
}

/**
 * A position in each line that has to be played before it can be searched: something in it moves back, or a needle
 * may stand on both sides of a colour.
 */
export function playedPositions(
  kernels: ByteKernels,
  end: number,
  needles: readonly ByteNeedle[],
): readonly number[] {
  const played: number[] = []
  visitActed(kernels, end, (at, before, after) => {
    if (after !== null && !needles.some(({ joins }) => joins(before, after))) return 'on'
    played.push(at)
    return 'next line'
  })
  return played
}

/** The end of the colour sequences that begin at `at`; `at` when there is another one. */
function coloursEnd(text: Uint8Array, at: number): number {
  let position = at
  while (text[position] === escapeByte) {
    const end = colourEnd(text, position)
    if (end === position) return at
    position = end
  }
  return position
}

/** The end of `CSI … m`, parameters and in-betweens included; `at` when it is not one. */
export function colourEnd(text: Uint8Array, at: number): number {
  if (text[at + 1] !== 0x5b) return at
  let position = at + 2
  while (isWithin(text[position], 0x30, 0x3f)) position += 1
  while (isWithin(text[position], 0x20, 0x2f)) position += 1
  return text[position] === 0x6d ? position + 1 : at
}

/** Where the `CSI` begins whose parameters and in-betweens reach up to `end`, not looking before `from`; else -1. */
export function colourStart(text: Uint8Array, end: number, from: number): number {
  let position = end - 1
  while (position >= from && isWithin(text[position], 0x20, 0x3f)) position -= 1
  return text[position] === 0x5b && text[position - 1] === escapeByte ? position - 1 : -1
}

function isWithin(byte: number | undefined, from: number, to: number): boolean {
  return byte !== undefined && byte >= from && byte <= to
}
