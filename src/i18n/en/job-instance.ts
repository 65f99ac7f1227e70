import { count } from './plural.ts'

/** How the targets of a step ended, from best to worst known. */
const results = {
  good: 'succeeded',
  bad: 'failed',
  busy: 'running',
  idle: 'waiting',
  odd: 'of unknown status',
}

export const jobInstance = {
  title: 'Job instance',
  untitled: (id: string): string => `Job instance ${id}`,
  steps: 'Steps',
  stepNumber: (n: number): string => `Step ${n}`,
  created: 'Created',
  launchMode: 'Launch mode',
  attempts: (n: number): string => count(n, { one: '# attempt', other: '# attempts' }),
  earlierAttempts: (duration: string): string => `${duration} before it for earlier attempts and waits`,
  result: (tone: keyof typeof results, formattedCount: string): string =>
    `${formattedCount} ${results[tone]}`,
  resultAtEnd: (formattedCount: string): string => `${formattedCount} running when the step ended`,
  noTargets: 'no targets yet',
  openAt: (hosts: string): string => `Which step? Each opens at ${hosts}.`,
  openFirstFailed: 'Open the first failed step',
  running: (duration: string): string => `running for ${duration}`,
  waited: (duration: string, still: boolean): string =>
    still ? `waiting for ${duration}` : `waited ${duration}`,
  notStarted: 'not started',
  details: 'Details',
  detailsOf: (n: number): string => `Details of step ${n}`,
  keys: 'Keys on a step: ↑ ↓ choose, Enter opens it, Space shows its details, + − 0 zoom, ← → move.',
  nowAt: (n: number, name: string): string => `Now at step ${n}: ${name}.`,
  follow: 'Show it',
  results: 'Results',
  leftRunning: 'The job platform never said how it ended on these: look at the hosts themselves.',
  untold:
    'The job platform gave no results of this step. Where a step ran in containers, this generation of its API cannot give any; the released v4 can. Open the step in the job platform.',
  attemptsTitle: 'Attempts',
  attempt: (n: number, newest: boolean): string => (newest ? `Attempt ${n} (newest)` : `Attempt ${n}`),
  confirmedBy: 'The job platform does not say here who is asked or who decided; its own page does.',
  attemptsNotOffered: 'This deployment tells only of the newest attempt.',
  batchesNotTold:
    'This deployment does not tell whether the step ran in rolling batches; the job platform does.',
  batches: 'Rolling batches',
  batch: (n: number): string => `Batch ${n}`,
  lookingForError: 'Looking for the first error…',
  firstError: (host: string): string => `First error on ${host}`,
  lastLine: (host: string): string => `Last line of ${host}`,
  noErrorLine: (host: string): string => `${host} left no log.`,
  openHost: 'Open this host',
  goToLine: (lineNumber: string): string => `Go to line ${lineNumber}`,
  live: 'Refreshed every few seconds until it is finished.',
  liveSeldom:
    'It has an end, but the job platform does not call it finished, and its state is none that goes on: looked at again once a minute.',
  noSteps: 'No steps yet',
  noStepsMeaning: 'The job platform has not laid out the steps of this job instance.',
  stateNotes: {
    confirm: 'Waits until a person confirms it on the job platform.',
    rolling: 'One batch is done; the next one waits for a person or for its time.',
    stopping: 'Being stopped by force; some targets may still be running.',
    notReached: 'Not reached: an earlier step ended the job instance.',
  },
  openInJob: 'Open in the job platform',
  all: 'All job instances of this scope',
  badScope: 'This address names no scope',
  badScopeMeaning:
    'A scope is a business (biz), business set (biz_set) or tenant set (tenant_set) and a number, as in /biz/2/job-instances.',
  stepsNotOffered:
    'This deployment cannot list the steps of a job instance. A step can still be opened by its id; its page then asks which hosts to show.',
  stepId: 'Step instance id',
  openStep: 'Open the step',
  badStepId: 'A step instance id is a whole number of at most 19 digits.',
  badId: 'This is not a job instance id',
  badIdMeaning: 'A job instance id is a whole number of at most 19 digits.',
  home: 'Go to the start page',
}
