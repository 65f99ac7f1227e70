/** Words for what takes longer than a second; fetched when something does. */
export const awaited = {
  what: {
    history: 'Loading job instances…',
    scopes: 'Loading the scopes you may see…',
    jobInstance: (id: string): string => `Loading job instance ${id} and its steps…`,
    step: (id: string): string => `Loading step instance ${id} and its hosts…`,
    log: (host: string): string => `Loading the log of ${host}…`,
    earlierRuns: 'Looking for earlier runs of this job…',
    lastWeek: 'Looking for last week’s run…',
    twoRuns: 'Loading the steps of both runs…',
    nodeManJobs: 'Loading node-man jobs…',
    nodeManJob: (id: string): string => `Loading node-man job ${id} and its hosts…`,
    nodeManHosts: 'Loading the hosts of this node-man job…',
    nodeManSteps: (host: string): string => `Loading the steps of ${host}…`,
    otherRows: 'Loading the rows you asked for; these are those before…',
  },
  /** After some seconds. */
  limit: 'Nothing has come yet. After about 25 s without an answer you are told why.',
  stoppedTitle: 'Loading was cancelled',
  /** What was loaded stands before it. */
  stoppedMeaning: 'You ended it before the answer was here; nothing more is asked.',
  stoppedRows: 'Loading was cancelled: these rows are still those before.',
  stoppedRest: 'Loading was cancelled: this log may not be whole.',
  again: 'Load again',
  loadRest: 'Load the rest',
}

/** The shape every language fills. */
export type AwaitedMessages = typeof awaited

/** Names of what is awaited. */
export type AwaitedWords = AwaitedMessages['what']
