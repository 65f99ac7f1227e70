import type { LogFailure } from '#api'
import type { Problem } from '#contract'

/** Hosts that failed for the same reason. */
export interface Trouble {
  readonly problem: Problem
  readonly keys: readonly string[]
}

/**
 * Failed calls, gathered by what was wrong: forty chunks refused by one rate limit are one thing to read. The first
 * one's request id stands for all.
 */
export function gatherTroubles(failures: readonly LogFailure[]): readonly Trouble[] {
  const gathered = new Map<string, { problem: Problem; keys: string[] }>()
  for (const { keys, problem } of failures) {
    const reason = [problem.kind, problem.code, problem.message].join('\n')
    const known = gathered.get(reason)
    if (known === undefined) gathered.set(reason, { problem, keys: [...keys] })
    else known.keys.push(...keys)
  }
  return [...gathered.values()]
}
