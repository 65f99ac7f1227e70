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
  filter: 'Filter by path, host or last log message',
  searching: (read: string, all: string): string => `Log messages searched: ${read} of ${all}`,
  searched: 'All log messages searched',
  statusFilter: 'Filter transfers by status',
  all: (n: string): string => `All ${n}`,
  failed: (n: string): string => `All failures ${n}`,
  onlyHost: (address: string): string => `Only transfers of ${address}`,
  allHosts: 'Show all hosts',
  loading: 'Loading file transfers…',
  progress: (hosts: string, allHosts: string, transfers: string): string =>
    `${hosts} of ${allHosts} hosts · ${transfers} so far`,
  stop: 'Stop loading',
  stopped: 'Loading was stopped: not all transfers are here.',
  loadRest: 'Load everything',
  noneMatch: 'No transfer matches these filters',
  clearFilters: 'Clear the filters',
  none: {
    title: 'No file transfers',
    meaning: 'The job platform has none for this step: none has begun, or they have already been deleted.',
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
  reading: 'reading…',
}
