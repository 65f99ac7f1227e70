/** Where a link stands in a text. */
export interface FoundLink {
  readonly start: number
  readonly end: number
}

/**
 * What an address may be made of: printable ASCII without what never ends an address in prose, and behind its host letters and digits
 * of any script (an IRI, RFC 3987). A host in another script may look like one that it is not: it is no link. No other character beyond
 * ASCII: `，`, `。`, `）` and `」` end it, and nothing invisible is ever in it.
 *
 * Scripts that put no blanks between words (Thai to Khmer, East Asia's) may follow an address without one: `http://a/b查看` ends before
 * 查. Their letters belong to it where a part of it begins with them (`/中文路径`, `?名称=值`), and as long as that part goes on.
 */
const candidate =
  /\bhttps?:\/\/[!$-.0-;=@-[\]_a-z~]+(?:[/?#](?:[!#-;=?-[\]_a-z~]|(?!\p{DI})(?:(?![\u0e00-\u17ff\u2e80-\u{3ffff}])|(?<=[/=_&#?+@-]|[\u0e00-\u17ff\u2e80-\u{3ffff}][\w.%~]*))[\p{L}\p{M}\p{Nd}])*)?/giu
const trailing = ".,;:!?'*_~"

/** Finds http and https addresses; sentence punctuation after one, and an unopened bracket, are not part of it. */
export function findLinks(text: string): readonly FoundLink[] {
  const found: FoundLink[] = []
  for (const match of text.matchAll(candidate)) {
    const end = match.index + keptLength(match[0])
    if (webAddress(text.slice(match.index, end)) !== null) found.push({ start: match.index, end })
  }
  return found
}

/** Length of an address without what only follows it. Counted, not searched anew: `)` times 8,000 stays linear. */
function keptLength(address: string): number {
  const unopened = { ')': excess(address, '(', ')'), ']': excess(address, '[', ']') }
  let end = address.length
  while (end > 0) {
    const last = address[end - 1] ?? ''
    if ((last === ')' || last === ']') && unopened[last] > 0) unopened[last] -= 1
    else if (!trailing.includes(last)) break
    end -= 1
  }
  return end
}

function excess(text: string, opening: string, closing: string): number {
  return text.split(closing).length - text.split(opening).length
}

/** The address as a browser would go to it, ASCII only (a look-alike host shows as `xn--`); null when not http(s). */
export function webAddress(address: string): string | null {
  try {
    const { protocol, hostname, href } = new URL(address)
    return (protocol === 'http:' || protocol === 'https:') && hostname !== '' ? href : null
  } catch {
    return null
  }
}
