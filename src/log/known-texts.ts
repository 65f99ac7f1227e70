import type { KeptText } from './collections.ts'
import type { LogDocument, LogVersion } from './log-document.ts'

/** The beginning of a text as it was when a request named it. */
export interface KnownText {
  readonly document: LogDocument
  readonly revision: number
  readonly bytes: number
  readonly digest: string
}

/** Texts named in a request, by key. */
export type KnownTexts = ReadonlyMap<string, KnownText>

export const noTexts: KnownTexts = new Map()

/**
 * Begins the version a frame brings. Null when it continues something that is not here as it was named: the text
 * was replaced or dropped since, or was never named. Then it counts as incomplete until it came whole.
 */
export function beginKnown(
  { key, document }: KeptText,
  fromBytes: number | undefined,
  known: KnownTexts,
): LogVersion | null {
  if (fromBytes === undefined) return document.beginVersion()
  const named = known.get(key)
  const isSame = named?.document === document && named.bytes === fromBytes
  return document.beginVersion({ bytes: fromBytes, revision: isSame ? named.revision : -1 })
}
