import type { Scope } from '#contract'
import type { LinksMessages } from '#i18n'
import type { LinkKind, LinkValues } from './link-kinds.ts'

/** What whoever opens the link will see, sentence by sentence. `sayScope` names a scope. */
export function explainLink(
  kind: LinkKind,
  values: LinkValues,
  words: LinksMessages,
  sayScope: (scope: Scope) => string,
): readonly string[] {
  const { rules } = words
  const given = (name: keyof LinkValues) => values[name].trim() !== ''
  const isLog = kind === 'step-instance' || kind === 'node-man-instance'
  return [
    whatItOpens(kind, values, words, sayScope),
    ...(kind === 'step-instance' && given('host') ? [rules.host] : []),
    ...(isLog && given('lines') ? [rules.lines] : []),
    ...(kind === 'step-instance' && given('lines') && !given('attempt') ? [rules.noAttempt] : []),
    rules.signIn,
    rules.denied,
  ]
}

function whatItOpens(
  kind: LinkKind,
  values: LinkValues,
  words: LinksMessages,
  sayScope: (scope: Scope) => string,
): string {
  const { jobInstanceId: job, stepInstanceId: step, nodeManJobId } = values
  const scopeId = values.scopeId.trim()
  const scope = sayScope({ type: values.scopeType || 'biz', id: scopeId } as Scope)
  switch (kind) {
    case 'step-instance':
      return scopeId === '' ? words.stepSomewhere(step, job) : words.stepOf(step, job, scope)
    case 'job-instance':
      return scopeId === '' ? words.jobSomewhere(job) : words.jobIn(job, scope)
    case 'job-instances':
      return words.history(scope)
    case 'node-man-instance':
      return words.nodeManInstance(values.instanceId, nodeManJobId)
    case 'node-man-job':
      return words.nodeManJob(nodeManJobId)
    case 'node-man-jobs':
      return words.nodeManJobs
  }
}
