import { count } from './plural.ts'

const jobs = (n: number): string => count(n, { one: '# node-man job', other: '# node-man jobs' })
const hosts = (n: number): string => count(n, { one: '# host', other: '# hosts' })

/** Hosts with one status, by that status; all of them have none. */
const matchingHosts: Readonly<Record<string, Parameters<typeof count>[1]>> = {
  '': { one: '# host', other: '# hosts' },
  PENDING: { one: '# waiting host', other: '# waiting hosts' },
  RUNNING: { one: '# running host', other: '# running hosts' },
  SUCCESS: { one: '# successful host', other: '# successful hosts' },
  FAILED: { one: '# failed host', other: '# failed hosts' },
}
const matching = { one: '# matching host', other: '# matching hosts' }

/** One host-step's state, which says more than node-man's own status (bk-nodeman A6, A7). */
const stepStates = {
  waiting: { word: 'Waiting', meaning: 'Its turn has not come yet.' },
  'waiting-or-cleaned-up': {
    word: 'Waiting, or cleaned up',
    meaning:
      'Either its turn has not come yet, or its log was removed after about 30 days: node-man answers the same for both, and this deployment does not tell how the host stands.',
  },
  running: { word: 'Running', meaning: 'Running right now.' },
  'running-with-errors': {
    word: 'Running, errors so far',
    meaning: 'The log already holds an error, but node-man has not ended the step: it may still fail.',
  },
  'waiting-for-person': {
    word: 'Waiting for manual installation',
    meaning: 'Somebody has to run the installation command on the host; node-man shows it on its own page.',
  },
  succeeded: { word: 'Success', meaning: 'Finished without failure.' },
  failed: { word: 'Failed', meaning: 'Finished with a failure.' },
  stopped: { word: 'Stopped', meaning: 'A person stopped it while it ran. The whole host can be retried.' },
  'given-up': {
    word: 'Failed: given up',
    meaning: 'Nothing was heard of it for 30 to 60 minutes, so node-man set it to failed.',
  },
  'not-reached': {
    word: 'Not reached',
    meaning: 'An earlier step failed or was stopped, so this one was never started.',
  },
  'cleaned-up': {
    word: 'Log cleaned up (older than 30 days)',
    meaning:
      'Node-man removes times and logs of steps after about 30 days, except of failed ones. This is not a failure of the step.',
  },
  unknown: { word: 'Unknown', meaning: 'A status this version of Joblens does not know.' },
}

export const nodeMan = {
  title: 'Node-man jobs',
  jobTitle: (id: string): string => `Node-man job ${id}`,
  jobName: (name: string, id: string): string => `${name} · ${id}`,
  filters: 'Filters',
  clearFilters: 'Clear filters',
  jobId: 'Job id',
  openById: 'Open a job by its id',
  open: 'Open',
  badJobId: 'A job id is a whole number of at most 19 digits.',
  operation: 'Operation',
  scopes: 'Businesses',
  counts: 'Hosts',
  ip: 'Host address',
  tooManyAddresses: 'Too many addresses for one question: filter by fewer.',
  rows: (from: string, to: string, total: number): string => `${from}–${to} of ${jobs(total)}`,
  pages: 'Pages of node-man jobs',
  live: 'Refreshed every 5 seconds while anything here is running.',
  empty: 'No node-man job to show',
  emptyMeaning: 'There are no jobs of businesses whose task history you may see.',
  emptyFiltered: 'No node-man job matches these filters',
  pastEnd: 'There is nothing on this page any more',
  firstPage: 'Go to the first page',
  notOffered: 'Node-man jobs cannot be listed in this deployment',
  notOfferedMeaning:
    'The interface Joblens is connected to has no call for it. A job can still be opened by its id, or by pasting its node-man link on the start page.',
  notConnected: 'Node-man is not connected',
  notConnectedMeaning: 'This Joblens has no node-man configured, so it has no node-man jobs to show.',
  home: 'Go to the start page',
  badJob: 'This is not a node-man job id',
  badInstance: 'This is not a node-man host address',
  badInstanceMeaning:
    'Below a job, a host is named as node-man names it, for example host|instance|host|1 or host|instance|host|10.0.0.3-0-0.',
  hostsNotOffered:
    'This deployment cannot list the hosts of a node-man job. The log of one can still be opened by the name node-man gives the host.',
  instanceId: 'Host instance id',
  openLog: 'Open the log',
  factsNotOffered: 'Only the steps are known here',
  factsNotOfferedMeaning: 'This deployment does not tell how the job and the host stand as a whole.',
  allJobs: 'Node-man jobs',
  openInNodeMan: 'Open in node-man',
  /** Counts of a job: the parts that are not zero, in words. */
  countParts: {
    success: (n: string): string => `${n} succeeded`,
    failed: (n: string): string => `${n} failed`,
    running: (n: string): string => `${n} running`,
    pending: (n: string): string => `${n} waiting`,
    ignored: (n: string): string => `${n} ignored`,
  },
  notCounted: 'Hosts not counted yet',
  hosts,
  hostsTable: 'Hosts',
  hostRows: (from: string, to: string, total: number): string => `${from}–${to} of ${hosts(total)}`,
  hostPages: 'Pages of hosts',
  /** Sorted by a column, all of them. */
  sortedAll: (n: number): string => `All ${hosts(n)}, sorted.`,
  sortedFirst: (read: string, n: number): string =>
    `The first ${read} of ${hosts(n)}, sorted: that many are read. A filter finds the others.`,
  sortedPage: (n: number): string =>
    count(n, {
      one: 'Sorted is the # host of this page only.',
      other: 'Sorted are the # hosts of this page only.',
    }),
  readingAll: (read: string, n: number): string => `Reading all ${hosts(n)} to sort them: ${read} read.`,
  sortAll: (n: number): string => `Sort all ${hosts(n)}`,
  readAll: (n: number): string => `Read all ${hosts(n)}`,
  inPages: 'Show page by page',
  copyHosts: 'Copy or export hosts',
  hostScopes: {
    page: (n: string): string => `Hosts on this page (${n})`,
    filter: (n: string): string => `All hosts of these filters (${n})`,
    all: (n: string): string => `All hosts of the job (${n})`,
  },
  ignoredNotAmong: (n: number): string =>
    count(n, {
      one: 'The # ignored host is not among them: nothing was done on it.',
      other: 'The # ignored hosts are not among them: nothing was done on them.',
    }),
  readFirst: (read: string, n: number): string =>
    `Only the first ${read} of ${hosts(n)} are read; a filter finds the others.`,
  readProgress: (read: string, all: string): string => `${read} of ${all} hosts read`,
  pageSize: 'Hosts on one page',
  perPage: (n: number): string => `${n} per page`,
  address: 'Address',
  ipv6: 'IPv6',
  cloudArea: 'Cloud area',
  cloudAreaNumber: (id: string): string => `Cloud area ${id}`,
  business: 'Business',
  statusText: 'Node-man says',
  currentStep: 'Step',
  log: 'Log',
  noAddress: 'No address',
  noHosts: 'No hosts yet',
  noHostsMeaning: 'Node-man has just created this job and not laid out its hosts yet.',
  noHostsMatch: 'No host matches these filters',
  ignoredHosts: (n: number): string => count(n, { one: '# ignored host', other: '# ignored hosts' }),
  ignoredTable: 'Ignored hosts',
  ignoredMeaning:
    'Node-man left these out of the job. Nothing was done on them, so they have no log; they are not part of the total.',
  reason: 'Reason',
  noLog: 'No log',
  noReason: 'No reason given',
  steps: 'Steps',
  stepNumber: (n: number): string => `Step ${n}`,
  stepStates,
  wholeDuration: 'Whole duration',
  soFar: (duration: string): string => `${duration} so far`,
  started: (time: string): string => `started ${time}`,
  finished: (time: string): string => `finished ${time}`,
  lastOutput: (time: string): string => `last output ${time}`,
  statedAs: (text: string): string => `“${text}”`,
  readFrom: (time: string, text: string): string => `${time} (“${text}”)`,
  unreadableTime: 'Node-man wrote a time that cannot be read; it is shown as written.',
  repairedTime: 'Times in quotes are as node-man wrote them; before each stands how it was read.',
  notLaidOut: 'The steps are not laid out yet',
  notLaidOutMeaning:
    'Node-man has created the job but not its steps. This page is refreshed every 5 seconds.',
  unknownHost: 'This job has no record of this host',
  unknownHostMeaning:
    'Node-man knows the job, but not this host in it. Check the address, or pick one of the hosts of the job.',
  hostsOfJob: 'Hosts of the job',
  noSteps: 'Node-man lists no steps for this host',
  noStepsMeaning: 'The job is over, and its steps were cleaned up or never laid out.',
  allCleanedUp: 'The logs of this host were cleaned up',
  allCleanedUpMeaning:
    'Node-man keeps step logs for about 30 days, and longer only for failed steps. The result of the job is still known.',
  attempts: 'Attempts',
  attempt: (attemptNumber: number, status: string): string => `${attemptNumber} · ${status}`,
  olderAttempt: (attemptNumber: number, count: number): string =>
    `This is attempt ${attemptNumber} of ${count}`,
  olderAttemptMeaning: 'It was retried later.',
  newestAttempt: 'Show the newest attempt',
  newAttempt: (time: string): string => `The steps were reset: a retry began at ${time}.`,
  newAttemptUntimed: 'The steps were reset: a retry began.',
  newAttemptMeaning:
    'A retry runs all steps again from the first: the steps below are those of the newest attempt.',
  attemptBefore: 'What was done before is under “Attempts”.',
  attemptGone: 'What was done before is shown no more: this deployment tells only of the newest attempt.',
  causes: {
    error: (stepNumber: number): string => `First error: step ${stepNumber}`,
    stopped: (stepNumber: number): string => `Stopped by a person in step ${stepNumber}`,
    'given-up': (stepNumber: number): string => `Given up in step ${stepNumber}`,
  },
  nowAt: 'Now at',
  nowAtStep: (stepNumber: number, name: string, since: string): string =>
    `step ${stepNumber}, ${name}, since ${since}`,
  gone: {
    title: (id: string): string => `Node-man has no job ${id}`,
    titleOf: (id: string, api: string): string => `The node-man of this deployment (${api}) has no job ${id}`,
    apis: { gateway: 'asked through the API gateway', esb: 'asked through ESB', sandbox: 'the sandbox' },
    meaning:
      'Node-man numbers its jobs over all businesses, so no other scope can have it. The id may be mistyped or that of a job instance, the job may have been removed (a year after it ran, where that is switched on), or the link may come from another deployment: compare the id with the page or the notification it came from.',
    lookForJobInstance: (id: string): string => `Look for job instance ${id} on the job platform`,
  },
  stuck: (stepNumber: number, name: string): string => `Probably stuck in step ${stepNumber}: ${name}`,
  since: (time: string, duration: string): string => `Running since ${time}, for ${duration}.`,
  usually: (seconds: string): string => `This step usually takes ${seconds}.`,
  secondsRange: (least: number, most: number): string =>
    least === most ? `${most} s` : `${least}–${most} s`,
  lastOutputAt: (time: string): string => `Its last output came at ${time}.`,
  noOutputYet: 'It has not written anything yet.',
  waitsForPerson: (stepNumber: number, name: string): string =>
    `Step ${stepNumber}, ${name}, waits for somebody to run the installation command`,
  waitsForPersonMeaning: 'Node-man shows the command on its own page; it has to be run on the host.',
  goToLine: (lineNumber: string): string => `Go to line ${lineNumber}`,
  jobLinks: 'On the job platform',
  nodeManLinks: 'In node-man',
  hostOfJob: (host: string, job: string): string => `${host} of job ${job}`,
  jobLink: (id: string): string => `Job instance ${id}`,
  logOf: (host: string, step: string): string => `Log of ${step} on ${host}`,
  noLogYet: 'No output yet',
  noLogMeaning: 'This step has not written anything.',
  /** The hosts of the job beside the log of one. */
  list: {
    region: 'Hosts of the job',
    previous: (host: string): string => `Previous host: ${host}`,
    next: (host: string): string => `Next host: ${host}`,
    hosts: (status: string | null, n: number): string => count(n, matchingHosts[status ?? ''] ?? matching),
    place: (at: string, hosts: string): string => `${at} of ${hosts}`,
    hidden: (host: string): string => `${host}, whose log is open, is hidden by the filters.`,
    showAll: 'Show all hosts',
    cut: (shown: string, all: string): string => `The first ${shown} of ${all}: a filter finds the others.`,
    known: 'Opened before',
    knownMeaning:
      'This deployment cannot list the hosts of a job: these are the ones opened in this browser before.',
    keys: 'Anywhere: Alt ↑ Alt ↓ for the previous or next host, [ and ] for a failed one.',
  },
  withCount: (word: string, n: string): string => `${word} (${n})`,
  liveInstance: 'Refreshed every 5 seconds while running.',
  givenUp:
    'No longer refreshed: nothing has begun for 2 minutes, so the logs were probably cleaned up. “Refresh” asks again.',
  refresh: 'Refresh',
}
