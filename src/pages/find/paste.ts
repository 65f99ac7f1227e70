/*
 * What a pasted text means. Pure and total: any text gets an answer, none throws, and the work is bounded however
 * long the text is.
 */

import { readHostList } from '../host-list.ts'
import { hostsInJson } from '../hosts-in-json.ts'
import { networkOf } from '../network.ts'
import { BadIdError, decoded, readDecimalId, readNodeManInstanceId } from './ids-in-text.ts'
import { readTogether } from './ids-together.ts'
import { type Address, toAddress } from './link-address.ts'
import { readAddress } from './link-shapes.ts'
import { readNamedIds } from './named-ids.ts'
import type { Target } from './target.ts'

/** Why a text could not be understood; `part` is the piece to show. */
export type Unclear =
  | { readonly reason: 'too-long' }
  /** A known shape with something in it that is no id (at most 19 digits, up to 9223372036854775807). */
  | { readonly reason: 'bad-id'; readonly part: string }
  /** A link, but of no system or page we know. */
  | { readonly reason: 'unknown-link' }
  /** A network of more addresses than can be listed. */
  | { readonly reason: 'large-network'; readonly part: string }
  | { readonly reason: 'not-understood' }

export type Understanding =
  | { readonly kind: 'empty' }
  /** One target, or several when the text can mean several things (a bare number). */
  | { readonly kind: 'understood'; readonly targets: readonly [Target, ...Target[]] }
  | { readonly kind: 'unclear'; readonly unclear: Unclear }

/** Longer than any link a browser would carry; a log pasted by mistake is megabytes. */
export const longestPaste = 8192

/** A list of hosts may be longer: 50,000 addresses with their cloud areas. */
const longestHosts = 1_000_000

export function understand(pasted: string): Understanding {
  const isLong = pasted.length > longestPaste && pasted.trim().length > longestPaste
  const text = isLong ? pasted.trim() : unwrap(pasted)
  if (text === '') return { kind: 'empty' }
  try {
    return isLong ? readLong(text) : readText(text)
  } catch (error) {
    if (error instanceof BadIdError) return unclear({ reason: 'bad-id', part: shorten(error.text) })
    throw error
  }
}

/** Longer than a link: a list of hosts, or what a call was asked or answered. */
function readLong(text: string): Understanding {
  if (text.length > longestHosts) return unclear({ reason: 'too-long' })
  return choice(readNamedIds(text)) ?? readHosts(text) ?? unclear({ reason: 'too-long' })
}

function readText(text: string): Understanding {
  if (/^#?\d+$/.test(text)) return readNumber(text.replace('#', ''))
  if (/^(?:host|service)(?:\||%7C)/i.test(text) && !/\s/.test(text)) {
    const instanceId = readNodeManInstanceId(text)
    return understood({ kind: 'node-man-instance', nodeManJobId: null, instanceId, query: '' })
  }
  const worded = readWorded(text)
  if (worded !== null) return worded
  const several = choice(readTogether(text)) ?? choice(readNamedIds(text))
  if (several !== null) return several
  const scope = /^(biz|biz_set|tenant_set)[\s:]+(\d+)$/i.exec(text)
  if (scope !== null) return readText(`/${scope[1]}/${scope[2]}`)
  const hosts = /[?#=]|\/(?!\d{1,3}(?:$|[\s,;|，；、]))/.test(text) ? null : readHosts(text)
  return hosts ?? readLink(text) ?? readProse(text)
}

const nodeManFirst =
  /^(?:bk[-_]?)?(?:node[-_ ]?man|节点管理)[\s:：-]*(?:job|task|任务|作业)?[\s:：#]*(\d.*)$/is
const jobFirst = /^(?:job(?:[\s_]instance)?|作业(?:实例)?|任务)[\s:：#]*(\d+)$/i

/** "node-man 1103", "job 100": a word before says what the number is, or half of it. */
function readWorded(text: string): Understanding | null {
  const ofNodeMan = nodeManFirst.exec(text)?.[1]
  if (ofNodeMan === undefined) {
    const ofJob = jobFirst.exec(text)?.[1]
    return ofJob === undefined ? null : readNumber(ofJob)
  }
  if (/^\d+$/.test(ofNodeMan))
    return understood({ kind: 'node-man-job', nodeManJobId: readDecimalId(ofNodeMan), query: '' })
  return choice(readTogether(ofNodeMan).filter(({ kind }) => kind.startsWith('node-man')))
}

function readLink(text: string): Understanding | null {
  const address = findAddress(text)
  if (address === null) return null
  const target = readAddress(address)
  if (target !== null) return understood(target)
  return addressesIn(text) ?? unclear({ reason: 'unknown-link' })
}

/** A sentence, a line of another program: what in it can be opened. */
function readProse(text: string): Understanding {
  if (/^\d{1,3}(?:,\d{3}){2,}$/.test(text)) return readNumber(text.replaceAll(',', ''))
  if (/^https?%3A%2F/i.test(text)) return readLink(decoded(text)) ?? unclear({ reason: 'unknown-link' })
  return (
    readOnlyId(text) ??
    readHosts(hostsInJson(text) ?? '') ??
    addressesIn(text) ??
    unclear({ reason: 'not-understood' })
  )
}

/** The addresses in a text that is more than a list of hosts; a link to an address is a link. */
function addressesIn(text: string): Understanding | null {
  const addresses = /^\w+:\/\//.test(text) ? [] : addressesOf(text)
  return addresses.length === 0 ? null : readHosts(addresses.join(' '))
}

function addressesOf(text: string): readonly string[] {
  return text.match(/(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?!\d|\.\d)/g) ?? []
}

/** A bare number names a job instance of some scope, or a node-man job: only the person knows. */
function readNumber(text: string): Understanding {
  const id = readDecimalId(text)
  return understood(
    { kind: 'job-instance', scope: null, likelyScope: null, jobInstanceId: id, query: '' },
    { kind: 'node-man-job', nodeManJobId: id, query: '' },
  )
}

/** Hosts in any shape. A few words among them that are none (a column of names) are passed over, and said. */
function readHosts(text: string): Understanding | null {
  if (text.length > longestHosts) return null
  const hosts = readHostList(text)
  const others = hosts.notUnderstood.length
  const tooLarge = hosts.notes.find(({ left }) => left === 'large-network')
  if (tooLarge !== undefined && hosts.keys.length + others === 0)
    return unclear({ reason: 'large-network', part: shorten(tooLarge.word) })
  if (hosts.keys.length === 0 || others > hosts.keys.length) return null
  // A number in a sentence is no host; an address is.
  if (others > 0 && !hosts.keys.some((key) => key.includes(':'))) return null
  const asWritten = { kind: 'hosts', hosts, network: null, query: '' } as const
  const network = networkAround(text)
  return network === null ? understood(asWritten) : understood(asWritten, network)
}

/** `10.0.0.1/24` alone: its host, or all of its network. Only the person knows. */
function networkAround(text: string): Target | null {
  const match = /^(?:\d+:)?((?:\d+\.){3}\d+)\/(\d+)$/.exec(text.trim())
  if (match === null) return null
  const hosts = readHostList(text, true)
  const isAnother = readHostList(text).notes[0]?.left === 'prefix' && hosts.keys.length > 0
  const network = `${networkOf(match[1] ?? '', Number(match[2]))}/${match[2]}`
  return isAnother ? { kind: 'hosts', hosts: { ...hosts, notes: [] }, network, query: '' } : null
}

/** The one long number in a sentence ("job instance 20000000001 failed on 10.0.0.3"), with the addresses in it. */
function readOnlyId(text: string): Understanding | null {
  const numbers = new Set(text.match(/(?<!\d)\d{8,19}(?!\d)/g))
  const [only] = numbers
  if (only === undefined || numbers.size > 1) return null
  return choice(readTogether(`${only} ${addressesOf(text).join(' ')}`)) ?? readNumber(only)
}

/** A link anywhere in the text (a whole notification may be pasted), or the text itself as a path or query. */
function findAddress(text: string): Address | null {
  const link = /https?:\/\/[^\s<>"'`，。；（）【】「」]+/i.exec(text)?.[0]
  if (link !== undefined) return toAddress(link.replace(/[).,;:!\]}…]+$/, ''))
  if (/\s/.test(text)) return null
  if (/^[/?#]/.test(text)) return toAddress(text)
  if (/^[\w.]+=/.test(text)) return toAddress(`?${text}`)
  // A link without its scheme, or a path without its first slash.
  return text.includes('/') ? toAddress(`/${text}`) : null
}

/** Takes off what sticks to a copied text: blanks, quotes, brackets, zero-width characters. */
function unwrap(text: string): string {
  return text
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .trim()
    .replace(/^[<"'`“「]+|[>"'`”」]+$/g, '')
    .trim()
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}

/** What a text can mean; `null` when that is nothing. */
function choice([first, ...others]: readonly Target[]): Understanding | null {
  return first === undefined ? null : understood(first, ...others)
}

function understood(...targets: readonly [Target, ...Target[]]): Understanding {
  return { kind: 'understood', targets }
}

function unclear(reason: Unclear): Understanding {
  return { kind: 'unclear', unclear: reason }
}
