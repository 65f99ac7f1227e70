import type { FramePort } from '../protocol.ts'

/**
 * A place of its own for regular expressions, which may take for ever: a nested worker in the product. It runs
 * `serveMatches` on its side.
 */
export interface MatcherPort extends FramePort {
  /** Ends it at once, whatever it is doing. */
  terminate(): void
}

export type CreateMatcher = () => MatcherPort
