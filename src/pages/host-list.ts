import { isAddress, parseExecuteObjectKey } from '#contract'
import { hostsInJson } from './hosts-in-json.ts'
import { type HostNote, plainHost } from './plain-host.ts'

/*
 * Hosts typed or pasted in any shape: lines, commas, blanks, quotes, JSON; ids, IPv4, IPv6, `cloud:ip`, `container:id`,
 * with ports, as ranges and small networks, and in the folded form `10.0.0.[1-9,12]` the copy buttons write. The one
 * reader of such texts, wherever hosts are named: what one box takes, every box takes.
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
  /** What was left out of a word, or taken as more than it says. */
  readonly notes: readonly HostNote[]
}

/**
 * Reads a list of hosts. Never throws. An address without a cloud area is one of the direct area, `0`. `asNetwork`: an
 * address with a prefix stands for its network.
 */
export function readHostList(text: string, asNetwork = false): HostList {
  const reading = readHostListInPieces(text, asNetwork)
  for (;;) {
    const { done, value } = reading.next()
    if (done === true) return value
  }
}

const wordsPerPiece = 500

/** As {@link readHostList}, with offers to pause: 50,000 pasted hosts take a tenth of a second. */
export function* readHostListInPieces(text: string, asNetwork = false): Generator<undefined, HostList> {
  const keys = new Set<string>()
  const notUnderstood: string[] = []
  const notes: HostNote[] = []
  const list = () => ({
    keys: [...keys].slice(0, mostHosts),
    notUnderstood,
    cut: keys.size > mostHosts,
    notes,
  })
  for (const [index, word] of wordsIn(text).entries()) {
    if (index % wordsPerPiece === wordsPerPiece - 1) yield
    const { plain, left } = plainHost(word, asNetwork)
    if (left !== undefined) notes.push({ word, left })
    for (const one of plain) {
      const named = readWord(one, mostHosts + 1 - keys.size)
      if (named === null) notUnderstood.push(word)
      for (const key of named ?? []) keys.add(key)
      if (keys.size > mostHosts) return list()
    }
  }
  return list()
}

/**
 * Words of a list of hosts for whoever looks for parts of names too: as {@link readHostList} reads them, folded ones
 * unfolded, and those that name no host as they were written. At most {@link mostHosts}.
 */
export function hostWords(text: string): readonly string[] {
  const words: string[] = []
  for (const written of wordsIn(text)) {
    const { plain } = plainHost(written, false)
    for (const word of plain.length === 0 ? [written] : plain.flatMap(unfolded)) {
      if (words.push(word) >= mostHosts) return words
    }
  }
  return words
}

/** A word that only has brackets stays as it is. */
function unfolded(word: string): readonly string[] {
  const words: string[] = []
  for (const one of unfold(word)) if (words.push(one) >= mostHosts) break
  return words.length > 1 ? words : [word]
}

/** Keys named by one word, at most `most` of them; `null` when it names none. */
function readWord(word: string, most: number): readonly string[] | null {
  const bracketed = /^\[([0-9a-f:.]+)\]$/i.exec(word)?.[1]
  if (bracketed?.includes(':')) return isAddress(bracketed) ? [`0:${bracketed.toLowerCase()}`] : null
  const keys: string[] = []
  for (const one of unfold(word)) {
    const key = readHostKey(one)
    if (key === null) return null
    keys.push(key)
    if (keys.length >= most) break
  }
  return keys.length === 0 ? null : keys
}

/** The key of one host, written out; `null` when the word names none. */
export function readHostKey(word: string): string | null {
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

/** The words as they were written; a bracket of numbers belongs to its word, one around a list of addresses to none. */
function wordsIn(text: string): readonly string[] {
  const bare = (hostsInJson(text) ?? text)
    .replace(/["'`“”‘’]/g, ' ')
    .replace(/\[(?=[^\]]*[.:])(?=[^\]]*,|[\d.]*\])([^[\]\s]*)\]/g, ' $1 ')
  return bare.match(/(?:\[[^\]\s]*\]|[^\s,;|，；、[\]])+/g) ?? []
}

/** `10.0.0.[1-3,9]` → 10.0.0.1, .2, .3, .9; several brackets multiply. One by one, so that a huge one can be stopped. */
function* unfold(word: string): Generator<string> {
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
