import { findBytes, findNeedle, findSpecial, type KernelPlaces, strideBytes } from './kernel-code.ts'
import { assemble } from './wasm-module.ts'

/** Text that fits into the kernels' memory at a time. */
export const kernelBytes = 64 * 1024
/** Kernels read up to 32 bytes at a time, and a needle's length beyond where they look. */
export const maxNeedleBytes = 4096
const headBytes = 16

const lowAt = kernelBytes + 2 * maxNeedleBytes
const highAt = lowAt + maxNeedleBytes
const onesAt = highAt + maxNeedleBytes
const foundAt = onesAt + 2 * headBytes
const places: KernelPlaces = { low: lowAt, high: highAt, ones: onesAt, found: foundAt }
const pageBytes = 64 * 1024
const memoryBytes = foundAt + 4 * (kernelBytes + strideBytes)

/**
 * The loops that look at every byte. In Chromium the vector instructions of WebAssembly go through a text ten times as
 * fast as JavaScript, faster than its own search in a string; where they cannot be had the same is done in JavaScript.
 */
export interface ByteKernels {
  /** Where the text goes: at most `kernelBytes`. What follows its end is read too, and must not be a needle's. */
  readonly text: Uint8Array
  /** Where the needle goes: each of its bytes is one or the other. */
  readonly low: Uint8Array
  readonly high: Uint8Array
  /** Positions that the others found, in order. */
  readonly found: Uint32Array
  /**
   * Finds where before `end` the needle begins, at places at least `step` apart, by looking first at its bytes `first`
   * and `second`. Answers how many it entered into `found`.
   */
  findNeedle(end: number, first: number, second: number, length: number, step: number): number
  /** The positions before `end` of three bytes. Answers how many it entered into `found`. */
  findBytes(end: number, a: number, b: number, c: number): number
  /** The positions before `end` of all bytes but those of visible ASCII. Answers how many it entered into `found`. */
  findSpecial(end: number): number
}

/** The functions of the module answer where the next position would go. */
interface ModuleExports {
  readonly memory: WebAssembly.Memory
  findNeedle(
    end: number,
    first: number,
    second: number,
    length: number,
    step: number,
    headLength: number,
  ): number
  findBytes(end: number, a: number, b: number, c: number): number
  findSpecial(end: number): number
}

/** Null where WebAssembly is forbidden (by a Content-Security-Policy) or knows no vectors. */
export function createVectorKernels(): ByteKernels | null {
  try {
    const functions = [findNeedle, findBytes, findSpecial].map((make) => make(places))
    const code = assemble(functions, Math.ceil(memoryBytes / pageBytes))
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(code))
    return usingModule(exports as unknown as ModuleExports)
  } catch {
    return null
  }
}

function usingModule({ memory, ...loops }: ModuleExports): ByteKernels {
  const { buffer } = memory
  const found = new Uint32Array(buffer, foundAt, kernelBytes + strideBytes)
  new Uint8Array(buffer, onesAt + headBytes, headBytes).fill(0xff)
  const countTo = (foundTo: number): number => (foundTo - foundAt) / 4
  /** The last of the bytes looked at together may lie beyond the end. */
  const within = (end: number, foundTo: number): number => {
    let count = countTo(foundTo)
    while (count > 0 && (found[count - 1] ?? 0) >= end) count -= 1
    return count
  }
  return {
    text: new Uint8Array(buffer, 0, lowAt),
    low: new Uint8Array(buffer, lowAt, maxNeedleBytes),
    high: new Uint8Array(buffer, highAt, maxNeedleBytes),
    found,
    findNeedle: (end, first, second, length, step) =>
      countTo(loops.findNeedle(end, first, second, length, step, Math.min(length, headBytes))),
    findBytes: (end, ...sought) => within(end, loops.findBytes(end, ...sought)),
    findSpecial: (end) => within(end, loops.findSpecial(end)),
  }
}

const firstVisible = 32

export function createPlainKernels(): ByteKernels {
  const text = new Uint8Array(lowAt)
  const low = new Uint8Array(maxNeedleBytes)
  const high = new Uint8Array(maxNeedleBytes)
  const found = new Uint32Array(kernelBytes)
  const isAt = (position: number, length: number): boolean => {
    for (let index = 0; index < length; index += 1) {
      const byte = text[position + index]
      if (byte !== low[index] && byte !== high[index]) return false
    }
    return true
  }
  const enterAll = (end: number, isSought: (byte: number) => boolean): number => {
    let count = 0
    for (let position = 0; position < end; position += 1) {
      if (!isSought(text[position] ?? 0)) continue
      found[count] = position
      count += 1
    }
    return count
  }
  return {
    text,
    low,
    high,
    found,
    findNeedle(end, first, _second, length, step) {
      let count = 0
      let allowedFrom = 0
      for (let position = 0; position < end; position += 1) {
        const byte = text[position + first]
        const isCandidate = position >= allowedFrom && (byte === low[first] || byte === high[first])
        if (!isCandidate || !isAt(position, length)) continue
        found[count] = position
        count += 1
        allowedFrom = position + step
      }
      return count
    },
    findBytes: (end, a, b, c) => enterAll(end, (byte) => byte === a || byte === b || byte === c),
    findSpecial: (end) => enterAll(end, (byte) => byte < firstVisible || byte > 0x7f),
  }
}

let kernels: ByteKernels | undefined

/** The kernels of this worker: one text is looked through at a time, so one memory does for all searches. */
export function byteKernels(): ByteKernels {
  kernels ??= createVectorKernels() ?? createPlainKernels()
  return kernels
}
