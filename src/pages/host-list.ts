import { type Host, isAddress, parseExecuteObjectKey } from '#contract'

/*
 * Hosts typed or pasted in any shape: lines, commas, blanks; ids, IPv4, IPv6, `cloud:ip`, `container:id`, and the
 * folded form `10.0.0.[1-9,12]` the copy buttons write. Used where the deployment cannot list a step's hosts.
 */

/** Most hosts one list may name: the contract's limit for one question. */
export const mostHosts = 100_000

/** What a pasted text names. */
export interface HostList {
  /** Execute object keys, each once, in the order written. */
  readonly keys: readonly string[]
  /** Words that name no host. */
  readonly notUnderstood: readonly string[]
  /** The list went beyond {@link mostHosts} and was cut there. */
  readonly cut: boolean
}

/** Reads a list of hosts. Never throws. An address without a cloud area is one of the direct area, `0`. */
export function readHostList(text: string): HostList {
  const reading = readHostListInPieces(text)
  for (;;) {
    const { done, value } = reading.next()
    if (done === true) return value
  }
}

const wordsPerPiece = 500

/** As {@link readHostList}, with offers to pause: 50,000 pasted hosts take a tenth of a second. */
export function* readHostListInPieces(text: string): Generator<undefined, HostList> {
  const keys = new Set<string>()
  const notUnderstood: string[] = []
  let words = 0
  for (const word of hostWords(text)) {
    words += 1
    if (words % wordsPerPiece === 0) yield
    const named = readWord(word, mostHosts + 1 - keys.size)
    if (named === null) notUnderstood.push(word)
    for (const key of named ?? []) keys.add(key)
    if (keys.size > mostHosts) return { keys: [...keys].slice(0, mostHosts), notUnderstood, cut: true }
  }
  return { keys: [...keys], notUnderstood, cut: false }
}

/** Keys named by one word, at most `most` of them; `null` when it names none. */
function readWord(word: string, most: number): readonly string[] | null {
  const bracketed = /^\[([0-9a-f:.]+)\]$/i.exec(word)?.[1]
  if (bracketed?.includes(':')) return isAddress(bracketed) ? [`0:${bracketed.toLowerCase()}`] : null
  const keys: string[] = []
  for (const one of unfold(word)) {
    const key = readKey(one)
    if (key === null) return null
    keys.push(key)
    if (keys.length >= most) break
  }
  return keys.length === 0 ? null : keys
}

function readKey(word: string): string | null {
  // `10.0.0.1:22` is an address with a port, not an IPv6 address.
  if (/\.\d+:/.test(word)) return null
  if (isAddress(word) && !startsWithCloudId(word)) return `0:${word.toLowerCase()}`
  const parsed = parseExecuteObjectKey(word)
  if (parsed === null) return null
  return parsed.by === 'address' ? `${parsed.cloudId}:${parsed.address}` : word
}

/**
 * `2001:db8::1` is an address, `0:2001:db8::1` an address in area 0, though both look like either. Global addresses
 * begin with four digits from 2000 to 3fff; anything else decimal before the first colon is a cloud area.
 */
function startsWithCloudId(word: string): boolean {
  const head = /^(\d+):/.exec(word)?.[1]
  return head !== undefined && !/^[23]\d{3}$/.test(head) && isAddress(word.slice(head.length + 1))
}

/** Words of a list of hosts; a bracket with what is in it belongs to its word. */
export function hostWords(text: string): readonly string[] {
  return text.match(/(?:\[[^\]\s]*\]|[^\s,;|，；、[\]])+/g) ?? []
}

/** `10.0.0.[1-3,9]` → 10.0.0.1, .2, .3, .9; several brackets multiply. One by one, so that a huge one can be stopped. */
export function* unfold(word: string): Generator<string> {
  const match = /^([^[]*)\[([^\]]*)\](.*)$/.exec(word)
  if (match === null) {
    yield word
    return
  }
  const [, before = '', inside = '', after = ''] = match
  for (const number of numbersOf(inside)) {
    for (const rest of unfold(after)) yield `${before}${number}${rest}`
  }
}

function* numbersOf(inside: string): Generator<number> {
  for (const part of inside.split(',')) {
    const match = /^\s*(\d{1,10})(?:\s*-\s*(\d{1,10}))?\s*$/.exec(part)
    if (match === null) continue
    const from = Number(match[1])
    const to = Number(match[2] ?? match[1])
    for (let number = from; number <= to; number += 1) yield number
  }
}

/** A host known only by the key it was asked by. */
export function hostOfKey(key: string): Host {
  const parsed = parseExecuteObjectKey(key)
  const nothing: Host = { kind: 'host', hostId: null, cloudId: null, ip: null, ipv6: null, cloudName: null }
  if (parsed?.by === 'hostId') return { ...nothing, hostId: parsed.hostId }
  if (parsed?.by !== 'address') return nothing
  const isIpv6 = parsed.address.includes(':')
  return { ...nothing, cloudId: parsed.cloudId, [isIpv6 ? 'ipv6' : 'ip']: parsed.address }
}
