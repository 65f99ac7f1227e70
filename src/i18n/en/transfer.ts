import { count } from './plural.ts'

/** File transfers of a step: table, filters, totals. */
export const transfer = {
  title: 'File transfers',
  columns: {
    direction: 'Direction',
    sourceHost: 'Source host',
    sourcePath: 'Source path',
    destinationHost: 'Destination host',
    destinationPath: 'Destination path',
    size: 'Size',
    speed: 'Speed',
    progress: 'Progress',
    status: 'Status',
    message: 'Last message',
  },
  direction: { upload: 'Upload', download: 'Download' },
  thirdPartySource: 'File source (no host)',
  noHost: 'No host given',
  total: (n: number): string => count(n, { one: '# transfer', other: '# transfers' }),
  byStatus: (n: string, word: string): string => `${n} ${word.toLowerCase()}`,
  shown: (shown: string, all: string): string => `${shown} of ${all} shown`,
  filter: 'Filter by path, host or text of the logs',
  searching: (read: string, all: string): string => `Logs searched: ${read} of ${all}`,
  searched: 'All logs searched',
  statusFilter: 'Filter transfers by status',
  all: (n: string): string => `All ${n}`,
  failed: (n: string): string => `All failures ${n}`,
  onlyHost: (address: string): string => `Only transfers of ${address}`,
  loading: 'Loading file transfers…',
  progress: (hosts: string, allHosts: string, transfers: string): string =>
    `${hosts} of ${allHosts} hosts · ${transfers} so far`,
  stop: 'Stop loading',
  stopped: 'Loading was stopped: not all transfers are here.',
  loadRest: 'Load everything',
  unknownHost: (address: string): string =>
    `${address} is neither a host of this step nor a source of its files.`,
  noneMatch: 'No transfer matches these filters',
  clearFilters: 'Clear the filters',
  none: {
    title: 'No file transfers',
    meaning: 'The job platform has none for this step: none has begun, or they have already been deleted.',
  },
  pastAttempt: {
    title: 'The transfers of this attempt are not kept',
    meaning:
      'The job platform gives transfers and their logs of the newest attempt only. Above is how the hosts ended in this one.',
  },
  noneYet: {
    title: 'No file transfers yet',
    meaning: 'Nothing has begun to move so far. This page keeps asking.',
  },
  missing: (n: number): string =>
    count(n, {
      one: '# host has no transfers: none begun, none kept, or finished in an earlier attempt',
      other: '# hosts have no transfers: none begun, none kept, or finished in an earlier attempt',
    }),
  otherArea: (hosts: string): string =>
    `The same address in another cloud area is another host, and has some: ${hosts}`,
  failedHosts: (n: number): string =>
    count(n, {
      one: 'The transfers of # host could not be loaded',
      other: 'The transfers of # hosts could not be loaded',
    }),
  copyHosts: 'Copy these hosts',
  retryHosts: 'Ask for these again',
  logOf: (path: string, host: string): string => `Log of ${path} on ${host}`,
  closeLog: 'Close the log',
  emptyLog: { title: 'This transfer has no log', meaning: 'Nothing has been written about it so far.' },
  notReported: (columns: string): string => `Nothing is known of any transfer’s: ${columns.toLowerCase()}.`,
  reading: 'reading…',
  lastReport: (progress: string): string => `Last progress report: ${progress}`,
  reasons: {
    title: 'Why transfers failed',
    none: 'Nothing has failed.',
    /** Followed by the reason. */
    counted: (transfers: number, hosts: number): string => {
      const onHosts = count(hosts, { one: '# host', other: '# hosts' })
      if (transfers === 0) return `${onHosts} failed, none of their transfers did:`
      return `${count(transfers, { one: '# transfer', other: '# transfers' })}, ${onHosts}:`
    },
    unsaid: 'The log gives no reason',
    more: (n: string, all: string): string =>
      n === all ? `Show all ${n} reasons` : `Show ${n} of ${all} reasons`,
    rest: (n: string): string =>
      `${n} more reasons are rarer. Filter the transfers, or export them, to see them.`,
    fewer: 'Show fewer reasons',
    unread: (n: string): string => `Logs of failed transfers still to be read: ${n}`,
  },
  pair: {
    state: (word: string): string => `Upload: ${word.toLowerCase()}`,
    fedBy: (host: string, word: string): string =>
      `The upload from ${host} that feeds it: ${word.toLowerCase()}`,
    notKnown: 'Nothing is known of the upload that feeds it.',
    open: 'Open its log',
    feeds: (n: number): string => count(n, { one: 'Feeds # download', other: 'Feeds # downloads' }),
    unfetched: (n: number): string =>
      count(n, {
        one: 'The uploads of # source host have not been loaded.',
        other: 'The uploads of # source hosts have not been loaded.',
      }),
    fetch: (n: number): string =>
      count(n, { one: 'Fetch the uploads of # source host', other: 'Fetch the uploads of # source hosts' }),
    fetching: (n: number): string =>
      count(n, {
        one: 'Fetching the uploads of # source host…',
        other: 'Fetching the uploads of # source hosts…',
      }),
    none: (n: number, some: string): string =>
      count(n, {
        one: `The job platform has no uploads of # source host: ${some}`,
        other: `The job platform has no uploads of # source hosts: ${some}`,
      }),
  },
  figures: {
    bytes: (bytes: string): string => `${bytes} in downloads`,
    unsized: (n: string): string => `${n} of unknown size`,
    speed: (bytes: string): string => `${bytes}/s`,
    now: (speed: string, n: number): string =>
      count(n, { one: `${speed} now, over # transfer`, other: `${speed} now, over # transfers` }),
    left: (n: number): string =>
      count(n, {
        one: '# was under way when the step ended',
        other: '# were under way when the step ended',
      }),
    notBegun: (n: number): string =>
      count(n, { one: '# host without transfers so far', other: '# hosts without transfers so far' }),
    mean: (speed: string): string => `${speed} per finished download on average`,
    slowest: (speed: string, host: string): string => `slowest ${speed} to ${host}`,
  },
  groups: {
    label: 'Group by',
    none: 'nothing',
    destination: 'destination host',
    source: 'source host',
    file: 'source path',
    noName: 'No host',
  },
  left: {
    word: (word: string): string => `Left ${word.toLowerCase()}`,
    meaning: (begun: boolean): string =>
      begun ? 'It was under way when the step ended.' : 'It had not started when the step ended.',
  },
  overview: {
    button: 'Sources × destinations',
    title: 'Sources and destinations',
    none: {
      title: 'No downloads among these transfers',
      meaning: 'This overview shows which source sends to which destination: it is made of downloads.',
    },
    failed: 'Failed',
    limited: (n: string, all: string): string =>
      `${n} of ${all} sources are shown, those with most failures. Filter to see others.`,
    someOf: (n: string, all: string, word: string): string => `${n} of ${all} ${word.toLowerCase()}`,
    someFailed: (failed: string, all: string): string => `${failed} of ${all} failed`,
    pair: (source: string, destination: string, counts: string): string =>
      `${source} to ${destination}: ${counts}`,
  },
  chosen: {
    label: 'Chosen filters',
    from: (address: string): string => `Only from ${address}`,
    to: (address: string): string => `Only to ${address}`,
    file: (path: string): string => `Only the file ${path}`,
    reason: (reason: string): string => `Only failures of this kind: ${reason}`,
    remove: 'Remove',
    removeOne: (label: string): string => `Remove: ${label}`,
  },
  hold: {
    outOfPlace: (n: number): string =>
      count(n, {
        one: '# row has moved on and keeps its place.',
        other: '# rows have moved on and keep their places.',
      }),
    again: 'Sort and filter again',
  },
  csv: {
    label: (n: string): string => `Export ${n} as CSV`,
    preparing: (n: string): string => `Logs still to be read: ${n}. Stop`,
    statusCode: 'Status code',
    sizeBytes: 'Size (bytes)',
    speedBytesPerSecond: 'Speed (bytes/s)',
  },
}

export type TransferMessages = typeof transfer
