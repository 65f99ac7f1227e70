import type { Messages } from '#i18n'
import { scopeWords } from './scope-words.ts'
import type { Target } from './target.ts'

/** What a target is, in words: "step 200 of job instance 100 of Business 2". */
export function targetWords(target: Target, messages: Messages): string {
  const { find } = messages
  switch (target.kind) {
    case 'job-instances':
      return find.jobInstances(scopeWords(target.scope, messages))
    case 'job-instance':
      return target.scope === null
        ? find.jobInstance(target.jobInstanceId)
        : find.jobInstanceIn(target.jobInstanceId, scopeWords(target.scope, messages))
    case 'step-instance':
      return target.scope === null
        ? find.stepInstance(target.stepInstanceId, target.jobInstanceId)
        : find.stepInstanceIn(target.stepInstanceId, target.jobInstanceId, scopeWords(target.scope, messages))
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
