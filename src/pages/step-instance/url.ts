import {
  isAddress,
  type JobInstanceId,
  parseExecuteObjectKey,
  type Scope,
  type StepInstanceId,
  type StepPartQuery,
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
export interface TransferSort {
  readonly columnId: TransferColumn
  readonly descending: boolean
}

/** What the query of this page says. */
export interface StepInstanceView extends ReaderAddress {
  /** Key of the host looked at: `17`, `0:10.0.0.1` or `container:9` (contract, executeObjectKey). */
  readonly host: string | null
  /** Hosts typed or pasted, as text: those asked for where the deployment cannot list them, else the ones shown. */
  readonly hosts: string
  /** Text filter of the host rail. */
  readonly filter: string
  /** Status filter: a code as text, `failed`, or `none`; of the rail, or of the transfers on a file step. */
  readonly status: string
  /** Text filter of the transfers. */
  readonly q: string
  readonly sort: TransferSort | null
  /** Key of the transfer whose log is open. */
  readonly transfer: string | null
}

/** Longest list of hosts kept in an address, as it is written there; proxies refuse longer ones. */
export const longestHostsText = 6000

/** All that the query says, by the part of the page it is for. */
interface StepQuery {
  readonly view: StepInstanceView
  readonly rail: RailView
  readonly transfers: TransferChoice
  readonly part: StepPartQuery
}

/** Reads the query. Never throws; what cannot be understood is as if it were not there. */
export function readQuery(search: string): StepQuery {
  const query = new URLSearchParams(search)
  const rail = readRail(query)
  return {
    view: readView(query, rail),
    rail,
    transfers: readTransferChoice(query),
    part: readPart(query),
  }
}

function readView(query: URLSearchParams, { filter, status }: RailView): StepInstanceView {
  return {
    host: readHost(text(query, 'host', 200)),
    hosts: text(query, 'hosts', longestHostsText),
    filter,
    status,
    q: query.get('q') ?? '',
    sort: readSort(text(query, 'sort', 40)),
    transfer: text(query, 'transfer', 4000) || null,
    ...readReaderAddress(query),
  }
}

/** The query with some fields changed; other parameters and their order stay. Starts with `?`, or is empty. */
export function changeView(search: string, change: FileStepChange): string {
  return changed(search, writeFields(change), (query) => writeReaderAddress(query, change))
}

function writeFields({
  line: _line,
  search: _search,
  sort,
  ...texts
}: FileStepChange): ReadonlyMap<string, string | null> {
  const fields = new Map<string, string | null>()
  for (const [name, value] of Object.entries(texts)) fields.set(name, value || null)
  if (sort !== undefined) fields.set('sort', writeSort(sort) || null)
  return fields
}

/** An address alone is one of the direct cloud area; one that begins with digits and a colon names an area itself. */
function readHost(written: string): string | null {
  if (written === '') return null
  return parseExecuteObjectKey(written) === null && isAddress(written) ? `0:${written}` : written
}

/** `size`, or `-size` for descending. */
function readSort(written: string): TransferSort | null {
  const { name, descending } = readDirection(written)
  const columnId = transferColumns.find((one) => one === name)
  return columnId === undefined ? null : { columnId, descending }
}

function writeSort(sort: TransferSort | null): string {
  return sort === null ? '' : `${sort.descending ? '-' : ''}${sort.columnId}`
}

/* The host rail: how it is filtered, grouped and sorted. */

/** What the hosts can be sorted by; `status` is the order of attention, failures first. */
export const hostOrders = ['status', 'address', 'duration', 'exit', 'size'] as const
export type HostOrder = (typeof hostOrders)[number]

/** Order of the rail. */
export interface HostSort {
  readonly by: HostOrder
  readonly descending: boolean
}

/** What to look for among the running hosts: those slower than nearly all finished ones, silent ones, or either. */
export type StragglerFilter = '' | 'slow' | 'silent' | 'any'

/** The rail's part of the query. */
export interface RailView {
  /** Text filter: of any length, for a filter that is typed and not in force is worse than none. */
  readonly filter: string
  /** Exactly these hosts, as a list of them is written; `''` for all. */
  readonly hosts: string
  /** `''`, `failed`, `none` for no status, or a status code. */
  readonly status: string
  /** Exit code; `null` for any. */
  readonly exit: number | null
  /** Cloud area id; `''` for any. */
  readonly cloud: string
  /** Tag; `null` for any, `''` for hosts without one. */
  readonly tag: string | null
  /** Only hosts known to have no log. */
  readonly noLog: boolean
  readonly straggler: StragglerFilter
  /** Hosts stand in groups of one status and tag. */
  readonly grouped: boolean
  /** Ids of shut groups, a line each. */
  readonly shut: string
  readonly sort: HostSort
  /** The chosen hosts, as `selection-text.ts` writes them. */
  readonly selected: string
}

/** The order nobody has asked for. */
export const defaultSort: HostSort = { by: 'status', descending: false }

/** The filters of a rail that shows every host. */
export const noFilters = {
  filter: '',
  hosts: '',
  status: '',
  exit: null,
  cloud: '',
  tag: null,
  noLog: false,
  straggler: '',
} as const satisfies Partial<RailView>

/** Whether some hosts may be hidden. */
export function isFiltered(view: RailView): boolean {
  return Object.entries(noFilters).some(([name, none]) => view[name as keyof typeof noFilters] !== none)
}

function readRail(query: URLSearchParams): RailView {
  const matching = (name: string, pattern: RegExp) => {
    const value = query.get(name) ?? ''
    return pattern.test(value) ? value : ''
  }
  const exit = matching('exit', /^-?\d{1,9}$/)
  const [filter, hosts] = [query.get('filter') ?? '', query.get('hosts') ?? '']
  return {
    // Links of ours said the same twice.
    filter: filter === hosts ? '' : filter,
    hosts,
    status: matching('status', /^(?:failed|none|-?\d{1,9})$/),
    exit: exit === '' ? null : Number(exit),
    cloud: matching('cloud', /^\d{1,19}$/),
    tag: readTag(query.get('tag')),
    noLog: query.get('log') === 'none',
    straggler: matching('straggler', /^(?:slow|silent|any)$/) as StragglerFilter,
    grouped: query.get('group') === 'result',
    shut: query.get('shut') ?? '',
    sort: readOrder(query.get('order') ?? ''),
    selected: text(query, 'selected', 2000),
  }
}

/** The query with some of the rail's fields changed; starts with `?`, or is empty. */
export function changeRail(search: string, change: Partial<RailView>): string {
  return changed(search, writeRail(change))
}

/** Parameter → value, `null` to leave it out. */
function writeRail(change: Partial<RailView>): ReadonlyMap<string, string | null> {
  const fields = new Map<string, string | null>()
  const { exit, tag, noLog, grouped, sort } = change
  for (const name of ['filter', 'hosts', 'status', 'cloud', 'straggler', 'shut', 'selected'] as const) {
    if (change[name] !== undefined) fields.set(name, change[name] || null)
  }
  if (exit !== undefined) fields.set('exit', exit === null ? null : `${exit}`)
  if (tag !== undefined) fields.set('tag', tag)
  if (noLog !== undefined) fields.set('log', noLog ? 'none' : null)
  if (grouped !== undefined) fields.set('group', grouped ? 'result' : null)
  if (sort !== undefined) fields.set('order', writeOrder(sort))
  return fields
}

/** Upstream cuts tags at 256 characters (bk-job B.4). */
function readTag(tag: string | null): string | null {
  return tag === null || tag.length > 300 ? null : tag
}

/** `duration`, or `-duration` for descending. */
function readOrder(written: string): HostSort {
  const { name, descending } = readDirection(written)
  const by = hostOrders.find((one) => one === name)
  return by === undefined ? defaultSort : { by, descending }
}

function writeOrder({ by, descending }: HostSort): string | null {
  if (by === defaultSort.by && !descending) return null
  return `${descending ? '-' : ''}${by}`
}

/* A file step, beyond the fields every step has. All of them are texts, `''` for none. */

/** What transfers can be gathered by. */
export const transferGroupings = ['destination', 'source', 'file'] as const
export type TransferGrouping = (typeof transferGroupings)[number]

/** The file step's own part of the query. */
export interface TransferChoice {
  readonly group: TransferGrouping | ''
  /** `overview`: sources against destinations instead of the table. */
  readonly show: 'overview' | ''
  /** Execute object key of the source, or of the destination, that alone is shown. */
  readonly from: string
  readonly to: string
  /** The source path that alone is shown. */
  readonly file: string
  /** Key of the failure reason that alone is shown (transfer-reasons.ts). */
  readonly reason: string
}

/** Any field of a file step's query. */
export type FileStepChange = Partial<StepInstanceView> & Partial<TransferChoice>

/** Nothing chosen. */
export const noTransferChoice: TransferChoice = {
  group: '',
  show: '',
  from: '',
  to: '',
  file: '',
  reason: '',
}

function readTransferChoice(query: URLSearchParams): TransferChoice {
  return {
    group: transferGroupings.find((grouping) => grouping === query.get('group')) ?? '',
    show: query.get('show') === 'overview' ? 'overview' : '',
    from: text(query, 'from', 200),
    to: text(query, 'to', 200),
    file: text(query, 'file', 4000),
    reason: text(query, 'reason', 400),
  }
}

/*
 * Attempt and batch are named as the job platform's own pages name them: `executeCount`, 0 for the first attempt (its
 * notifications write `retryCount` for the same), and `batch` from 1, 0 for all (bk-job C.6).
 */
function readPart(query: URLSearchParams): StepPartQuery {
  const executeCount = readNumber(query.get('executeCount')) ?? readNumber(query.get('retryCount'))
  const batch = readNumber(query.get('batch'))
  return {
    ...(executeCount === null ? {} : { executeCount }),
    ...(batch === null || batch === 0 ? {} : { batch }),
  }
}

/** The query of the same view, of the whole step. */
export function withoutPart(search: string): string {
  return changed(search, new Map(['executeCount', 'retryCount', 'batch'].map((name) => [name, null])))
}

function readNumber(text: string | null): number | null {
  return text !== null && /^\d{1,4}$/.test(text) ? Number(text) : null
}

/** A text that names something, or `''` for none and for one that is too long to be meant. */
function text(query: URLSearchParams, name: string, longest: number): string {
  const value = query.get(name) ?? ''
  return value.length > longest ? '' : value
}

function readDirection(written: string): { readonly name: string; readonly descending: boolean } {
  const descending = written.startsWith('-')
  return { name: descending ? written.slice(1) : written, descending }
}

/** Parameter → value, `null` to leave it out; the others and their order stay. */
function changed(
  search: string,
  fields: ReadonlyMap<string, string | null>,
  alsoChange: (query: URLSearchParams) => void = () => undefined,
): string {
  const query = new URLSearchParams(search)
  for (const [name, value] of fields) {
    if (value === null) query.delete(name)
    else query.set(name, value)
  }
  alsoChange(query)
  const written = query.toString()
  return written === '' ? '' : `?${written}`
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
