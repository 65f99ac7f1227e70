import { findLinks, webAddress } from './links.ts'
import type { TextLink } from './played-text.ts'

/** Where the log says that a text is a link (OSC 8), and to what. */
export interface LinkedRange {
  readonly start: number
  readonly end: number
  readonly address: string
}

const none: readonly TextLink[] = []

/**
 * All links of a shown text. Where the log names a target itself that one counts, whatever address the text
 * shows; a target that is neither http nor https is no link.
 */
export function linksOf(text: string, ranges: readonly LinkedRange[] = []): readonly TextLink[] {
  const named = ranges.length === 0 ? none : ranges.flatMap((range) => namedLink(text, range))
  if (!text.includes('://')) return named
  const found = findLinks(text).map(({ start, end }) => {
    return { start, end, href: text.slice(start, end), isNamed: false }
  })
  return named.length === 0 ? found : merge(named, found)
}

function namedLink(text: string, { start, end, address }: LinkedRange): readonly TextLink[] {
  const href = webAddress(address)
  if (href === null) return none
  const shown = text.slice(start, end)
  return [{ start, end, href, isNamed: shown !== address && shown !== href }]
}

/** Both in order; a found link gives way to a named one that it touches. */
function merge(named: readonly TextLink[], found: readonly TextLink[]): readonly TextLink[] {
  let next = 0
  const apart = found.filter(({ start, end }) => {
    while ((named[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1
    return (named[next]?.start ?? Number.POSITIVE_INFINITY) >= end
  })
  return [...named, ...apart].sort((one, other) => one.start - other.start)
}
