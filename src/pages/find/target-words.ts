import type { Scope } from '#contract'
import type { FindMessages } from '#i18n'
import type { Target } from './target.ts'

/** What a target is, in words: "step 200 of job instance 100 of Business 2". `sayScope` names a scope. */
export function targetWords(target: Target, find: FindMessages, sayScope: (scope: Scope) => string): string {
  switch (target.kind) {
    case 'hosts':
      return target.network === null
        ? find.hosts(target.hosts.keys.length)
        : find.hostsOfNetwork(target.hosts.keys.length, target.network)
    case 'job-instances':
      return find.jobInstances(sayScope(target.scope))
    case 'job-instance':
      return target.scope === null
        ? find.jobInstance(target.jobInstanceId)
        : find.jobInstanceIn(target.jobInstanceId, sayScope(target.scope))
    case 'step-instance':
      return target.scope === null
        ? find.stepInstance(target.stepInstanceId, target.jobInstanceId)
        : find.stepInstanceIn(target.stepInstanceId, target.jobInstanceId, sayScope(target.scope))
    case 'node-man-jobs':
      return find.nodeManJobs
    case 'node-man-job':
      return find.nodeManJob(target.nodeManJobId)
    case 'node-man-instance':
      return target.nodeManJobId === null
        ? find.nodeManInstanceAlone(target.instanceId)
        : find.nodeManInstance(target.instanceId, target.nodeManJobId)
  }
}
