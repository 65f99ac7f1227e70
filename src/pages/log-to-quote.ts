import type { LogSessionState } from '#api'
import { transferTone } from '#contract'

/** `none`: there is no log; `unknown`: it could not be read, which says nothing of whether there is one. */
export type LogToQuote = { readonly documentId: string } | 'none' | 'unknown'

/**
 * The log of the one target a session asked for; of a distribution that of its first transfer that failed, or
 * else of one whose status nobody knows. `undefined` while it is read.
 */
export function logToQuote(state: LogSessionState, key: string): LogToQuote | undefined {
  const { phase, problem, completedOnce, logs, transfers } = state
  if (phase === 'loading') return undefined
  // What came of a stream that broke off has a last line too: that of its half.
  if (problem !== null) return 'unknown'
  const oneThat = (tone: string) =>
    transfers.find(({ frame }) => transferTone(frame.transfer.status) === tone)
  const transfer = oneThat('bad') ?? oneThat('odd')
  const documentId = logs.get(key)?.documentId ?? transfer?.documentId
  if (documentId !== undefined) return { documentId }
  if (isUnread(state, key)) return 'unknown'
  return completedOnce ? 'none' : undefined
}

function isUnread({ failures, unreadableFrames }: LogSessionState, key: string): boolean {
  return unreadableFrames > 0 || failures.some(({ keys }) => keys.length === 0 || keys.includes(key))
}
