export const watch = {
  title: 'Watched until they finish',
  none: 'Nothing is watched.',
  watchThis: 'Watch this one',
  isOver: 'What this page shows has finished: there is nothing to wait for.',
  full: (count: number): string =>
    `${count} are watched, and all of them still run: stop watching one first.`,
  asking: 'Asking…',
  /** In place of a state. */
  lost: (time: string): string => `cannot be found any more since ${time}`,
  stop: (title: string): string => `Stop watching ${title}`,
  /** `time` is when it was noticed. */
  seenFinished: (time: string): string => `seen at ${time}`,
  /** Two runs of one plan share their names, not their ids. */
  withIds: (title: string, ids: string): string => `${title} (${ids})`,
  notify: 'Tell me by a notification of the system',
  noNotices: 'This browser shows no notifications of the system here: the end is said on the open page.',
  noticesDenied: 'Notifications are blocked for this site in the browser: the end is said on the open page.',
  meaning: 'Asked about every 15 seconds while Joblens is open in a tab of this browser.',
  lostOne: 'An execution you watch cannot be found any more',
  ended: 'An execution you watch has finished',
  /** Of a notification: what became of what. */
  endedAs: (word: string, title: string): string => `${word} · ${title}`,
}

export type WatchMessages = typeof watch
