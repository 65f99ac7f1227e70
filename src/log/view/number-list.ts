/** Whole numbers below 2^32, four bytes each, added and taken away at the end. */
export interface NumberList {
  readonly length: number
  /** 0 where there is none. */
  at(index: number): number
  push(value: number): void
  set(index: number, value: number): void
  truncate(length: number): void
}

export function createNumberList(): NumberList {
  let values = new Uint32Array(16)
  let length = 0
  return {
    get length() {
      return length
    },
    at: (index) => (index < length ? (values[index] ?? 0) : 0),
    push(value) {
      if (length === values.length) {
        const wider = new Uint32Array(length * 2)
        wider.set(values)
        values = wider
      }
      values[length] = value
      length += 1
    },
    set(index, value) {
      values[index] = value
    },
    truncate(count) {
      length = Math.min(length, count)
    },
  }
}
