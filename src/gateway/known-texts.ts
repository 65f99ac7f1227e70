import { hash } from 'node:crypto'
import type { KnownText, StepLogQuery } from '#contract'

/** What the browser has, by frame key. */
export type KnownTexts = ReadonlyMap<string, KnownText>

/** A map, so that no key is ever taken for a member every object has. */
export function knownTexts(have: StepLogQuery['have']): KnownTexts {
  return new Map(Object.entries(have ?? {}))
}

/** Whether the text still begins with what the browser has. 128 bits of SHA-256: nobody makes two alike by chance. */
export function startsWithKnown(text: Buffer, { bytes, digest }: KnownText): boolean {
  if (text.length < bytes) return false
  return hash('sha256', text.subarray(0, bytes), 'hex').startsWith(digest)
}
