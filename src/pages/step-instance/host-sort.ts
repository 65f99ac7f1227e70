import type { HostRow } from './host-rows.ts'
import type { LogFacts } from './log-facts.ts'
import { eachInSlices, type SlicedWork, sortInSlices } from './slices.ts'
import { elapsedMs } from './stragglers.ts'
import type { HostSort } from './url.ts'

/*
 * Orders of 50,000 hosts in a few milliseconds: every order is a list of indexes into the rows, found by sorting
 * plain numbers in a typed array, each the sort key and the index in one. Only what has to be looked at host by host
 * is done in slices.
 */

/**
 * Indexes of the rows in the asked order. Rows of equal rank stay as they are given; those of which the value is not
 * known go last in both directions. `rows` are in order of attention, so that is the order by status. What runs has
 * lasted until `now`.
 */
export function* sortHosts(
  rows: readonly HostRow[],
  { by, descending }: HostSort,
  facts: LogFacts,
  now: number,
): SlicedWork<Uint32Array> {
  switch (by) {
    case 'status':
      return turned(inOrder(rows.length), descending)
    case 'address':
      return turned(yield* byAddress(rows), descending)
    case 'duration':
      return yield* byNumber(rows, (row) => elapsedMs(row, now), descending)
    case 'exit':
      return yield* byNumber(rows, (row) => row.exitCode, descending)
    default:
      return yield* byNumber(rows, (row) => facts.get(row.key)?.bytes ?? null, descending)
  }
}

function turned(order: Uint32Array, descending: boolean): Uint32Array {
  return descending ? order.reverse() : order
}

function inOrder(count: number): Uint32Array {
  return new Uint32Array(count).map((_, index) => index)
}

/** Room for the index beside the key: more hosts than this are sorted another way. */
const mostPacked = 2 ** 17

/** Keys beyond this would not fit into one number together with the index; they all count as this. */
const largestKey = 2 ** 34

function* byNumber(
  rows: readonly HostRow[],
  numberOf: (row: HostRow) => number | null,
  descending: boolean,
): SlicedWork<Uint32Array> {
  const keys = new Float64Array(rows.length)
  yield* eachInSlices(rows, (row, index) => {
    const value = numberOf(row)
    keys[index] = value === null ? 2 * largestKey + 1 : largestKey + clamp(descending ? -value : value)
  })
  return sortKeys(keys)
}

function clamp(value: number): number {
  return Math.max(-largestKey, Math.min(largestKey, Math.round(value)))
}

/** Sorts by the keys, then by their places; the keys are whole numbers below 2^36. */
function sortKeys(keys: Float64Array): Uint32Array {
  if (keys.length > mostPacked) return sortIndexes(keys)
  const packed = keys.map((key, index) => key * mostPacked + index).sort()
  const order = new Uint32Array(keys.length)
  packed.forEach((key, rank) => {
    order[rank] = key % mostPacked
  })
  return order
}

/** Slower, for lists too long for the index to fit. */
function sortIndexes(keys: Float64Array): Uint32Array {
  return inOrder(keys.length).sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b)
}

/** IPv4 by number, then IPv6 by number, then names; one address in two cloud areas stays in given order. */
function* byAddress(rows: readonly HostRow[]): SlicedWork<Uint32Array> {
  const keys = new Float64Array(rows.length)
  const others: { readonly index: number; readonly text: string }[] = []
  yield* eachInSlices(rows, ({ address }, index) => {
    const number = ipv4Number(address)
    if (number >= 0) keys[index] = number
    else others.push({ index, text: sortText(address) })
  })
  const named = yield* sortInSlices(others, (a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
  named.forEach(({ index }, rank) => {
    keys[index] = 2 ** 33 + rank
  })
  return sortKeys(keys)
}

const dot = 46
const zero = 48

/** The address as one number, -1 when it is no IPv4 address. By hand, since this is done for every host. */
export function ipv4Number(address: string): number {
  let number = 0
  let part = -1
  let dots = 0
  for (let at = 0; at < address.length; at += 1) {
    const code = address.charCodeAt(at)
    if (code === dot) {
      if (part < 0) return -1
      number = number * 256 + part
      part = -1
      dots += 1
    } else {
      if (code < zero || code > zero + 9) return -1
      part = Math.max(part, 0) * 10 + code - zero
      if (part > 255) return -1
    }
  }
  return dots === 3 && part >= 0 ? number * 256 + part : -1
}

/** IPv6 before names; digits in names compare as numbers. */
function sortText(address: string): string {
  const hex = ipv6Hex(address)
  if (hex !== null) return `0${hex}`
  return `1${address.toLowerCase().replace(/\d+/g, (digits) => `${String.fromCharCode(47 + Math.min(digits.length, 70))}${digits}`)}`
}

/** The 32 hex digits of an IPv6 address, shortened forms and trailing IPv4 written out; `null` when it is none. */
export function ipv6Hex(address: string): string | null {
  const plain = address.replace(/%.*$/, '').toLowerCase()
  const tail = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(plain)
  const [, head = '', v4 = ''] = tail ?? []
  const text = tail === null ? plain : `${head}${hexOfIpv4(v4)}`
  if (!/^[0-9a-f:]*$/.test(text)) return null
  const sides = text.split('::')
  if (sides.length > 2) return null
  const [left = [], right = []] = sides.map((side) => (side === '' ? [] : side.split(':')))
  const missing = 8 - left.length - right.length
  if (sides.length === 2 ? missing < 1 : missing !== 0) return null
  const parts = [...left, ...Array.from({ length: missing }, () => '0'), ...right]
  if (parts.some((part) => part.length < 1 || part.length > 4)) return null
  return parts.map((part) => part.padStart(4, '0')).join('')
}

function hexOfIpv4(v4: string): string {
  const number = ipv4Number(v4)
  if (number < 0) return 'x'
  return `${Math.floor(number / 65_536).toString(16)}:${(number % 65_536).toString(16)}`
}
