import { isDecimalId, type JobInstanceId, type Scope, scopeParamsSchema } from '#contract'
import { defaultRange, type Preset, presetNames, type TimeRange } from './time-range.ts'

/*
 * The address of the history page: `/{scopeType}/{scopeId}/job-instances?range=24h&status=4&page=2`. Every field
 * falls back by itself, so one bad value never spoils the others; defaults are left out; what is not ours
 * (`lang`, `embed`) stays.
 */

export const pageSizes = [20, 50, 100, 200] as const
const defaultPageSize = 50

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

/** Everything the address of the history says. `pageNumber` starts at 1. */
export interface HistoryUrl extends HistoryFilters {
  readonly pageNumber: number
  readonly pageSize: number
}

/** The scope in the path; `null` when it names none. */
export function readScope(params: Readonly<Record<string, string | undefined>>): Scope | null {
  const parsed = scopeParamsSchema.safeParse(params)
  return parsed.success ? { type: parsed.data.scopeType, id: parsed.data.scopeId } : null
}

export function readHistoryUrl(search: URLSearchParams): HistoryUrl {
  const id = search.get('id')?.trim() ?? ''
  const pageSize = readInteger(search, 'size', 1, 200)
  return {
    range: readRange(search),
    status: readInteger(search, 'status', 0, 1000),
    type: readInteger(search, 'type', 0, 100),
    launchMode: readInteger(search, 'launchMode', 0, 100),
    operator: readText(search, 'operator'),
    name: readText(search, 'name'),
    ip: readText(search, 'ip'),
    id: isDecimalId(id) ? (id as JobInstanceId) : null,
    pageNumber: readInteger(search, 'page', 1, 5000) ?? 1,
    pageSize: pageSizes.find((size) => size === pageSize) ?? defaultPageSize,
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
  for (const name of ['status', 'type', 'launchMode', 'operator', 'name', 'ip', 'id'] as const)
    put(next, name, url[name])
  put(next, 'page', url.pageNumber === 1 ? null : url.pageNumber)
  put(next, 'size', url.pageSize === defaultPageSize ? null : url.pageSize)
  return next
}

/** True when something other than the time range narrows the list. */
export function isFiltered({ status, type, launchMode, operator, name, ip, id }: HistoryFilters): boolean {
  return [status, type, launchMode, operator, name, ip, id].some((value) => value !== null)
}

function presetText(preset: Preset): string | null {
  return defaultRange.kind === 'preset' && preset === defaultRange.preset ? null : preset
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

/** Longer texts are refused by the contract, so they are not asked for at all. */
function readText(search: URLSearchParams, name: string): string | null {
  const text = search.get(name)?.trim() ?? ''
  return text === '' || text.length > 200 ? null : text
}

function put(search: URLSearchParams, name: string, value: string | number | null): void {
  if (value === null) search.delete(name)
  else search.set(name, String(value))
}
