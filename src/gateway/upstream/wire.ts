import { isDecimalId } from '#contract'

/*
 * Tolerant readers of upstream JSON: one bad or missing field is null and harms nothing else. Several names mean
 * "whichever is there", since documents and servers disagree on them (docs/upstream.md). Plain functions, because
 * a 50,000-host step is 550,000 fields: a validating schema took 300-640 ms for them, these take about 20 ms.
 */

/** A JSON object of unknown content. */
export type Wire = Readonly<Record<string, unknown>>

/** The object, or an empty one. */
export function wireOf(value: unknown): Wire {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Wire) : {}
}

/** The list under the first of these names that holds one; null when none does. */
export function listOf(wire: Wire, ...names: readonly string[]): readonly unknown[] | null {
  for (const name of names) {
    const value = wire[name]
    if (Array.isArray(value)) return value
  }
  return null
}

/** A text; "" counts as absent, since upstream prints both. */
export function textOf(wire: Wire, ...names: readonly string[]): string | null {
  for (const name of names) {
    const value = wire[name]
    if (typeof value === 'string' && value !== '') return value
  }
  return null
}

/** A finite number, also when it came as text. */
export function numberOf(wire: Wire, ...names: readonly string[]): number | null {
  for (const name of names) {
    const value = wire[name]
    if (typeof value === 'number') return value
    if (typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)))
      return Number(value)
  }
  return null
}

/** A long as decimal text, from a number or (beyond 2^53) the text the lossless parser made of it. */
export function idOf<Id extends string>(wire: Wire, ...names: readonly string[]): Id | null {
  for (const name of names) {
    const value = wire[name]
    const text = typeof value === 'number' ? String(value) : value
    if (typeof text === 'string' && isDecimalId(text)) return text as Id
  }
  return null
}

/** Epoch ms; zero and negative values stand for "not yet". */
export function timeOf(wire: Wire, name: string): number | null {
  const value = numberOf(wire, name)
  return value !== null && value > 0 ? value : null
}
