/*
 * Just enough of an assembler for the few loops in `byte-kernels.ts`: WebAssembly's binary format, sections and
 * instructions by their names in the specification. A tool that compiles one would weigh more than what it makes.
 */

export type Code = readonly number[]

const i32 = 0x7f
const v128 = 0x7b

function unsigned(value: number): Code {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)]
}

function signed(value: number): Code {
  const isLast = value >= -0x40 && value < 0x40
  return isLast ? [value & 0x7f] : [(value & 0x7f) | 0x80, ...signed(value >> 7)]
}

function vector(items: readonly Code[]): Code {
  return [...unsigned(items.length), ...items.flat()]
}

function section(id: number, items: readonly Code[]): Code {
  const content = vector(items)
  return [id, ...unsigned(content.length), ...content]
}

function name(text: string): Code {
  return [...unsigned(text.length), ...new TextEncoder().encode(text)]
}

export const get = (local: number): Code => [0x20, ...unsigned(local)]
export const set = (local: number): Code => [0x21, ...unsigned(local)]
export const constant = (value: number): Code => [0x41, ...signed(value)]
export const add: Code = [0x6a]
export const subtract: Code = [0x6b]
export const and: Code = [0x71]
export const isNotBelow: Code = [0x4f]
export const trailingZeros: Code = [0x68]
export const isEqual: Code = [0x46]
export const isBelow: Code = [0x49]
export const or: Code = [0x72]
export const xor: Code = [0x73]
export const shiftLeft: Code = [0x74]
export const store = (offset = 0): Code => [0x36, 2, ...unsigned(offset)]
/** One byte of memory. */
export const load8 = (offset = 0): Code => [0x2d, 0, ...unsigned(offset)]
export const leave: Code = [0x0f]
export const again: Code = [0x0c, 0]
/** 16 bytes of memory. */
export const load16 = (offset = 0): Code => [0xfd, 0, 0, ...unsigned(offset)]
/** One byte in all 16 places. */
export const spread: Code = [0xfd, 15]
/** All ones in the places where two are equal. */
export const equal16: Code = [0xfd, 35]
/** All ones in the places where the first is below the second, as signed bytes. */
export const below16: Code = [0xfd, 37]
export const and16: Code = [0xfd, 78]
export const or16: Code = [0xfd, 80]
/** Whether all 16 places are other than zero. */
export const allTrue: Code = [0xfd, 99]
/** One bit for each of the 16 places. */
export const bitsOf: Code = [0xfd, 100]

const end = 0x0b
export const loop = (...body: readonly Code[]): Code => [0x03, 0x40, ...body.flat(), end]
/** Does `body` when the number on the stack is not 0. */
export const when = (...body: readonly Code[]): Code => [0x04, 0x40, ...body.flat(), end]

/** A function from numbers to one number. Its locals: parameters first, then numbers, then 16-byte vectors. */
export interface WasmFunction {
  readonly name: string
  readonly parameterCount: number
  readonly numberCount: number
  readonly vectorCount: number
  readonly body: readonly Code[]
}

/** A module of these functions, and of a memory named `memory` of 64 KiB pages. */
export function assemble(functions: readonly WasmFunction[], pages: number): Uint8Array<ArrayBuffer> {
  const types = functions.map(({ parameterCount }) => [
    0x60,
    ...vector(Array.from({ length: parameterCount }, () => [i32])),
    ...vector([[i32]]),
  ])
  const bodies = functions.map(({ numberCount, vectorCount, body }) => {
    const locals = vector([
      [...unsigned(numberCount), i32],
      [...unsigned(vectorCount), v128],
    ])
    const code = [...locals, ...body.flat(), end]
    return [...unsigned(code.length), ...code]
  })
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, types),
    ...section(
      3,
      functions.map((_, index) => unsigned(index)),
    ),
    ...section(5, [[0, ...unsigned(pages)]]),
    ...section(7, [
      [...name('memory'), 2, 0],
      ...functions.map((item, index) => [...name(item.name), 0, ...unsigned(index)]),
    ]),
    ...section(10, bodies),
  ])
}
