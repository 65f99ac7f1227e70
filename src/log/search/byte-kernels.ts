import {
  add,
  again,
  and,
  and16,
  assemble,
  bitsOf,
  constant,
  equal16,
  get,
  isNotBelow,
  leave,
  load16,
  loop,
  or16,
  set,
  spread,
  store,
  subtract,
  tee,
  trailingZeros,
  type WasmFunction,
  when,
} from './wasm-module.ts'

/** Text that fits into the kernels' memory at a time. */
export const kernelBytes = 64 * 1024
/** Kernels read up to 16 bytes at a time, and a needle's length beyond where they look. */
export const maxNeedleBytes = 4096
const lineEndsAt = kernelBytes + 2 * maxNeedleBytes
const pageBytes = 64 * 1024
const memoryBytes = lineEndsAt + 4 * kernelBytes

const escapeByte = 27
const carriageReturn = 13
const backspace = 8
const newline = 10

/**
 * The loops that look at every byte. In Chromium the vector instructions of WebAssembly go through a text six times as
 * fast as JavaScript, faster than its own search in a string; where they cannot be had the same is done in JavaScript.
 */
export interface ByteKernels {
  /** Where the text goes: at most `kernelBytes`. */
  readonly text: Uint8Array
  /** What `findLineEnds` found: for each line the position after its newline. */
  readonly lineEnds: Uint32Array
  /** The first position from `from` on where byte `first` after it is `a` or `A`, and byte `second` is `b` or `B`; else `end`, or more. */
  findPair(
    from: number,
    end: number,
    first: number,
    second: number,
    a: number,
    A: number,
    b: number,
    B: number,
  ): number
  /** The first escape, carriage return or backspace from `from` on; else `end`, or more. */
  findActed(from: number, end: number): number
  /** Fills `lineEnds`; answers how many there are. */
  findLineEnds(end: number): number
}

const nextSixteen = (position: number) => [get(position), constant(16), add, set(position), again].flat()
const isEither = (bytes: number, a: number, b: number) =>
  [get(bytes), get(a), equal16, get(bytes), get(b), equal16, or16].flat()

/** Locals: from, end, first, second, a, A, b, B · bits · bytes, a, A, b, B in all places. */
const findPair: WasmFunction = {
  name: 'findPair',
  parameterCount: 8,
  numberCount: 1,
  vectorCount: 5,
  body: [
    ...[0, 1, 2, 3].flatMap((index) => [get(4 + index), spread, set(10 + index)]),
    loop(
      [get(0), get(1), isNotBelow].flat(),
      when(get(1), leave),
      [get(0), get(2), add, load16, set(9), isEither(9, 10, 11)].flat(),
      [get(0), get(3), add, load16, set(9), isEither(9, 12, 13)].flat(),
      [and16, bitsOf, tee(8)].flat(),
      when([get(0), get(8), trailingZeros, add, leave].flat()),
      nextSixteen(0),
    ),
    get(1),
  ],
}

/** Locals: from, end · bits · bytes, escape, return, backspace in all places. */
const findActed: WasmFunction = {
  name: 'findActed',
  parameterCount: 2,
  numberCount: 1,
  vectorCount: 4,
  body: [
    [constant(escapeByte), spread, set(4), constant(carriageReturn), spread, set(5)].flat(),
    [constant(backspace), spread, set(6)].flat(),
    loop(
      [get(0), get(1), isNotBelow].flat(),
      when(get(1), leave),
      [get(0), load16, set(3), isEither(3, 4, 5), get(3), get(6), equal16, or16].flat(),
      [bitsOf, tee(2)].flat(),
      when([get(0), get(2), trailingZeros, add, leave].flat()),
      nextSixteen(0),
    ),
    get(1),
  ],
}

/** Locals: end · position, bits, where the next goes · newline in all places. */
const findLineEnds: WasmFunction = {
  name: 'findLineEnds',
  parameterCount: 1,
  numberCount: 3,
  vectorCount: 1,
  body: [
    [constant(newline), spread, set(4), constant(lineEndsAt), set(3)].flat(),
    loop(
      [get(1), get(0), isNotBelow].flat(),
      when(get(3), leave),
      [get(1), load16, get(4), equal16, bitsOf, set(2)].flat(),
      loop(
        get(2),
        when(
          [get(3), get(1), get(2), trailingZeros, add, constant(1), add, store].flat(),
          [get(3), constant(4), add, set(3), get(2), get(2), constant(1), subtract, and, set(2)].flat(),
          // Out of the `when`, and on with the inner loop.
          [0x0c, 1],
        ),
      ),
      nextSixteen(1),
    ),
    get(3),
  ],
}

/** Null where WebAssembly is forbidden (by a Content-Security-Policy) or knows no vectors. */
export function createVectorKernels(): ByteKernels | null {
  try {
    const bytes = assemble([findPair, findActed, findLineEnds], Math.ceil(memoryBytes / pageBytes))
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes))
    const { memory } = exports as { readonly memory: WebAssembly.Memory }
    const kernels = exports as unknown as Pick<ByteKernels, 'findPair' | 'findActed' | 'findLineEnds'>
    return {
      text: new Uint8Array(memory.buffer, 0, lineEndsAt),
      lineEnds: new Uint32Array(memory.buffer, lineEndsAt, kernelBytes),
      findPair: kernels.findPair,
      findActed: kernels.findActed,
      findLineEnds: (end) => (kernels.findLineEnds(end) - lineEndsAt) / 4,
    }
  } catch {
    return null
  }
}

export function createPlainKernels(): ByteKernels {
  const text = new Uint8Array(lineEndsAt)
  const lineEnds = new Uint32Array(kernelBytes)
  return {
    text,
    lineEnds,
    findPair(from, end, first, second, a, A, b, B) {
      for (let position = from; position < end; position += 1) {
        const byte = text[position + first]
        if (byte !== a && byte !== A) continue
        const other = text[position + second]
        if (other === b || other === B) return position
      }
      return end
    },
    findActed(from, end) {
      for (let position = from; position < end; position += 1) {
        const byte = text[position] ?? 0
        if (byte === escapeByte || byte === carriageReturn || byte === backspace) return position
      }
      return end
    },
    findLineEnds(end) {
      let count = 0
      for (let at = text.indexOf(newline); at !== -1 && at < end; at = text.indexOf(newline, at + 1)) {
        lineEnds[count] = at + 1
        count += 1
      }
      return count
    },
  }
}

let kernels: ByteKernels | undefined

/** The kernels of this worker: one text is looked through at a time, so one memory does for all searches. */
export function byteKernels(): ByteKernels {
  kernels ??= createVectorKernels() ?? createPlainKernels()
  return kernels
}
