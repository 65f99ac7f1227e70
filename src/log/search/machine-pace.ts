const rounds = 6_000_000

/**
 * How long a known piece of work takes here and now, in ms: a slow machine, or one with too much to do, takes several
 * times `usualPaceMs`.
 */
export function measurePace(): number {
  const startAt = performance.now()
  let value = 1
  for (let round = 0; round < rounds; round += 1) value = (value * 31 + round) & 0xffff
  const paceMs = performance.now() - startAt
  // Never so, but a value that nobody looks at need not be worked out.
  return value === -1 ? 0 : paceMs
}

/** What it takes on a desktop computer with nothing else to do. */
export const usualPaceMs = 10
