/*
 * Status codes as tables (bk-job A.14, bk-nodeman A6). Words in both languages live in i18n; here is only what
 * code decides on: the tone a status is painted in and whether the thing is over. Unknown codes never throw.
 */

/** How a status is painted: `odd` = skipped, ignored, unknown. */
export type Tone = 'good' | 'bad' | 'busy' | 'idle' | 'odd'

const runTones: Readonly<Record<number, Tone>> = {
  1: 'idle',
  2: 'busy',
  3: 'good',
  4: 'bad',
  5: 'odd',
  6: 'odd',
  7: 'idle',
  8: 'bad',
  9: 'bad',
  10: 'busy',
  11: 'bad',
  12: 'bad',
  13: 'bad',
  14: 'odd',
  15: 'idle',
}
const unfinishedRuns: ReadonlySet<number> = new Set([1, 2, 7, 10, 15])

/** Tone of a job or step instance status (RunStatus). */
export function runTone(code: number): Tone {
  return runTones[code] ?? 'odd'
}

/**
 * True when a job or step instance with this status will not change any more. An unknown code counts as finished:
 * polling for ever on a word nobody knows helps nobody.
 */
export function isRunFinished(code: number): boolean {
  return !unfinishedRuns.has(code)
}

/** Tone of a host or container result: 9 and 3 are success, 5 waiting, 7 running, all others failures. */
export function resultTone(code: number): Tone {
  if (code === 9 || code === 3) return 'good'
  if (code === 5) return 'idle'
  if (code === 7) return 'busy'
  return knownFailures.has(code) ? 'bad' : 'odd'
}
const knownFailures: ReadonlySet<number> = new Set([
  0, 1, 2, 11, 12, 13, 15, 16, 17, 18, 101, 102, 103, 104, 117, 202, 203, 301, 303, 310, 311, 312, 320, 321,
  329, 399, 403, 404, 500,
])

/** Finished means anything but waiting and running (bk-job B.12); an unknown code counts as finished. */
export function isResultFinished(code: number): boolean {
  return code !== 5 && code !== 7
}

/** True when a result is a known failure. An unknown code is neither failed nor succeeded: it is counted as unknown. */
export function isResultFailed(code: number): boolean {
  return resultTone(code) === 'bad'
}

const transferTones: Readonly<Record<number, Tone>> = {
  0: 'busy',
  1: 'idle',
  2: 'busy',
  3: 'busy',
  4: 'good',
  5: 'bad',
}

/** Tone of a file transfer status, 0–5; null when upstream gave none. */
export function transferTone(code: number | null): Tone {
  return (code === null ? null : transferTones[code]) ?? 'odd'
}

/** True when a transfer is known to have failed: an unknown code, or none, is neither that nor finished. */
export function isTransferFailed(code: number | null): boolean {
  return transferTone(code) === 'bad'
}

/** Statuses node-man documents (spec 3). Steps only ever show the first four, plus UNKNOWN in old data. */
export const nodeManStatuses = [
  'PENDING',
  'RUNNING',
  'FAILED',
  'SUCCESS',
  'PART_FAILED',
  'TERMINATED',
  'REMOVED',
  'FILTERED',
  'IGNORED',
] as const

const nodeManTones: Readonly<Record<string, Tone>> = {
  PENDING: 'idle',
  RUNNING: 'busy',
  FAILED: 'bad',
  SUCCESS: 'good',
  PART_FAILED: 'bad',
  TERMINATED: 'bad',
  REMOVED: 'odd',
  FILTERED: 'odd',
  IGNORED: 'odd',
}

/** Tone of a node-man job, host or step status; unknown words are `odd`. */
export function nodeManTone(status: string): Tone {
  return nodeManTones[status] ?? 'odd'
}

/** True while a node-man job or host can still change. An unknown word counts as finished. */
export function isNodeManUnfinished(status: string): boolean {
  return status === 'PENDING' || status === 'RUNNING'
}
