import type { Problem } from '#contract'

/** The label of the words, by who says them; a key of the messages of problems. */
export type Speaker = 'ownMessage' | 'proxyMessage' | 'upstreamMessage'

/**
 * What BlueKing refuses has a code of its own. A call that had no answer, or none to be read, is told in words of ours,
 * which name the HTTP status at most. Of a 502 to 504 with words a proxy on the way is the author.
 */
export function speakerOf({ system, code, message }: Pick<Problem, 'system' | 'code' | 'message'>): Speaker {
  if (system === 'joblens' || code === null || message.includes(`HTTP ${code}`)) return 'ownMessage'
  return /^50[234]$/.test(code) ? 'proxyMessage' : 'upstreamMessage'
}
