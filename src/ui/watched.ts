import { isOwnAddress } from './is-own-address.ts'
import { keep, readKept } from './kept-json.ts'

/** An execution somebody wants to know the end of, in this browser. */
export interface Watched {
  /** In-app address, without sticky parameters. */
  readonly to: string
  /** What its page was called when watching began, without its state. */
  readonly title: string
  /** Its status as upstream codes it, when last asked; null before, and when it cannot be found any more. */
  readonly status: number | string | null
  /** Epoch ms when it was found finished, or found no more; null while it runs. */
  readonly finishedAt: number | null
}

export interface WatchList {
  readonly entries: readonly Watched[]
  /** A notification of the system is wanted. */
  readonly notify: boolean
}

const name = 'watched'
/** Each is asked about again and again. */
export const mostWatched = 20

/** Newest first; entries that cannot be read are left out one by one. */
export function readWatchList(): WatchList {
  const kept = readKept(name) as { readonly entries?: unknown; readonly notify?: unknown } | null | undefined
  const entries = Array.isArray(kept?.entries) ? kept.entries : []
  return {
    entries: entries
      .map(toWatched)
      .filter((one) => one !== null)
      .slice(0, mostWatched),
    notify: kept?.notify === true,
  }
}

/** Changes what is kept now: another tab may have changed it a moment ago. */
export function changeWatchList(change: (list: WatchList) => Partial<WatchList>): void {
  const before = readWatchList()
  const { entries, notify } = { ...before, ...change(before) }
  keep(name, { entries: shortened(entries), notify })
}

/** What has finished goes first, the oldest before others: somebody waits for the end of the rest. */
function shortened(entries: readonly Watched[]): readonly Watched[] {
  const excess = entries.length - mostWatched
  if (excess <= 0) return entries
  const dropped = new Set(entries.filter(({ finishedAt }) => finishedAt !== null).slice(-excess))
  return entries.filter((entry) => !dropped.has(entry)).slice(0, mostWatched)
}

function toWatched(value: unknown): Watched | null {
  if (typeof value !== 'object' || value === null) return null
  const { to, title, status, finishedAt } = value as Partial<Record<keyof Watched, unknown>>
  if (typeof to !== 'string' || !isOwnAddress(to) || typeof title !== 'string') return null
  return {
    to,
    title,
    status: typeof status === 'number' || typeof status === 'string' ? status : null,
    finishedAt: typeof finishedAt === 'number' ? finishedAt : null,
  }
}
