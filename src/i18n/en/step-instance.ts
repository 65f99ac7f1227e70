import { count } from './plural.ts'

/** One step instance: its head and host log. */
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
  openThere: 'Open the step in the job platform.',
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
    wasRunning: 'Was running when the step ended',
    exit: (code: string): string => `exit ${code}`,
    choose: 'Hosts',
    chooseAnother: 'Choose another host',
    hide: 'Hide hosts',
    none: {
      title: 'This step has no hosts yet',
      meaning: 'The job platform has not handed it to any host so far, or it was given none.',
    },
    notListed: (address: string): string =>
      `${address} is not among the hosts of this step. Its log was asked for anyway.`,
  },

  /** For the reader's sheet of shortcuts. */
  hostKeys: {
    title: 'Hosts',
    step: 'Next or previous host',
    stepFailed: 'Next or previous failed host',
    toList: 'From the log to the list of hosts',
  },

  log: {
    states: { here: 'Log loaded', missing: 'No log', failed: 'Could not be loaded', unknown: 'Loading…' },
    name: (address: string): string => `Log of ${address}`,
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
      `There is no attempt ${n}, only ${of}: the results here are of none.`,
    batch: (n: number): string => `Only batch ${n} is shown.`,
    noBatch: (n: number): string =>
      `Batch ${n} has no hosts: the step has fewer batches, or has not come that far.`,
    notDivided: (n: number): string =>
      `The address asks for batch ${n}, but the step is not divided into batches: all its hosts are shown.`,
    notTold: 'This deployment shows only the newest attempt, with all batches.',
    whole: 'Show the whole step',
    newest: 'Show the newest attempt',
  },
}
