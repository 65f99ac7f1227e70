import { type Api, toProblem } from '#api'
import type { ProblemKind } from '#contract'
import { changeWatchList, onKept, readWatchList, type Watched } from '#ui'
import { askStatus } from './ask-status.ts'

/** Between two rounds over all that is watched. */
const roundMs = 15_000
/** After failures the rounds become rarer, up to this. */
const longestRoundMs = 240_000
const lockName = 'joblens-watch'

interface PollOptions {
  readonly api: Api
  /** Told of each that has come to its end: in this tab, since one of all open tabs asks. */
  readonly onFinish: (finished: Watched) => void
  readonly signal: AbortSignal
}

/**
 * Asks about what is watched for as long as this tab is open. One tab of a browser does it for all of them; where there
 * are no locks (plain HTTP) every tab asks. What it learns is kept, so that all tabs hear of it.
 */
export async function pollWatched(options: PollOptions): Promise<void> {
  const { signal } = options
  try {
    if (navigator.locks === undefined) await pollOn(options)
    else await navigator.locks.request(lockName, { signal }, () => pollOn(options))
  } catch (error) {
    if (!signal.aborted) throw error
  }
}

async function pollOn(options: PollOptions): Promise<void> {
  const { signal } = options
  let waitMs = roundMs
  while (!signal.aborted) {
    const isAnswered = await pollOnce(options)
    waitMs = isAnswered ? roundMs : Math.min(waitMs * 2, longestRoundMs)
    // Stopped during a round it would hear of no other end, and keep the lock from the tabs that wait for it.
    if (!signal.aborted) await nextRound(waitMs, signal)
  }
}

/** One after the other. Answers false when none could be asked about, or none could be any more. */
export async function pollOnce(options: PollOptions): Promise<boolean> {
  const { signal } = options
  const running = readWatchList().entries.filter(({ finishedAt }) => finishedAt === null)
  let failed = 0
  for (const entry of running) {
    if (signal.aborted) return true
    try {
      await askAbout(entry, options)
    } catch (error) {
      if (signal.aborted) return true
      if (concernsAll.has(toProblem(error).kind)) return false
      failed += 1
    }
  }
  return failed === 0 || failed < running.length
}

async function askAbout(entry: Watched, { api, onFinish, signal }: PollOptions): Promise<void> {
  try {
    const standing = await askStatus(api, entry.to, signal)
    if (standing === null) forget(entry.to)
    else take(entry, standing.isFinished, standing.status, onFinish)
  } catch (error) {
    if (signal.aborted || !lost.has(toProblem(error).kind)) throw error
    take(entry, true, null, onFinish)
  }
}

/** Whatever else is watched would be answered the same. */
const concernsAll: ReadonlySet<ProblemKind> = new Set([
  'offline',
  'not-signed-in',
  'upstream-down',
  'rate-limited',
])

/** There is nothing to wait for. A permission may come back, and so may a system that is not offered for a while. */
const lost: ReadonlySet<ProblemKind> = new Set(['gone', 'not-found'])

function take(
  entry: Watched,
  isFinished: boolean,
  status: Watched['status'],
  onFinish: PollOptions['onFinish'],
): void {
  const next = { ...entry, status, finishedAt: isFinished ? Date.now() : null }
  if (next.status === entry.status && !isFinished) return
  // Somebody may have stopped watching it meanwhile.
  const isWatched = readWatchList().entries.some(({ to }) => to === entry.to)
  if (!isWatched) return
  changeWatchList(({ entries }) => ({ entries: entries.map((one) => (one.to === entry.to ? next : one)) }))
  if (isFinished) onFinish(next)
}

function forget(path: string): void {
  changeWatchList(({ entries }) => ({ entries: entries.filter(({ to }) => to !== path) }))
}

/** Waits, but not when something new is watched; without anything that runs, until there is. */
function nextRound(waitMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const known = new Set(runningPaths())
    const go = (): void => {
      clearTimeout(timer)
      stop()
      signal.removeEventListener('abort', go)
      resolve()
    }
    const timer = setTimeout(go, known.size === 0 ? 2 ** 31 - 1 : waitMs)
    const stop = onKept(() => {
      if (runningPaths().some((path) => !known.has(path))) go()
    })
    signal.addEventListener('abort', go)
  })
}

function runningPaths(): readonly string[] {
  return readWatchList().entries.flatMap(({ to, finishedAt }) => (finishedAt === null ? [to] : []))
}
