import type { LogSessionState } from '#api'

/** What is known of one host's log from having asked for it. */
export interface LogFact {
  readonly state: 'here' | 'missing' | 'failed'
  readonly bytes: number | null
  /** Epoch ms of the last answer; 0 once nobody asks any more. */
  readonly askedAt: number
  /** Epoch ms of the first answer with this many bytes: how long the log has stood still. */
  readonly grewAt: number
  /** It is one of the running logs that are looked at together, now and then: also while it is not the open one. */
  readonly isWatched?: boolean
}

/** By the host's key in the rail. Hosts never asked for are not in it. */
export type LogFacts = ReadonlyMap<string, LogFact>

/** Nothing known. */
export const noLogFacts: LogFacts = new Map()

/**
 * What an answer adds to what was known. The same map when it adds nothing, so that nothing is sorted again for it.
 */
export function learnFrom(facts: LogFacts, state: LogSessionState, now: number): LogFacts {
  const learned = new Map(facts)
  let changed = false
  // Of what broke off nobody knows which of the same were asked for again.
  const isWhole = state.problem === null && !state.isStopped
  const learn = (key: string, fact: LogFact) => {
    const before = facts.get(key)
    if (isSame(before, fact, isWhole)) return
    learned.set(key, { ...before, ...fact })
    changed = true
  }
  for (const [key, { frame }] of state.logs) {
    const before = facts.get(key)
    const grewAt = before?.bytes === frame.bytes ? before.grewAt : now
    learn(key, { state: 'here', bytes: frame.bytes, askedAt: now, grewAt })
  }
  for (const key of state.missing) {
    const grewAt = facts.get(key)?.state === 'missing' ? (facts.get(key)?.grewAt ?? now) : now
    learn(key, { state: 'missing', bytes: null, askedAt: now, grewAt })
  }
  for (const { keys } of state.failures) {
    for (const key of keys) learn(key, { state: 'failed', bytes: null, askedAt: now, grewAt: now })
  }
  return changed ? learned : facts
}

/** What is known once a log is asked for no more: of how long it stands still, nothing. Watched ones still are. */
export function leaveLog(facts: LogFacts, key: string): LogFacts {
  const fact = facts.get(key)
  return fact === undefined || fact.isWatched ? facts : new Map(facts).set(key, { ...fact, askedAt: 0 })
}

/** Silence is told in tens of seconds: an answer that only says "still the same" need not be news every time. */
const worthTellingMs = 5_000

function isSame(before: LogFact | undefined, now: LogFact, isWhole: boolean): boolean {
  if (before?.state !== now.state || before.bytes !== now.bytes) return false
  return !isWhole || now.askedAt - before.askedAt < worthTellingMs
}

/** True when the host is known to have nothing to read: no log at all, or an empty one. */
export function hasNoLog(fact: LogFact | undefined): boolean {
  return fact?.state === 'missing' || (fact?.state === 'here' && fact.bytes === 0)
}
