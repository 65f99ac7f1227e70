import {
  add,
  again,
  and,
  and16,
  assemble,
  below16,
  bitsOf,
  type Code,
  constant,
  equal16,
  get,
  isBelow,
  isEqual,
  isNotBelow,
  leave,
  load,
  load8,
  load16,
  loop,
  ones,
  or,
  or16,
  set,
  shiftLeft,
  spread,
  store,
  subtract,
  trailingZeros,
  type WasmFunction,
  when,
} from './wasm-module.ts'

/** Text that fits into the kernels' memory at a time. */
export const kernelBytes = 64 * 1024
/** Kernels read up to 16 bytes at a time, and a needle's length beyond where they look. */
export const maxNeedleBytes = 4096
const lowAt = kernelBytes + 2 * maxNeedleBytes
const highAt = lowAt + maxNeedleBytes
const foundAt = highAt + maxNeedleBytes
const pageBytes = 64 * 1024
/** Numbers for each match in `found`. */
export const foundNumbers = 3
const memoryBytes = foundAt + 4 * foundNumbers * kernelBytes

const newline = 10
const firstVisible = 32

/**
 * The loops that look at every byte. In Chromium the vector instructions of WebAssembly go through a text six times as
 * fast as JavaScript, faster than its own search in a string; where they cannot be had the same is done in JavaScript.
 */
export interface ByteKernels {
  /** Where the text goes: at most `kernelBytes`. What follows its end is read too, and must not be a needle's. */
  readonly text: Uint8Array
  /** Where the needle goes: each of its bytes is one or the other. */
  readonly low: Uint8Array
  readonly high: Uint8Array
  /** What the others found. */
  readonly found: Uint32Array
  /**
   * Finds the needle from `from` to before `end`, places it begins at being at least `step` apart, by looking first at
   * its bytes `first` and `second`. For each place: position, newlines before it, and 1; with `merges` 1, for each
   * line: its first place, and how many. Answers how many it entered into `found`.
   */
  findNeedle(
    from: number,
    end: number,
    first: number,
    second: number,
    length: number,
    step: number,
    merges: number,
  ): number
  /** The positions before `end` of three bytes. Answers how many it entered into `found`. */
  findBytes(end: number, a: number, b: number, c: number): number
  /** The positions before `end` of all bytes but those of visible ASCII. Answers how many it entered into `found`. */
  findSpecial(end: number): number
}

const nextSixteen = (position: number) => [get(position), constant(16), add, set(position), again].flat()
const isEither = (bytes: number, a: number, b: number) =>
  [get(bytes), get(a), equal16, get(bytes), get(b), equal16, or16].flat()
const dropLowest = (bits: number) => [get(bits), get(bits), constant(1), subtract, and, set(bits)].flat()
const addTo = (local: number, value: Code) => [get(local), value, add, set(local)].flat()
const back = (levels: number): Code => [0x0c, levels]

const from = 0
const end = 1
const first = 2
const second = 3
const length = 4
const step = 5
const merges = 6
const bits = 7
const out = 8
const counted = 9
const line = 10
const at = 11
const taken = 12
const allowedFrom = 13
const lineAt = 14
const lastLine = 15
const bytes = 16
const a = 17
const A = 18
const b = 19
const B = 20
const newlines = 21

/** Goes on as long as the needle's bytes are there, `taken` of them. */
const takeNeedle: Code = [
  constant(0),
  set(taken),
  loop(
    [get(taken), get(length), isBelow].flat(),
    when(
      [get(at), get(taken), add, load8(), get(taken), load8(lowAt), isEqual].flat(),
      [get(at), get(taken), add, load8(), get(taken), load8(highAt), isEqual, or].flat(),
      when(addTo(taken, constant(1)), back(2)),
    ),
  ),
].flat()

const newlineBits = [get(counted), load16, get(newlines), equal16, bitsOf].flat()

/** Newlines are counted only up to where something was found. */
const countLines: Code = [
  loop(
    [get(at), get(counted), constant(16), add, isNotBelow].flat(),
    when(addTo(line, [newlineBits, ones].flat()), addTo(counted, constant(16)), back(1)),
  ),
  [newlineBits, constant(1), get(at), get(counted), subtract, shiftLeft].flat(),
  [constant(1), subtract, and, ones, get(line), add, set(lineAt)].flat(),
].flat()

const enter: Code = [
  [get(merges), get(lastLine), get(lineAt), isEqual, and, constant(0), isEqual].flat(),
  when(
    [get(out), get(at), store(), get(out), get(lineAt), store(4), get(out), constant(0), store(8)].flat(),
    addTo(out, constant(4 * foundNumbers)),
  ),
  [
    get(out),
    constant(4),
    subtract,
    get(out),
    constant(4),
    subtract,
    load(),
    constant(1),
    add,
    store(),
  ].flat(),
  [get(lineAt), set(lastLine), get(at), get(step), add, set(allowedFrom)].flat(),
].flat()

const inAllPlaces = (place: number, base: number, vector: number) =>
  [get(place), load8(base), spread, set(vector)].flat()

const findNeedle: WasmFunction = {
  name: 'findNeedle',
  parameterCount: 7,
  numberCount: 9,
  vectorCount: 6,
  body: [
    [inAllPlaces(first, lowAt, a), inAllPlaces(first, highAt, A)].flat(),
    [inAllPlaces(second, lowAt, b), inAllPlaces(second, highAt, B)].flat(),
    [
      constant(newline),
      spread,
      set(newlines),
      constant(-1),
      set(lastLine),
      constant(foundAt),
      set(out),
    ].flat(),
    loop(
      [get(from), get(end), isNotBelow].flat(),
      when(get(out), leave),
      [get(from), get(first), add, load16, set(bytes), isEither(bytes, a, A)].flat(),
      [get(from), get(second), add, load16, set(bytes), isEither(bytes, b, B)].flat(),
      [and16, bitsOf, set(bits)].flat(),
      loop(
        get(bits),
        when(
          [get(from), get(bits), trailingZeros, add, set(at), dropLowest(bits)].flat(),
          [get(at), get(end), isBelow, get(at), get(allowedFrom), isNotBelow, and].flat(),
          when(takeNeedle, get(taken), get(length), isEqual, when(countLines, enter)),
          back(1),
        ),
      ),
      nextSixteen(from),
    ),
    get(out),
  ],
}

/** Goes through the text in local 4 up to local 0, entering the places that `marks` finds in vector 7. */
const enterMarked = (marks: Code): Code =>
  [
    [constant(foundAt), set(6)].flat(),
    loop(
      [get(4), get(0), isNotBelow].flat(),
      when(get(6), leave),
      [get(4), load16, set(7), marks, bitsOf, set(5)].flat(),
      loop(
        get(5),
        when(
          [get(6), get(4), get(5), trailingZeros, add, store()].flat(),
          addTo(6, constant(4)),
          dropLowest(5),
          back(1),
        ),
      ),
      nextSixteen(4),
    ),
    get(6),
  ].flat()

/** Locals: end, three bytes · position, bits, where the next goes · text, and the bytes in all places. */
const findBytes: WasmFunction = {
  name: 'findBytes',
  parameterCount: 4,
  numberCount: 3,
  vectorCount: 4,
  body: [
    ...[0, 1, 2].flatMap((index) => [get(1 + index), spread, set(8 + index)]),
    enterMarked([isEither(7, 8, 9), get(7), get(10), equal16, or16].flat()),
  ],
}

/** Locals as above. Bytes beyond ASCII are negative as signed ones. */
const findSpecial: WasmFunction = {
  name: 'findSpecial',
  parameterCount: 4,
  numberCount: 3,
  vectorCount: 4,
  body: [[constant(firstVisible), spread, set(8)].flat(), enterMarked([get(7), get(8), below16].flat())],
}

/** Null where WebAssembly is forbidden (by a Content-Security-Policy) or knows no vectors. */
export function createVectorKernels(): ByteKernels | null {
  try {
    const code = assemble([findNeedle, findBytes, findSpecial], Math.ceil(memoryBytes / pageBytes))
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(code))
    const { memory } = exports as { readonly memory: WebAssembly.Memory }
    const loops = exports as unknown as Pick<ByteKernels, 'findNeedle' | 'findBytes' | 'findSpecial'>
    const found = new Uint32Array(memory.buffer, foundAt, foundNumbers * kernelBytes)
    /** The last of 16 bytes at a time may lie beyond the end. */
    const within = (textEnd: number, foundTo: number): number => {
      let count = (foundTo - foundAt) / 4
      while (count > 0 && (found[count - 1] ?? 0) >= textEnd) count -= 1
      return count
    }
    return {
      text: new Uint8Array(memory.buffer, 0, lowAt),
      low: new Uint8Array(memory.buffer, lowAt, maxNeedleBytes),
      high: new Uint8Array(memory.buffer, highAt, maxNeedleBytes),
      found,
      findNeedle: (...question) => (loops.findNeedle(...question) - foundAt) / (4 * foundNumbers),
      findBytes: (textEnd, ...sought) => within(textEnd, loops.findBytes(textEnd, ...sought)),
      findSpecial: (textEnd) => within(textEnd, loops.findSpecial(textEnd)),
    }
  } catch {
    return null
  }
}

export function createPlainKernels(): ByteKernels {
  const text = new Uint8Array(lowAt)
  const low = new Uint8Array(maxNeedleBytes)
  const high = new Uint8Array(maxNeedleBytes)
  const found = new Uint32Array(foundNumbers * kernelBytes)
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
    findNeedle(from, end, first, _second, length, step, merges) {
      let count = 0
      let line = 0
      let allowedFrom = from
      for (let position = 0; position < end; position += 1) {
        const byte = text[position + first]
        const isCandidate = position >= allowedFrom && (byte === low[first] || byte === high[first])
        if (isCandidate && isAt(position, length)) {
          const last = (count - 1) * foundNumbers
          const isMerged = merges === 1 && count > 0 && found[last + 1] === line
          if (isMerged) found[last + 2] = (found[last + 2] ?? 0) + 1
          else found.set([position, line, 1], last + foundNumbers)
          if (!isMerged) count += 1
          allowedFrom = position + step
        }
        if (text[position] === newline) line += 1
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
