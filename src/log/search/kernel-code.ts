import {
  add,
  again,
  allTrue,
  and,
  and16,
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
  load8,
  load16,
  loop,
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
  xor,
} from './wasm-module.ts'

/** Where everything lies in the kernels' memory. */
export interface KernelPlaces {
  readonly low: number
  readonly high: number
  /** 16 bytes of zeros, and 16 of ones after them. */
  readonly ones: number
  readonly found: number
}

/** Bytes looked at in one step of the loops. */
export const strideBytes = 32
const half = strideBytes / 2

const dropLowest = (bits: number) => [get(bits), get(bits), constant(1), subtract, and, set(bits)].flat()
const addTo = (local: number, value: Code) => [get(local), value, add, set(local)].flat()
const back = (levels: number): Code => [0x0c, levels]

/** The bits of two vectors, those of the one `half` bytes on above those of the first. */
const bothBits = (marksAt: (offset: number) => Code): Code =>
  [marksAt(0), bitsOf, marksAt(half), bitsOf, constant(half), shiftLeft, or].flat()

const end = 0
const first = 1
const second = 2
const length = 3
const step = 4
const head = 5
const from = 6
const bits = 7
const out = 8
const at = 9
const taken = 10
const allowedFrom = 11
const a = 12
const aCase = 13
const b = 14
const bCase = 15
const lowHead = 16
const highHead = 17
const afterHead = 18
const bytes = 19

/** A byte of the needle in all places, its cases made one: `high` has bits that `low` has not, or the other way round. */
const readProbe = (places: KernelPlaces, place: number, byte: number, cases: number): Code =>
  [
    [get(place), load8(places.low), get(place), load8(places.high), or, spread, set(byte)].flat(),
    [get(place), load8(places.low), get(place), load8(places.high), xor, spread, set(cases)].flat(),
  ].flat()

const isProbe = (place: number, offset: number, byte: number, cases: number): Code =>
  [get(from), get(place), add, load16(offset), get(cases), or16, get(byte), equal16].flat()

/** Up to 16 of the needle's bytes are there. */
const hasHead: Code = [
  [get(at), load16(), set(bytes), get(bytes), get(lowHead), equal16].flat(),
  [get(bytes), get(highHead), equal16, or16, get(afterHead), or16, allTrue].flat(),
].flat()

/** Goes on as long as the needle's bytes are there, `taken` of them. */
const takeRest = ({ low, high }: KernelPlaces): Code =>
  [
    [get(head), set(taken)].flat(),
    loop(
      [get(taken), get(length), isBelow].flat(),
      when(
        [get(at), get(taken), add, load8(), get(taken), load8(low), isEqual].flat(),
        [get(at), get(taken), add, load8(), get(taken), load8(high), isEqual, or].flat(),
        when(addTo(taken, constant(1)), back(2)),
      ),
    ),
  ].flat()

const enter: Code = [
  [get(out), get(at), store()].flat(),
  addTo(out, constant(4)),
  [get(at), get(step), add, set(allowedFrom)].flat(),
].flat()

/** Looks for two of the needle's bytes first, whatever their cases; `head` is its length, at most 16. */
export const findNeedle = (places: KernelPlaces): WasmFunction => ({
  name: 'findNeedle',
  parameterCount: 6,
  numberCount: 6,
  vectorCount: 8,
  body: [
    [readProbe(places, first, a, aCase), readProbe(places, second, b, bCase)].flat(),
    [constant(places.low), load16(), set(lowHead), constant(places.high), load16(), set(highHead)].flat(),
    [constant(places.ones + 16), get(head), subtract, load16(), set(afterHead)].flat(),
    [constant(places.found), set(out)].flat(),
    loop(
      [get(from), get(end), isNotBelow].flat(),
      when(get(out), leave),
      bothBits((offset) =>
        [isProbe(first, offset, a, aCase), isProbe(second, offset, b, bCase), and16].flat(),
      ),
      set(bits),
      loop(
        get(bits),
        when(
          [get(from), get(bits), trailingZeros, add, set(at), dropLowest(bits)].flat(),
          hasHead,
          when(
            [get(at), get(end), isBelow, get(at), get(allowedFrom), isNotBelow, and].flat(),
            when(takeRest(places), get(taken), get(length), isEqual, when(enter)),
          ),
          back(1),
        ),
      ),
      [addTo(from, constant(strideBytes)), again].flat(),
    ),
    get(out),
  ],
})

/** Goes through the text in local 4 up to local 0, entering the places that `marks` finds in vector 7. */
const enterMarked = ({ found }: KernelPlaces, marks: Code): Code =>
  [
    [constant(found), set(6)].flat(),
    loop(
      [get(4), get(0), isNotBelow].flat(),
      when(get(6), leave),
      bothBits((offset) => [get(4), load16(offset), set(7), marks].flat()),
      set(5),
      loop(
        get(5),
        when(
          [get(6), get(4), get(5), trailingZeros, add, store()].flat(),
          addTo(6, constant(4)),
          dropLowest(5),
          back(1),
        ),
      ),
      [addTo(4, constant(strideBytes)), again].flat(),
    ),
    get(6),
  ].flat()

const isEither = (one: number, other: number, another: number): Code =>
  [get(one), get(other), equal16, get(one), get(another), equal16, or16].flat()

/** Locals: end, three bytes · position, bits, where the next goes · text, and the bytes in all places. */
export const findBytes = (places: KernelPlaces): WasmFunction => ({
  name: 'findBytes',
  parameterCount: 4,
  numberCount: 3,
  vectorCount: 4,
  body: [
    ...[0, 1, 2].flatMap((index) => [get(1 + index), spread, set(8 + index)]),
    enterMarked(places, [isEither(7, 8, 9), get(7), get(10), equal16, or16].flat()),
  ],
})

const firstVisible = 32

/** Locals as above. Bytes beyond ASCII are negative as signed ones. */
export const findSpecial = (places: KernelPlaces): WasmFunction => ({
  name: 'findSpecial',
  parameterCount: 4,
  numberCount: 3,
  vectorCount: 4,
  body: [
    [constant(firstVisible), spread, set(8)].flat(),
    enterMarked(places, [get(7), get(8), below16].flat()),
  ],
})
