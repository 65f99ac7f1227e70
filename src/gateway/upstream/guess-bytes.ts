import type { StepLogQuery } from '#contract'
import { GUESSED_BYTES } from './chunks.ts'

/** Browsers name what they have of this size and more, up to so many texts (docs/decisions/0010). */
const NAMED_BYTES = 4 * 1024
const MOST_NAMED = 1_000

/**
 * How large a host's logs are, going by what the browser has of those it asks for: with a guess instead, each poll would
 * take the place of twenty. It names the texts of the whole page, of which these hosts may be a part.
 */
export function guessBytes({ keys, have = {} }: StepLogQuery): number {
  const named = Object.entries(have)
  if (named.length === 0 || named.length >= MOST_NAMED || keys.length === 0) return GUESSED_BYTES
  const asked = new Set(keys)
  const hosts = new Set<string>()
  let bytes = 0
  for (const [key, text] of named) {
    const host = hostOf(key)
    if (!asked.has(host)) continue
    hosts.add(host)
    bytes += Math.max(text.bytes, NAMED_BYTES)
  }
  return (bytes + NAMED_BYTES * (asked.size - hosts.size)) / asked.size
}

/** A transfer's key begins with its host's, see log-frames.ts. */
function hostOf(key: string): string {
  const [host = key] = key.split('#', 1)
  return host
}
