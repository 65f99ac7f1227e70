/** Where a link stands in a text. */
export interface FoundLink {
  readonly start: number
  readonly end: number
}

/** Printable ASCII without what never ends an address in prose; Chinese right after a link is not part of it. */
const candidate = /\bhttps?:\/\/[!#-;=?-[\]_a-z~]+/gi
const trailing = ".,;:!?'*_~"

/** Finds http and https addresses; sentence punctuation after one, and an unopened bracket, are not part of it. */
export function findLinks(text: string): readonly FoundLink[] {
  const found: FoundLink[] = []
  for (const match of text.matchAll(candidate)) {
    const end = match.index + keptLength(match[0])
    if (isWebAddress(text.slice(match.index, end))) found.push({ start: match.index, end })
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

function isWebAddress(address: string): boolean {
  return webAddress(address) !== null
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
