import { type ExecuteObject, keyNames, resultTone, type StepResult, type Tone } from '#contract'
import { eachInSlices, type SlicedWork } from './slices.ts'

/** One line of the host rail. */
export interface HostRow {
  readonly key: string
  readonly executeObject: ExecuteObject
  /** What a person calls it: ip, ipv6, container name, or the id when there is nothing better. */
  readonly address: string
  /** Result code (bk-job A.14); null where this deployment cannot tell. */
  readonly status: number | null
  readonly exitCode: number | null
  readonly durationMs: number | null
  /** Epoch ms; null before they happen. */
  readonly startedAt: number | null
  readonly endedAt: number | null
  readonly tag: string | null
  /** What is known of its log where results are not offered. */
  readonly logState: 'here' | 'missing' | 'failed' | null
  /** All its names in lower case, for the text filter; separated by blanks. */
  readonly names: string
}

/** The address shown for an execute object. `fallback` stands where it has no name at all. */
export function addressOf(object: ExecuteObject, fallback: string): string {
  if (object.kind === 'container') return object.name ?? object.uid ?? object.id
  return object.ip ?? object.ipv6 ?? object.hostId ?? fallback
}

/** A rail row per result. */
export function rowOfResult(result: StepResult): HostRow {
  const { key, executeObject, status, exitCode, durationMs, startedAt, endedAt, tag } = result
  return {
    key,
    executeObject,
    address: addressOf(executeObject, key),
    status,
    exitCode,
    durationMs,
    startedAt,
    endedAt,
    tag: tag === '' ? null : tag,
    logState: null,
    names: namesOf(key, executeObject),
  }
}

/** Results and the rows made of them. */
export interface MadeRows {
  readonly results: readonly StepResult[]
  readonly rows: readonly HostRow[]
}

/**
 * Rows of a newer answer. Polling keeps a result that has not changed, at its place; such a result keeps its row, so
 * that only what changed is made again.
 */
export function* renewRows(before: MadeRows, results: readonly StepResult[]): SlicedWork<MadeRows> {
  const rows: HostRow[] = []
  yield* eachInSlices(results, (result, index) => {
    const kept = before.results[index] === result ? before.rows[index] : undefined
    rows.push(kept ?? rowOfResult(result))
  })
  return { results, rows }
}

/** A rail row for a host of which only its key, or what its log said, is known. */
export function rowOfObject(
  key: string,
  executeObject: ExecuteObject,
  logState: HostRow['logState'] = null,
): HostRow {
  return {
    key,
    executeObject,
    address: addressOf(executeObject, key),
    status: null,
    exitCode: null,
    durationMs: null,
    startedAt: null,
    endedAt: null,
    tag: null,
    logState,
    names: namesOf(key, executeObject),
  }
}

/** All names of a host or container, in lower case, apart by blanks. */
export function namesOf(key: string, object: ExecuteObject): string {
  if (object.kind === 'container') {
    return [key, object.id, object.uid, object.name, object.nodeHostId].join(' ').toLowerCase()
  }
  const { hostId, cloudId, ip, ipv6 } = object
  const cloud = cloudId ?? '0'
  const id = hostId === null || hostId === key ? '' : ` ${hostId}`
  return `${key}${id}${namesOfAddress(key, cloud, ip)}${namesOfAddress(key, cloud, ipv6)}`.toLowerCase()
}

/** Each name once; plain concatenation, since this is done for 50,000 hosts at once. */
function namesOfAddress(key: string, cloud: string, address: string | null): string {
  if (address === null) return ''
  const inCloud = `${cloud}:${address}`
  return inCloud === key ? ` ${address}` : ` ${address} ${inCloud}`
}

/** Tone of a host: of its result, or of what is known of its log where results are not offered. */
export function rowTone({ status, logState }: Pick<HostRow, 'status' | 'logState'>): Tone {
  return status === null ? logTones[logState ?? 'unknown'] : resultTone(status)
}
const logTones = { here: 'idle', missing: 'odd', failed: 'bad', unknown: 'idle' } as const

/** Who needs attention first: failed or of unknown status, then running, then waiting, then untold, then good. */
function attention(status: number | null): number {
  if (status === null) return 3
  return { bad: 0, odd: 0, busy: 1, idle: 2, good: 4 }[resultTone(status)]
}

/**
 * Rail order: by attention, then by status so that like failures stand together, then as upstream gave them.
 * Linear for 50,000 rows: they are dealt into few buckets, never compared with each other.
 */
export function* orderByAttention(rows: readonly HostRow[]): SlicedWork<readonly HostRow[]> {
  const buckets = new Map<number, HostRow[]>()
  yield* eachInSlices(rows, (row) => {
    const rank = attention(row.status) * 1e6 + Math.min(row.status ?? 0, 999_999)
    const bucket = buckets.get(rank)
    if (bucket === undefined) buckets.set(rank, [row])
    else bucket.push(row)
  })
  const ranks = [...buckets.keys()].sort((a, b) => a - b)
  return yield* oncePerHost(ranks.flatMap((rank) => buckets.get(rank) ?? []))
}

/** A step rolling by source files lists a target once per batch, but its log is one: the worst result stands for it. */
function* oncePerHost(ordered: readonly HostRow[]): SlicedWork<readonly HostRow[]> {
  const seen = new Set<string>()
  const once: HostRow[] = []
  yield* eachInSlices(ordered, (row) => {
    if (seen.has(row.key)) return
    seen.add(row.key)
    once.push(row)
  })
  return once
}

/** The row a link means: by its key, else by any other name of the host (product, section 14). */
export function findRow(rows: readonly HostRow[], key: string): HostRow | undefined {
  return rows.find((row) => row.key === key) ?? rows.find((row) => keyNames(key, row.executeObject))
}

/** How many hosts have which status, those needing attention first. */
export interface StatusCount {
  readonly status: number | null
  readonly count: number
}

/** Counts in rail order; `rows` must be ordered by attention. */
export function countByStatus(ordered: readonly HostRow[]): readonly StatusCount[] {
  const counts = new Map<number | null, number>()
  for (const { status } of ordered) counts.set(status, (counts.get(status) ?? 0) + 1)
  return [...counts].map(([status, count]) => ({ status, count }))
}
