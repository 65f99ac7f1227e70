/** `get_job_log`: every step of one instance's newest attempt, whole, on every call (bk-nodeman A). */
import { type Answer, missingField, success, unknownInstance } from './answer.ts'
import { type Instance, type NodeManJob, newestAttempt } from './job.ts'
import { type Parameters, textOf } from './parameters.ts'
import { viewSteps } from './run.ts'
import { SPEC_LOG } from './spec-example.ts'
import { naiveTime } from './time.ts'

export function answerJobLog(job: NodeManJob, parameters: Parameters, now: number): Answer {
  const instanceId = textOf(parameters['instance_id'])
  if (instanceId === null || instanceId === '') return missingField('任务实例ID', 'instance_id')
  const instance = findInstance(job, instanceId)
  const attempt = instance === undefined ? null : newestAttempt(job, instance, now)
  if (attempt === null) return unknownInstance()
  // The document's example says "success" where the real system says "" (A4).
  if (job.id === 1) return { ...success(SPEC_LOG), message: 'success' }
  const data = viewSteps(attempt.run, now).map((step) => ({
    step: step.name,
    status: step.status,
    log: step.log(),
    start_time: timeOrNull(step.startAt),
    finish_time: timeOrNull(step.finishAt),
  }))
  return success(data)
}

/** The document's request example says `1` for job 1's only instance; the real ids have four parts. */
export function findInstance(job: NodeManJob, instanceId: string): Instance | undefined {
  if (job.id === 1 && instanceId === '1') return job.instances[0]
  return job.instances.find(({ host }) => host.instanceId === instanceId)
}

export function timeOrNull(at: number | null): string | null {
  return at === null ? null : naiveTime(at)
}
