/** Where a link stands in a text. */
export interface FoundLink {
  readonly start: number
  readonly end: number
}

/** Printable ASCII without what never ends an address in prose; Chinese right after a link is not part of it. */
const candidate = /\bhttps?:\/\/[!#-;=?-[\]_a-z~]+/gi
const trailing = /[.,;:!?'*_~]$/

/** Finds http and https addresses; sentence punctuation after one, and an unopened bracket, are not part of it. */
export function findLinks(text: string): readonly FoundLink[] {
  const found: FoundLink[] = []
  for (const match of text.matchAll(candidate)) {
    const address = trim(match[0])
    if (isWebAddress(address)) found.push({ start: match.index, end: match.index + address.length })
  }
  return found
}

function trim(address: string): string {
  let kept = address
  while (trailing.test(kept) || closesUnopened(kept)) kept = kept.slice(0, -1)
  return kept
}

function closesUnopened(address: string): boolean {
  const pair = { ')': '(', ']': '[' }[address.at(-1) ?? '']
  return pair !== undefined && !address.includes(pair)
}

function isWebAddress(address: string): boolean {
  try {
    const { protocol, hostname } = new URL(address)
    return (protocol === 'http:' || protocol === 'https:') && hostname !== ''
  } catch {
    return false
  }
}
