import { hostWords, readHostList } from '../host-list.ts'
import { isWholeName } from './host-filter.ts'
import type { HostRow } from './host-rows.ts'
import { eachInSlices, type SlicedWork } from './slices.ts'

/** Of a list of hosts those that no row is, and what names none, in their order. */
export function* hostsNotHere(rows: readonly HostRow[], hosts: string): SlicedWork<readonly string[]> {
  const { keys, notUnderstood } = readHostList(hosts.toLowerCase())
  const left = new Set([...keys, ...notUnderstood])
  yield* eachInSlices(rows, (row) => {
    for (const name of row.names.split(' ')) left.delete(name)
  })
  return [...left]
}

/** Of several whole addresses and ids in a filter's text those that no row has, in their order. */
export function* namesNotHere(rows: readonly HostRow[], text: string): SlicedWork<readonly string[]> {
  const words = hostWords(text.toLowerCase())
  const left = new Set(words.length > 1 ? words.filter(isWholeName) : [])
  if (left.size > 0)
    yield* eachInSlices(rows, (row) => {
      for (const name of row.names.split(' ')) left.delete(name)
    })
  return [...left]
}
