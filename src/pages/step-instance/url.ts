import {
  isAddress,
  type JobInstanceId,
  parseExecuteObjectKey,
  type Scope,
  type StepInstanceId,
  stepInstanceParamsSchema,
} from '#contract'
import { type ReaderAddress, readReaderAddress, writeReaderAddress } from '../reader-address.ts'

/*
 * Everything visible on this page is in its query (product, section 9). Each field falls back on its own, so one
 * bad part of a link never spoils the rest; defaults are left out; unknown fields (`embed`, `lang`) are kept.
 */

/** A column of the transfer table that can be sorted by. */
export const transferColumns = [
  'direction',
  'sourceHost',
  'sourcePath',
  'destinationHost',
  'destinationPath',
  'size',
  'speed',
  'progress',
  'status',
  'message',
] as const
export type TransferColumn = (typeof transferColumns)[number]

/** Sort order of the transfer table. */
interface TransferSort {
  readonly columnId: TransferColumn
  readonly descending: boolean
}

/** What the query of this page says. */
export interface StepInstanceView extends ReaderAddress {
  /** Key of the host looked at: `17`, `0:10.0.0.1` or `container:9` (contract, executeObjectKey). */
  readonly host: string | null
  /** Hosts typed or pasted, as text, where the deployment cannot list them. */
  readonly hosts: string
  /** Text filter of the host rail. */
  readonly filter: string
  /** Status filter: a code as text, or `failed`; of the rail, or of the transfers on a file step. */
  readonly status: string
  /** Text filter of the transfers. */
  readonly q: string
  readonly sort: TransferSort | null
  /** Key of the transfer whose log is open. */
  readonly transfer: string | null
}

/** Longest list of hosts kept in an address; browsers and proxies cut longer ones. */
export const longestHostsText = 6000

/** Reads the query. Never throws; what cannot be understood is as if it were not there. */
export function readView(search: string): StepInstanceView {
  const query = new URLSearchParams(search)
  const text = (name: string, longest: number) => {
    const value = query.get(name) ?? ''
    return value.length > longest ? '' : value
  }
  return {
    host: readHost(text('host', 200)),
    hosts: text('hosts', longestHostsText),
    filter: text('filter', 2000),
    status: readStatus(text('status', 20)),
    q: text('q', 500),
    sort: readSort(text('sort', 40)),
    transfer: text('transfer', 4000) || null,
    ...readReaderAddress(query),
  }
}

/** The query with some fields changed; other parameters and their order stay. Starts with `?`, or is empty. */
export function changeView(search: string, change: Partial<StepInstanceView>): string {
  const query = new URLSearchParams(search)
  for (const [name, value] of writeFields(change)) {
    if (value === '') query.delete(name)
    else query.set(name, value)
  }
  writeReaderAddress(query, change)
  const written = query.toString()
  return written === '' ? '' : `?${written}`
}

function writeFields({
  line: _line,
  search: _search,
  sort,
  ...texts
}: Partial<StepInstanceView>): ReadonlyMap<string, string> {
  const fields = new Map<string, string>()
  for (const [name, value] of Object.entries(texts)) fields.set(name, value ?? '')
  if (sort !== undefined) fields.set('sort', writeSort(sort))
  return fields
}

/** An address alone is one of the direct cloud area; one that begins with digits and a colon names an area itself. */
function readHost(text: string): string | null {
  if (text === '') return null
  return parseExecuteObjectKey(text) === null && isAddress(text) ? `0:${text}` : text
}

function readStatus(text: string): string {
  return text === 'failed' || /^\d{1,9}$/.test(text) ? text : ''
}

/** `size`, or `-size` for descending. */
function readSort(text: string): TransferSort | null {
  const descending = text.startsWith('-')
  const name = descending ? text.slice(1) : text
  const columnId = transferColumns.find((one) => one === name)
  return columnId === undefined ? null : { columnId, descending }
}

function writeSort(sort: TransferSort | null): string {
  return sort === null ? '' : `${sort.descending ? '-' : ''}${sort.columnId}`
}

/** Which step the path `/{scopeType}/{scopeId}/job-instances/{jobInstanceId}/steps/{stepInstanceId}` names. */
export interface StepInstanceAddress {
  readonly scope: Scope
  readonly jobInstanceId: JobInstanceId
  readonly stepInstanceId: StepInstanceId
}

/** Reads the path's parts; `null` when one of them cannot be an id, so that nobody is asked about it. */
export function readAddress(
  params: Readonly<Record<string, string | undefined>>,
): StepInstanceAddress | null {
  const parsed = stepInstanceParamsSchema.safeParse(params)
  if (!parsed.success) return null
  const { scopeType, scopeId, jobInstanceId, stepInstanceId } = parsed.data
  return { scope: { type: scopeType, id: scopeId }, jobInstanceId, stepInstanceId }
}
