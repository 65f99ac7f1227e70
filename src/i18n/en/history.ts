import { count } from './plural.ts'

const instances = (n: number): string => count(n, { one: '# job instance', other: '# job instances' })

/** Words of the history page; fetched with it. */
export const history = {
  title: 'Job instances',
  launchMode: 'Launch mode',
  created: 'Created',
  filters: 'Filters',
  name: 'Name contains',
  ip: 'Target IPv4',
  badIp: 'A whole IPv4 address is needed, as 10.0.0.1: the job platform finds no part of one.',
  noIpv6: 'The job platform finds executions by IPv4 addresses alone, not by IPv6.',
  oneIp: 'The job platform finds executions by one address at a time.',
  backwards: 'That time range ends before it begins.',
  id: 'Job instance id',
  unread: (parts: string): string =>
    `Not understood in this address, so nothing is filtered by it: ${parts}.`,
  forgetUnread: 'Remove',
  idWins: 'An id finds that one job instance, whenever it was created; time range and filters are ignored.',
  notOffered: 'This deployment cannot list job instances. One can still be opened by its id.',
  open: 'Open',
  clearFilters: 'Clear filters',
  range: 'Time range',
  rangeNames: {
    '1h': 'Last hour',
    '24h': 'Last 24 hours',
    '7d': 'Last 7 days',
    '30d': 'Last 30 days',
  },
  dates: 'Between two days…',
  from: 'From',
  to: 'To',
  apply: 'Show',
  badDates: 'Choose two days, the first not after the second.',
  spanLimit: (days: number): string =>
    `This deployment lists at most ${days} days at once. For an older execution, move the two days back, or open it by its id.`,
  tooLong: (days: number): string => `More than ${days} days cannot be listed at once here`,
  tooLongMeaning: 'Choose a shorter time range, or look at the days one part after another.',
  shorten: (range: string): string => `Show: ${range}`,
  asOf: (time: string): string => `As of ${time}`,
  live: 'Running ones are refreshed every 5 seconds.',
  keys: '/ filters these rows, arrows choose one, Enter opens it.',
  limits: (days: number): string =>
    `This deployment lists at most ${days} days at once; the job platform itself usually keeps job instances for about 30 days.`,
  limitsWithoutSpan:
    'Any time range can be listed here; the job platform itself usually keeps job instances for about 30 days.',
  lastReachable: (skipped: string, onPage: string, rows: string): string =>
    `The job platform skips ${skipped} job instances at most: with ${onPage} on a page the newest ${rows} can be listed. Choose a shorter time range or more filters to see older ones.`,
  rows: (from: string, to: string, total: number): string => `${from}–${to} of ${instances(total)}`,
  rowsWithoutTotal: (from: string, to: string): string =>
    `${from}–${to}; this deployment does not count all job instances`,
  pages: 'Pages of job instances',
  pageSize: 'Rows per page',
  sortBy: 'Sort by',
  asListed: 'Newest first',
  operatorHint: 'whole name',
  refine: 'Filter these rows',
  refineHint: 'name, operator, id, status…',
  /** Before how many of them stand how: of this page, not of the whole history. */
  statusesHere: (n: number): string => count(n, { one: 'The # row here:', other: 'The # rows here:' }),
  shown: (shown: string, all: string): string => `${shown} of the ${all} rows on this page`,
  noneLeft: 'No row on this page matches',
  look: 'Columns',
  columns: 'Columns shown',
  density: 'Rows',
  densities: { comfortable: 'Comfortable', compact: 'Compact' },
  usualLook: 'As at first',
  runs: 'Runs',
  runsOf: (name: string): string => `Earlier runs of ${name}`,
  runsPanel: 'Earlier runs of the chosen job',
  runsNotFound: 'This job instance is not in the history any more.',
  usually: (duration: string): string =>
    `Usually ${duration}, by the successful runs of this job on this page`,
  timesUsual: (times: string): string => `${times}×`,
  newer: (n: number): string => count(n, { one: 'Show # newer one', other: 'Show # newer ones' }),
  moreNewer: (n: string): string => `Show ${n} or more newer ones`,
  empty: 'No job instance in this time range',
  emptyFiltered: 'No job instance matches these filters in this time range',
  noSuchId: (id: string): string => `No job instance ${id} in this scope`,
  noSuchIdMeaning:
    'It may have expired (instances are kept for about 30 days), belong to another scope, or have never existed.',
  emptyMeaning: 'Only executions created in the time range are listed.',
  widen: (range: string): string => `Widen to: ${range}`,
  pastEnd: 'There is nothing on this page any more',
  firstPage: 'Go to the first page',
  badScope: 'This address names no scope',
  badScopeMeaning:
    'A scope is a business (biz), business set (biz_set) or tenant set (tenant_set) and a number, as in /biz/2/job-instances.',
  notConnected: 'The job platform is not connected',
  notConnectedMeaning: 'This Joblens has no job platform configured, so it has no job instances to show.',
  home: 'Go to the start page',
}

/** The shape every language fills. */
export type HistoryMessages = typeof history
