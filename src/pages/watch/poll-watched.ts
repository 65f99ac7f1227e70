import { type Api, ApiProblem } from '#api'
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
    await nextRound(waitMs, signal)
  }
}

/** One after the other. Answers false when one could not be asked about: the others would fare no better. */
export async function pollOnce({ api, onFinish, signal }: PollOptions): Promise<boolean> {
  for (const entry of readWatchList().entries) {
    if (entry.finishedAt !== null || signal.aborted) continue
    try {
      const standing = await askStatus(api, entry.to, signal)
      if (standing === null) forget(entry.to)
      else take(entry, standing.isFinished, standing.status, onFinish)
    } catch (error) {
      if (signal.aborted) return true
      if (!isGone(error)) return false
      forget(entry.to)
    }
  }
  return true
}

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

function isGone(error: unknown): boolean {
  const kind = error instanceof ApiProblem ? error.problem.kind : null
  return kind === 'gone' || kind === 'not-found' || kind === 'denied' || kind === 'not-offered'
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
