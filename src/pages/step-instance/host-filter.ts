import { isAddress, isDecimalId, isResultFailed, parseExecuteObjectKey } from '#contract'
import { hostWords, readHostList } from '../host-list.ts'
import type { HostRow } from './host-rows.ts'
import { hasNoLog, type LogFacts } from './log-facts.ts'
import { eachInSlices, type SlicedWork } from './slices.ts'
import type { Straggler } from './stragglers.ts'
import type { RailView } from './url.ts'

/** The part of the rail's view that hides hosts. */
export type HostFilter = Pick<
  RailView,
  'filter' | 'hosts' | 'status' | 'exit' | 'cloud' | 'tag' | 'noLog' | 'straggler'
>

/** What is known beside the rows themselves. */
export interface HostKnowledge {
  readonly facts: LogFacts
  readonly stragglerOf: (row: HostRow) => Straggler
}

type Test = (row: HostRow) => boolean

/**
 * Which rows pass all filters, one byte per row; `null` when nothing is filtered.
 *
 * Text: several words mean "any of them". One word matches any part of a name, so that typing narrows. In a list
 * of several, whole addresses and ids match only whole: a pasted `10.0.0.1` must not bring 10.0.0.10 along. A folded
 * `10.0.0.[1-9]` is such a list.
 * Status: `''` all, `failed` all failures, else a status code.
 */
export function* passingRows(
  rows: readonly HostRow[],
  filter: HostFilter,
  knowledge: HostKnowledge,
): SlicedWork<Uint8Array | null> {
  const tests = testsOf(filter, knowledge)
  if (tests.length === 0) return null
  const passes = new Uint8Array(rows.length)
  yield* eachInSlices(rows, (row, index) => {
    for (const test of tests) if (!test(row)) return
    passes[index] = 1
  })
  return passes
}

/** Cheap ones first: each is only asked about rows that passed those before it. */
function testsOf(filter: HostFilter, knowledge: HostKnowledge): readonly Test[] {
  const { exit, cloud, tag, noLog } = filter
  const tests: (Test | null)[] = [
    statusTest(filter.status),
    exit === null ? null : (row) => row.exitCode === exit,
    cloud === '' ? null : (row) => cloudIdOf(row) === cloud,
    tag === null ? null : (row) => (row.tag ?? '') === tag,
    noLog ? (row) => hasNoLog(knowledge.facts.get(row.key)) : null,
    stragglerTest(filter.straggler, knowledge),
    hostsTest(filter.hosts),
    textTest(filter.filter),
  ]
  return tests.filter((test) => test !== null)
}

/** The cloud area of a host; `null` for a container, and where upstream did not tell. */
export function cloudIdOf({ executeObject }: HostRow): string | null {
  return executeObject.kind === 'host' ? executeObject.cloudId : null
}

function statusTest(status: string): Test | null {
  if (status === '') return null
  if (status === 'failed') return (row) => row.status !== null && isResultFailed(row.status)
  const code = status === 'none' ? null : Number(status)
  return (row) => row.status === code
}

function stragglerTest(kind: RailView['straggler'], { stragglerOf }: HostKnowledge): Test | null {
  if (kind === '') return null
  return (row) => {
    const { slowMs, silentMs } = stragglerOf(row)
    return (kind !== 'silent' && slowMs !== null) || (kind !== 'slow' && silentMs !== null)
  }
}

function textTest(text: string): Test | null {
  const words = hostWords(text.toLowerCase())
  const [only] = words
  if (only === undefined) return null
  if (words.length === 1) return (row) => row.names.includes(only)
  const whole = new Set(words.filter(isWholeName))
  const parts = words.filter((word) => !whole.has(word))
  return (row) =>
    row.names.split(' ').some((name) => whole.has(name)) || parts.some((part) => row.names.includes(part))
}

/** Exactly the hosts of a list, by any of their names. */
function hostsTest(hosts: string): Test | null {
  if (hosts.trim() === '') return null
  const names = new Set(readHostList(hosts.toLowerCase()).keys)
  return (row) => row.names.split(' ').some((name) => names.has(name))
}

/** Whether a word of a filter is all of a name: an id, an address, a key. */
export function isWholeName(word: string): boolean {
  return isDecimalId(word) || isAddress(word) || parseExecuteObjectKey(word) !== null
}
