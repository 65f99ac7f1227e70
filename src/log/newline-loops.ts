/** Loops of a search that look at many bytes at a time. */
export interface NewlineLoops {
  /** Where the text goes: at most `roomBytes` of it. */
  readonly text: Uint8Array
  readonly roomBytes: number
  /** Positions that were found. */
  readonly found: Uint32Array
  /** Finds three bytes before `end`; answers how many it entered into `found`. */
  findBytes(end: number, a: number, b: number, c: number): number
}

let lent: NewlineLoops | null = null

/** The first rows do without what searches: when that has come it lends its loops to all who look for newlines. */
export function lendLoops(loops: NewlineLoops): void {
  lent = loops
}

/** Null until they were lent. */
export function newlineLoops(): NewlineLoops | null {
  return lent
}
