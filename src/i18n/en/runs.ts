/** Words about runs of the same job; fetched with the pages that show them. */
export const runs = {
  title: 'Same job, earlier runs',
  roles: { current: 'this run', compared: 'compared with this run' },
  notOffered: 'This deployment cannot list earlier runs.',
  noOther: 'No other run of this job in the 30 days before.',
  newest: 'A newer run of this job:',
  compareWith: 'Compare with',
  nothing: 'nothing',
  runBefore: 'the run before',
  lastWeek: 'last week’s run',
  noLastWeek: 'This job has no run from about a week before this one.',
  comparison: 'This run beside the other one',
  thisRun: 'This run',
  otherRun: 'The other run',
  difference: 'Difference',
  longer: (duration: string): string => `${duration} longer`,
  shorter: (duration: string): string => `${duration} shorter`,
  step: (name: string): string => `Step: ${name}`,
  noCounts: 'The job platform gives no counts of targets for these runs.',
}

/** The shape every language fills. */
export type RunMessages = typeof runs
