import type { JobInstanceId } from '#contract'

/**
 * Which run another one is compared with: `before` is the one before, `week` last week's, anything else the id of a run.
 * Meant for a query parameter.
 */
export type Compared = 'before' | 'week' | JobInstanceId

/** What an address says about {@link Compared}; `null` for nothing, or nothing that makes sense. */
export function readCompared(text: string | null): Compared | null {
  if (text === 'before' || text === 'week') return text
  return text !== null && /^[1-9]\d{0,18}$/.test(text) ? (text as JobInstanceId) : null
}
