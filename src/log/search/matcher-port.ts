/**
 * A place of its own for regular expressions, which may take for ever: a worker in the product, another
 * thread's port in tests. `serveMatches` runs on its other side.
 */
export interface MatcherPort {
  /** `transfer` is handed over, where that can be done: its sender is through with it. */
  postMessage(message: unknown, options?: { readonly transfer?: ArrayBuffer[] }): void
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
  /** Its script could not be had. */
  addEventListener(type: 'error', listener: (event: unknown) => void): void
  /** Ports (not workers) hold messages back until started. */
  start?(): void
  /** Ends it at once, whatever it is doing. */
  terminate(): void
}

export type CreateMatcher = () => MatcherPort

/** Neighbouring pieces of a line. */
export interface WindowInput {
  /** Names them: the matcher keeps those it was sent last. */
  readonly key: string
  /** Null when they have just been sent. */
  readonly bytes: Uint8Array<ArrayBuffer> | null
  /** Where each piece ends in them. */
  readonly ends: readonly number[]
}

/** What is asked of a matcher. */
export type MatcherRequest =
  /** Matches of each of these lines of a log. `isCareful`: tell of each before it is begun. */
  | { readonly type: 'lines'; readonly bytes: Uint8Array<ArrayBuffer>; readonly isCareful: boolean }
  /** `countInPieces`. */
  | {
      readonly type: 'window'
      readonly window: WindowInput
      readonly range: readonly [from: number, to: number]
      readonly taken: number
    }
  /** Where matches are in a shown text. */
  | { readonly type: 'find'; readonly text: string }
  /** `findInPiece`. */
  | {
      readonly type: 'find-in-piece'
      readonly window: WindowInput
      readonly piece: number
      readonly reach: number
    }

/** Expressions are opened under a number before anything is asked of them. */
export type ToMatcher =
  | { readonly type: 'open'; readonly expressionId: number; readonly source: string; readonly flags: string }
  | { readonly type: 'close'; readonly expressionId: number }
  | (MatcherRequest & { readonly id: number; readonly expressionId: number })

/**
 * `numbers`: index and count of each line that has a match; piece, count and reach of each piece that has one; offset
 * and length of each match.
 */
export type FromMatcher =
  | { readonly type: 'ready' }
  | { readonly type: 'answer'; readonly id: number; readonly numbers: Uint32Array; readonly taken: number }
  | { readonly type: 'at'; readonly id: number; readonly textIndex: number; readonly countBefore: number }
  /** The engine ran out of room on the way. */
  | { readonly type: 'failed'; readonly id: number }
