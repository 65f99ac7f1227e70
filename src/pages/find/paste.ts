/*
 * What a pasted text means. Pure and total: any text gets an answer, none throws, and the work is bounded however
 * long the text is.
 */
import { readHostList } from '../host-list.ts'
import { BadIdError, readDecimalId, readNodeManInstanceId } from './ids-in-text.ts'
import { type Address, toAddress } from './link-address.ts'
import { readAddress } from './link-shapes.ts'
import type { Target } from './target.ts'

/** Why a text could not be understood; `part` is the piece to show. */
export type Unclear =
  | { readonly reason: 'too-long' }
  /** A known shape with something in it that is no id (at most 19 digits, up to 9223372036854775807). */
  | { readonly reason: 'bad-id'; readonly part: string }
  /** A link, but of no system or page we know. */
  | { readonly reason: 'unknown-link' }
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
  if (pasted.length > longestPaste && pasted.trim().length > longestPaste)
    return readHosts(pasted) ?? unclear({ reason: 'too-long' })
  const text = unwrap(pasted)
  if (text === '') return { kind: 'empty' }
  try {
    return readText(text)
  } catch (error) {
    if (error instanceof BadIdError) return unclear({ reason: 'bad-id', part: shorten(error.text) })
    throw error
  }
}

function readText(text: string): Understanding {
  if (/^#?\d+$/.test(text)) return readNumber(text.replace('#', ''))
  if (/^(?:host|service)(?:\||%7C)/i.test(text) && !/\s/.test(text)) {
    const instanceId = readNodeManInstanceId(text)
    return understood({ kind: 'node-man-instance', nodeManJobId: null, instanceId, query: '' })
  }
  const hosts = /[/?#=]/.test(text) ? null : readHosts(text)
  if (hosts !== null) return hosts
  const address = findAddress(text)
  if (address === null) return readOnlyId(text) ?? unclear({ reason: 'not-understood' })
  const target = readAddress(address)
  return target === null ? unclear({ reason: 'unknown-link' }) : understood(target)
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
  if (hosts.keys.length === 0 || others > hosts.keys.length) return null
  // A number in a sentence is no host; an address is.
  if (others > 0 && !hosts.keys.some((key) => key.includes(':'))) return null
  return understood({ kind: 'hosts', hosts, query: '' })
}

/** The one long number in a sentence ("job instance 20000000001 failed"). */
function readOnlyId(text: string): Understanding | null {
  const numbers = new Set(text.match(/(?<!\d)\d{8,19}(?!\d)/g))
  const [only] = numbers
  return only === undefined || numbers.size > 1 ? null : readNumber(only)
}

/** A link anywhere in the text (a whole notification may be pasted), or the text itself as a path or query. */
function findAddress(text: string): Address | null {
  const link = /https?:\/\/[^\s<>"'`，。；（）【】「」]+/i.exec(text)?.[0]
  if (link !== undefined) return toAddress(link.replace(/[).,;:!\]}]+$/, ''))
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
    .trim()
    .replace(/^[<"'`“「]+|[>"'`”」]+$/g, '')
    .trim()
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}

function understood(...targets: readonly [Target, ...Target[]]): Understanding {
  return { kind: 'understood', targets }
}

function unclear(reason: Unclear): Understanding {
  return { kind: 'unclear', unclear: reason }
}
