/**
 * A place of its own for regular expressions, which may take for ever: a nested worker in the product, another
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

/** What is to be looked through: shown texts joined by newlines, which none of them holds, or lines of a log. */
export type MatcherInput = string | Uint8Array<ArrayBuffer>

/**
 * `count`: matches of each text. `careful`: tell of each
 * text before it is begun, so that the one that never ends is known. `find`: where they are in the only text.
 */
export type ToMatcher =
  | { readonly type: 'expression'; readonly source: string; readonly flags: string }
  | { readonly type: 'count'; readonly id: number; readonly input: MatcherInput; readonly isCareful: boolean }
  | { readonly type: 'find'; readonly id: number; readonly text: string }

/** `pairs`: text index and count of each text that has a match, or offset and length of each match. */
export type FromMatcher =
  | { readonly type: 'ready' }
  | { readonly type: 'answer'; readonly id: number; readonly pairs: Uint32Array }
  | { readonly type: 'at'; readonly id: number; readonly textIndex: number; readonly countBefore: number }
