import { isDecimalId, type JobInstanceId, type Scope, scopeParamsSchema } from '#contract'
import type { Sort } from '#ui'
import { type Compared, readCompared } from '../compared-run.ts'
import { columnIds } from './column-ids.ts'
import { defaultRange, type Preset, presetNames, type TimeRange } from './time-range.ts'

/*
 * The address of the history page: `/{scopeType}/{scopeId}/job-instances?range=24h&status=4&page=2`. Every field
 * falls back by itself, so one bad value never spoils the others; defaults are left out; what is not ours
 * (`lang`, `embed`) stays.
 */

export const pageSizes = [20, 50, 100, 200] as const
const defaultPageSize = 50

/** What the history can be asked by beside its time range; `jobInstanceId` is read as `id`, too. */
const filterNames = ['status', 'type', 'launchMode', 'operator', 'name', 'ip', 'id'] as const

/** Filters of the history; `null` = not filtered. Codes are upstream's (bk-job A.14). */
export interface HistoryFilters {
  readonly range: TimeRange
  readonly status: number | null
  readonly type: number | null
  readonly launchMode: number | null
  readonly operator: string | null
  readonly name: string | null
  readonly ip: string | null
  readonly id: JobInstanceId | null
}

/** What is done to the rows of one page in the browser, without asking again. */
export interface Refinement {
  /** Every word has to be somewhere in the row. */
  readonly text: string
  /** RunStatus codes to keep; none means all. */
  readonly statuses: readonly number[]
  readonly sort: Sort | null
}

/** Everything the address of the history says. `pageNumber` starts at 1. */
export interface HistoryUrl extends HistoryFilters, Refinement {
  readonly pageNumber: number
  readonly pageSize: number
  /** Whose earlier runs are shown. */
  readonly runsOf: JobInstanceId | null
  readonly compared: Compared | null
}

/** The scope in the path; `null` when it names none. */
export function readScope(params: Readonly<Record<string, string | undefined>>): Scope | null {
  const parsed = scopeParamsSchema.safeParse(params)
  return parsed.success ? { type: parsed.data.scopeType, id: parsed.data.scopeId } : null
}

export function readHistoryUrl(search: URLSearchParams): HistoryUrl {
  const id = (search.get('id') ?? search.get('jobInstanceId'))?.trim() ?? ''
  const runsOf = search.get('runs')?.trim() ?? ''
  const pageSize = readInteger(search, 'size', 1, 200)
  return {
    range: readRange(search),
    status: readCode(search, 'status'),
    type: readCode(search, 'type'),
    launchMode: readCode(search, 'launchMode'),
    operator: readText(search, 'operator'),
    name: readText(search, 'name'),
    ip: readIp(search),
    id: isDecimalId(id) ? (id as JobInstanceId) : null,
    pageNumber: readInteger(search, 'page', 1, 5000) ?? 1,
    pageSize: pageSizes.find((size) => size === pageSize) ?? defaultPageSize,
    // As it is: it is written while somebody types, and the blank between two words comes before the second.
    text: (search.get('q') ?? '').slice(0, 200),
    statuses: readStatuses(search.get('only') ?? ''),
    sort: toSort(search.get('sort') ?? ''),
    runsOf: isDecimalId(runsOf) ? (runsOf as JobInstanceId) : null,
    compared: readCompared(search.get('compare')),
  }
}

/** The query for a state, keeping what other parts of the app put into `previous`. */
export function writeHistoryUrl(previous: URLSearchParams, url: HistoryUrl): URLSearchParams {
  const next = new URLSearchParams(previous)
  const { range } = url
  const between = range.kind === 'between'
  put(next, 'range', range === defaultRange || between ? null : presetText(range.preset))
  put(next, 'from', between ? range.from : null)
  put(next, 'to', between ? range.to : null)
  for (const name of filterNames) put(next, name, url[name])
  put(next, 'jobInstanceId', null)
  put(next, 'totalTimeType', null)
  put(next, 'page', url.pageNumber === 1 ? null : url.pageNumber)
  put(next, 'size', url.pageSize === defaultPageSize ? null : url.pageSize)
  put(next, 'q', url.text === '' ? null : url.text)
  put(next, 'only', url.statuses.length === 0 ? null : url.statuses.join('.'))
  put(next, 'sort', url.sort === null ? null : sortText(url.sort))
  put(next, 'runs', url.runsOf)
  put(next, 'compare', url.runsOf === null ? null : url.compared)
  return next
}

/** True when something other than the time range narrows the list. */
export function isFiltered(url: HistoryFilters): boolean {
  return filterNames.some((name) => url[name] !== null)
}

/** Filters of the address that are none and fall back, as they stand there: more is listed than the link meant. */
export function unreadFilters(search: URLSearchParams): readonly string[] {
  const url = readHistoryUrl(search)
  const isBetween = url.range.kind === 'between'
  const isRead: Readonly<Record<string, boolean>> = {
    ...Object.fromEntries(filterNames.map((name) => [name, url[name] !== null])),
    jobInstanceId: url.id !== null,
    // Of the job platform's own links: its API cannot be asked by durations (bk-job A.6).
    totalTimeType: false,
    range: isBetween || presetNames.some((name) => name === search.get('range')),
    from: isBetween,
    to: isBetween,
  }
  return [...search]
    .filter(([name, value]) => isRead[name] === false && value.trim() !== '')
    .map(([name, value]) => `${name}=${value.length > 40 ? `${value.slice(0, 40)}…` : value}`)
}

/** The platform compares the whole IPv4 address of a target (bk-job A.6): a part of one finds nothing. */
export function isWholeIp(text: string): boolean {
  return /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/.test(text)
}

function presetText(preset: Preset): string | null {
  return defaultRange.kind === 'preset' && preset === defaultRange.preset ? null : preset
}

/**
 * What upstream can be asked for (bk-job A.6, A.14): it answers any other code with an error of its own, 12 among them,
 * which its document names and its table does not.
 */
const codes = {
  status: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15],
  type: [0, 1, 2],
  launchMode: [1, 2, 3],
}

function readCode(search: URLSearchParams, name: keyof typeof codes): number | null {
  const code = readInteger(search, name, 0, 100)
  return code !== null && codes[name].includes(code) ? code : null
}

function readIp(search: URLSearchParams): string | null {
  const text = readText(search, 'ip')
  return text !== null && isWholeIp(text) ? text : null
}

function readRange(search: URLSearchParams): TimeRange {
  const from = readInteger(search, 'from', 1, 8.64e15)
  const to = readInteger(search, 'to', 1, 8.64e15)
  if (from !== null && to !== null && from < to) return { kind: 'between', from, to }
  const preset = presetNames.find((name) => name === search.get('range'))
  return preset === undefined ? defaultRange : { kind: 'preset', preset }
}

function readInteger(search: URLSearchParams, name: string, low: number, high: number): number | null {
  const text = search.get(name) ?? ''
  const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN
  return value >= low && value <= high ? value : null
}

/** `4.2`: codes with dots between, since a comma would be written as `%2C`. */
function readStatuses(text: string): readonly number[] {
  return /^\d{1,4}(?:\.\d{1,4}){0,20}$/.test(text) ? [...new Set(text.split('.').map(Number))] : []
}

/** `duration`, or `-duration` for descending. */
export function sortText({ columnId, descending }: Sort): string {
  return `${descending ? '-' : ''}${columnId}`
}

/** Reads what `sortText` wrote; `null` for what names no column. */
export function toSort(text: string): Sort | null {
  const descending = text.startsWith('-')
  const name = descending ? text.slice(1) : text
  const columnId = columnIds.find((one) => one === name)
  return columnId === undefined ? null : { columnId, descending }
}

/** Longer texts are refused by the contract, so they are not asked for at all. */
function readText(search: URLSearchParams, name: string): string | null {
  const text = search.get(name)?.trim() ?? ''
  return text === '' || text.length > 200 ? null : text
}

function put(search: URLSearchParams, name: string, value: string | number | null): void {
  if (value === null) search.delete(name)
  else search.set(name, String(value))
}
