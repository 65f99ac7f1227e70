/** Figures of a look at running logs, written out. */
interface LookedAt {
  /** Hosts whose log is known. */
  readonly watched: string
  readonly running: string
  /** So many at once; `null` where no more run. */
  readonly most: string | null
  /** Time of the first look. */
  readonly since: string
  /** Of the watched ones. */
  readonly silent: string
}

/** Who holds a running step up, and the look at the logs of all that run. */
export const runningLogs = {
  known: (n: string, running: string): string =>
    `Silence is known only of hosts whose log is open or looked at: ${n} of the ${running} running ones`,
  when: 'Told while a step runs: slow hosts once three have finished, silent ones a minute after the first look at their log',
  start: 'Look at all running logs',
  startMeaning: (most: string): string =>
    `Reads the logs of the running hosts, at most ${most} at once, and again every half minute while this page is seen. Those that print nothing for a minute from then on are marked; how long they were silent before is not known.`,
  region: 'Look at running logs',
  reading: (read: string, asked: string): string => `${read} of ${asked} running logs read …`,
  progress: 'Running logs read',
  looking: ({ watched, running, most, since, silent }: LookedAt): string =>
    `${watched} of ${running} running logs${most === null ? '' : ` (${most} at most)`} looked at since ${since}: ${silent} silent for over a minute.`,
  failed: (n: string): string => `${n} not read`,
  paused: 'The last look failed',
  stop: 'Stop looking',
  ended: 'The step has ended, and with it the look at running logs.',
  close: 'Close',
}

export type RunningLogsMessages = typeof runningLogs
