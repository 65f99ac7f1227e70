import { count } from './plural.ts'

/** One step instance: its head, host rail and host log. */
export const stepInstance = {
  stepNumber: (id: string): string => `Step ${id}`,
  loading: 'Loading the step…',
  history: (scope: string): string => `Job instances of ${scope}`,
  jobInstance: (id: string): string => `Job instance ${id}`,
  jobInstanceId: 'Job instance',
  stepInstanceId: 'Step instance',
  attempt: 'Attempt',
  attemptMissing: (n: number): string => `there is no ${n}`,
  attemptOf: (n: number): string =>
    n === 1 ? '1 (first)' : `${n} (after ${n === 2 ? 'a retry' : `${n - 1} retries`})`,
  openInJobPlatform: 'Open in the job platform',
  runningFor: 'Running for',
  waitingFor: 'Waiting for',
  badAddress: {
    title: 'This address names no step',
    meaning:
      'A scope is biz, biz_set or tenant_set with a number; job and step instance ids are whole numbers of at most 19 digits.',
    findPage: 'Find an execution',
  },
  readerRegion: 'Log',
  railRegion: 'Hosts of this step',

  hosts: {
    name: 'Hosts',
    filter: 'Filter hosts by address',
    filterHint: 'ip, ipv6, id or cloud:ip; several at once',
    statusFilter: 'Filter hosts by status',
    all: (n: string): string => `All ${n}`,
    failed: (n: string): string => `All failures ${n}`,
    failedTotal: (n: string): string => `${n} failed`,
    unknownTotal: (n: string): string => `${n} of unknown status`,
    succeededTotal: (n: string): string => `${n} succeeded`,
    runningTotal: (n: string): string => `${n} running`,
    waitingTotal: (n: string): string => `${n} waiting`,
    shown: (shown: string, all: string): string => `${shown} of ${all} hosts`,
    exit: (code: string): string => `exit ${code}`,
    copy: (n: number): string => count(n, { one: 'Copy # address', other: 'Copy # addresses' }),
    choose: 'Hosts',
    chooseAnother: 'Choose another host',
    hide: 'Hide hosts',
    noneMatch: 'No host matches this filter',
    clearFilter: 'Clear the filter',
    none: {
      title: 'This step has no hosts yet',
      meaning: 'The job platform has not handed it to any host so far, or it was given none.',
    },
    notListed: (address: string): string =>
      `${address} is not among the hosts of this step. Its log was asked for anyway.`,
  },

  rail: {
    sort: 'Sort hosts by',
    sortedBy: (order: string): string => `Sort: ${order}`,
    orders: {
      status: 'Failures first',
      address: 'Address',
      duration: 'Duration',
      exit: 'Exit code',
      size: 'Log size',
    },
    ascending: 'Ascending',
    descending: 'Descending',
    sizesKnown: (known: string, all: string): string =>
      `Log size known of ${known} of ${all} hosts: those opened here`,
    group: 'Group',
    groupMeaning: 'Group hosts by result and tag',
    filters: 'Filters',
    any: 'Any',
    exitCode: 'Exit code',
    cloudArea: 'Cloud area',
    cloudAreaName: (id: string, name: string): string => (name === '' ? id : `${id} ${name}`),
    tag: 'Tag',
    noTag: 'without a tag',
    noLog: 'No log',
    noLogMeaning: 'Known only of hosts that were asked for their log',
    slow: 'Slower than 95 % of the finished',
    silent: 'No output for over a minute',
    straggler: 'Slow or silent',
    stragglersNone:
      'Told while a step runs: slow hosts once three have finished, silent ones a minute after their log was opened',
    active: 'Filters in force',
    openHidden: (address: string): string => `${address}, whose log is open, is hidden by the filters.`,
    showHidden: 'Show it',
    textChip: (text: string): string => `Address: ${text}`,
    statusChip: (word: string): string => `Status: ${word}`,
    allFailures: 'all failures',
    exitChip: (code: string): string => `Exit code: ${code}`,
    cloudChip: (id: string): string => `Cloud area: ${id}`,
    tagChip: (tag: string): string => `Tag: ${tag}`,
    remove: (filter: string): string => `Remove the filter ${filter}`,
    withCount: (word: string, n: string): string => `${word} (${n})`,
    states: (totals: string): string => `States of all hosts: ${totals}`,
    overview: 'Hosts in list order; a click goes there',
    isSlow: (time: string): string => `running for ${time}, longer than 95 % of the finished`,
    isSilent: (time: string): string => `no output for ${time}`,
    groupLabel: (name: string, hosts: string, collapsed: boolean): string =>
      `Group ${name}, ${hosts}, ${collapsed ? 'collapsed' : 'expanded'}`,
    selected: (n: number): string => count(n, { one: '# selected', other: '# selected' }),
    selectShown: 'Select all shown',
    clearSelection: 'Clear selection',
    notInLink: 'too many for the link',
    selectHost: 'Select',
    keysHint:
      '↑ ↓ open a host, Space or Ctrl click selects, Shift extends, Ctrl A selects all shown; Enter goes into the log and Esc comes back. Anywhere: Alt ↑ Alt ↓ for the next host, [ and ] for the next failed one.',
    previousFailed: 'Previous failed host',
    nextFailed: 'Next failed host',
    /** For the reader's sheet of shortcuts. */
    keys: {
      title: 'Hosts',
      step: 'Next or previous host',
      stepFailed: 'Next or previous failed host',
      toList: 'From the log to the list of hosts',
    },
    copyMenu: 'Copy or export',
    which: 'Hosts',
    scopes: {
      selected: (n: string): string => `Selected (${n})`,
      shown: (n: string): string => `Shown (${n})`,
      all: (n: string): string => `All (${n})`,
      group: (name: string, n: string): string => `Group ${name} (${n})`,
    },
    shapes: {
      ip: 'IP',
      cloudIp: 'Cloud area:IP',
      ipv6: 'IPv6',
      hostId: 'Host id',
      container: 'Container id',
      folded: 'Folded, 10.0.0.[1-9]',
    },
    copyShape: (shape: string, n: string): string => `Copy as ${shape} (${n})`,
    copiedHosts: (n: number): string => count(n, { one: '# host copied', other: '# hosts copied' }),
    copiedSome: (n: number, left: string): string =>
      count(n, { one: `# host copied, ${left} have none`, other: `# hosts copied, ${left} have none` }),
    copiedFolded: (n: number, lines: number): string =>
      count(n, {
        one: `# host copied in ${lines} ${lines === 1 ? 'line' : 'lines'}`,
        other: `# hosts copied in ${lines} ${lines === 1 ? 'line' : 'lines'}`,
      }),
    copyAs: 'Copy',
    saveAs: 'Download',
    csv: 'CSV file',
    json: 'JSON file',
    saved: (n: number): string => count(n, { one: '# host saved', other: '# hosts saved' }),
  },

  pasted: {
    title: 'Which hosts?',
    meaning:
      'This deployment cannot list the hosts of a step. Type or paste them: ids, addresses, cloud:ip, or 10.0.0.[1-9]; separated by lines, commas or blanks.',
    label: 'Hosts',
    show: 'Show logs',
    example: '10.0.0.1\n0:10.0.0.2\n10.0.1.[1-9]',
    notUnderstood: (words: string, n: number): string =>
      count(n, { one: `Not understood: ${words}`, other: `# words not understood: ${words}` }),
    cut: (most: string): string => `Only the first ${most} hosts are used.`,
    tooLongForLink: 'This list is too long for the address: it is kept only until the page is closed.',
    understood: (n: number): string => count(n, { one: '# host understood', other: '# hosts understood' }),
    change: 'Change the hosts',
    follow: 'Keep asking for new output',
  },

  log: {
    states: { here: 'Log loaded', missing: 'No log', failed: 'Could not be loaded', unknown: 'Loading…' },
    name: (address: string): string => `Log of ${address}`,
    loading: (address: string): string => `Loading the log of ${address}…`,
    empty: {
      title: 'The log of this host is empty',
      meaning: 'The job platform keeps a log for it, with nothing written into it.',
    },
    nullLog: {
      title: 'The job platform answered with no log (null)',
      meaning:
        'It knows this host, but gave no text for it. That happens before the first output, and for logs it has lost.',
    },
    notYet: {
      title: 'No log yet',
      meaning: 'Nothing has been printed on this host so far. This page keeps asking.',
    },
    none: {
      title: 'No log: the job platform keeps no log for this host',
      meaning: 'It was never written, or it has already been deleted.',
    },
    confirmation: {
      title: 'This step has no log',
      meaning: 'It asks a person to confirm: nothing runs on any host.',
    },
    unreadable: (n: number): string =>
      count(n, {
        one: '# part of the answer could not be read: reload this page to get its newest version.',
        other: '# parts of the answer could not be read: reload this page to get its newest version.',
      }),
  },

  part: {
    attempt: (n: number, of: number): string =>
      `Attempt ${n} of ${of}: results are of that attempt; the job platform gives logs of the newest only.`,
    noAttempt: (n: number, of: number): string =>
      count(of, {
        one: `There is no attempt ${n}: the job platform tells of # attempt.`,
        other: `There is no attempt ${n}: the job platform tells of # attempts.`,
      }),
    batch: (n: number): string => `Only batch ${n} is shown.`,
    noBatch: (n: number): string =>
      `Batch ${n} has no hosts: the step has fewer batches, or has not come that far.`,
    notDivided: (n: number): string =>
      `The address asks for batch ${n}, but the step is not divided into batches: all its hosts are shown.`,
    notTold: 'This deployment shows only the newest attempt, with all batches.',
    whole: 'Show the whole step',
    newest: 'Show the newest attempt',
  },

  confirm: {
    title: 'A confirmation step has no log',
    waiting:
      'Nobody has confirmed it yet. The job platform does not say here who is asked; its own page does.',
    done: 'Somebody has decided. The job platform does not say here who; its own page does.',
    state: 'Decision',
    asked: 'Asked since',
    decided: 'Decided',
  },
}
