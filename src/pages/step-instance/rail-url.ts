/*
 * What the query says about the host rail: how it is filtered, grouped and sorted. A part of the page's query beside
 * `url.ts`, by the same rules: each field falls back on its own, defaults are left out, unknown fields are kept.
 */

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
  /** Text filter. */
  readonly filter: string
  /** `''`, `failed`, or a status code. */
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
  status: '',
  exit: null,
  cloud: '',
  tag: null,
  noLog: false,
  straggler: '',
} as const satisfies Partial<RailView>

/** Reads the rail's part of the query. Never throws; what cannot be understood is as if it were not there. */
export function readRail(search: string): RailView {
  const query = new URLSearchParams(search)
  const matching = (name: string, pattern: RegExp) => {
    const value = query.get(name) ?? ''
    return pattern.test(value) ? value : ''
  }
  const exit = matching('exit', /^-?\d{1,9}$/)
  return {
    filter: matching('filter', /^[\s\S]{0,2000}$/),
    status: matching('status', /^(?:failed|\d{1,9})$/),
    exit: exit === '' ? null : Number(exit),
    cloud: matching('cloud', /^\d{1,19}$/),
    tag: readTag(query.get('tag')),
    noLog: query.get('log') === 'none',
    straggler: matching('straggler', /^(?:slow|silent|any)$/) as StragglerFilter,
    grouped: query.get('group') === 'result',
    shut: matching('shut', /^[\s\S]{0,4000}$/),
    sort: readSort(query.get('order') ?? ''),
    selected: matching('selected', /^[\s\S]{0,2000}$/),
  }
}

/** The query with some of the rail's fields changed; starts with `?`, or is empty. */
export function changeRail(search: string, change: Partial<RailView>): string {
  const query = new URLSearchParams(search)
  for (const [name, value] of writeFields(change)) {
    if (value === null) query.delete(name)
    else query.set(name, value)
  }
  const written = query.toString()
  return written === '' ? '' : `?${written}`
}

/** Parameter → value, `null` to leave it out. */
function writeFields(change: Partial<RailView>): ReadonlyMap<string, string | null> {
  const fields = new Map<string, string | null>()
  const { exit, tag, noLog, grouped, sort } = change
  for (const name of ['filter', 'status', 'cloud', 'straggler', 'shut', 'selected'] as const) {
    if (change[name] !== undefined) fields.set(name, change[name] || null)
  }
  if (exit !== undefined) fields.set('exit', exit === null ? null : `${exit}`)
  if (tag !== undefined) fields.set('tag', tag)
  if (noLog !== undefined) fields.set('log', noLog ? 'none' : null)
  if (grouped !== undefined) fields.set('group', grouped ? 'result' : null)
  if (sort !== undefined) fields.set('order', writeSort(sort))
  return fields
}

/** Upstream cuts tags at 256 characters (bk-job B.4). */
function readTag(tag: string | null): string | null {
  return tag === null || tag.length > 300 ? null : tag
}

/** `duration`, or `-duration` for descending. */
function readSort(text: string): HostSort {
  const descending = text.startsWith('-')
  const name = descending ? text.slice(1) : text
  const by = hostOrders.find((one) => one === name)
  return by === undefined ? defaultSort : { by, descending }
}

function writeSort({ by, descending }: HostSort): string | null {
  if (by === defaultSort.by && !descending) return null
  return `${descending ? '-' : ''}${by}`
}
