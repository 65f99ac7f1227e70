/** `subscription_task_result_detail`: one instance of one attempt, the only way to an old one (bk-nodeman A8, B5). */
import { type Answer, failure, missingField, success } from './answer.ts'
import { type Instance, type NodeManJob, subscriptionIdOf, taskIdOf } from './job.ts'
import { findInstance, timeOrNull } from './job-log.ts'
import { JOB_TYPES, jobTypeDisplay } from './job-type.ts'
import { integerOf, listOf, type Parameters, textOf } from './parameters.ts'
import { type Run, runEnd, runStatus, viewSteps } from './run.ts'
import { naiveTime } from './time.ts'

export function answerTaskResult(job: NodeManJob | undefined, parameters: Parameters, now: number): Answer {
  const instanceId = textOf(parameters['instance_id'])
  if (instanceId === null) return missingField('实例ID', 'instance_id')
  const instance = job === undefined ? undefined : findInstance(job, instanceId)
  const wanted = listOf(parameters['task_id_list']) ?? listOf([parameters['task_id']])
  const index = instance?.attempts.findLastIndex(
    (run, n) =>
      run.recordedAt <= now && job !== undefined && (wanted?.includes(String(taskIdOf(job, n))) ?? true),
  )
  const run = instance?.attempts[index ?? -1]
  if (job === undefined || instance === undefined || run === undefined)
    return failure(3800007, '订阅任务实例不存在')
  return success(row({ job, instance, run, taskId: taskIdOf(job, index ?? 0), now }))
}

/** Reads `subscription_id`; NaN when it is no number. */
export function subscriptionOf(parameters: Parameters): number {
  return integerOf(parameters['subscription_id'], Number.NaN)
}

type Found = {
  readonly job: NodeManJob
  readonly instance: Instance
  readonly run: Run
  readonly taskId: number
  readonly now: number
}

function row({ job, instance, run, taskId, now }: Found): unknown {
  const { stepType } = JOB_TYPES[job.jobType]
  const isAgent = stepType !== 'PLUGIN'
  const status = runStatus(run, now)
  const end = runEnd(run).finishAt
  const times = {
    start_time: now < run.startAt ? null : naiveTime(run.startAt),
    finish_time: now < end ? null : naiveTime(end),
  }
  const nodeName = `[${isAgent ? 'agent' : 'bkmonitorbeat'}] ${jobTypeDisplay(job.jobType, 'zh-cn')}`
  const subSteps = viewSteps(run, now).map((step, index) => ({
    index,
    node_name: step.name,
    step_code: step.code,
    pipeline_id: pipelineId(taskId, index + 2),
    log: step.log(),
    ex_data: null,
    status: step.status,
    start_time: timeOrNull(step.startAt),
    finish_time: timeOrNull(step.finishAt),
    ...(index === 2 && isAgent ? { inputs: installInputs(instance) } : {}),
  }))
  const target = {
    node_name: '主机任务',
    pipeline_id: pipelineId(taskId, 1),
    status,
    ...times,
    sub_steps: subSteps,
  }
  return {
    task_id: taskId,
    record_id: instance.recordId,
    instance_id: instance.host.instanceId,
    create_time: naiveTime(run.recordedAt),
    pipeline_id: pipelineId(taskId, 0),
    ...times,
    status,
    instance_info: { host: hostInfo(instance), service: {} },
    steps: [
      {
        id: isAgent ? 'agent' : 'bkmonitorbeat',
        type: isAgent ? 'AGENT' : 'PLUGIN',
        index: 0,
        action: job.jobType,
        node_name: nodeName,
        extra_info: {},
        pipeline_id: pipelineId(taskId, 1),
        status,
        ...times,
        target_hosts: [target],
      },
    ],
    subscription_id: subscriptionIdOf(job),
  }
}

/** For up to a day these inputs hold real credentials (B5): whoever reads this answer has to drop them. */
function installInputs(instance: Instance): unknown {
  return {
    instance_info: {
      host: { ...hostInfo(instance), account: 'root', port: 36000, password: 'S3cret-of-the-sandbox' },
    },
  }
}

function hostInfo({ host }: Instance): Readonly<Record<string, unknown>> {
  return {
    bk_host_id: host.hostId,
    bk_host_innerip: host.ip,
    bk_host_innerip_v6: host.ipv6,
    bk_cloud_id: host.cloudId,
    bk_cloud_name: host.cloudName,
    bk_biz_id: host.bizId,
    bk_biz_name: host.bizName,
    bk_agent_id: host.agentId,
  }
}

function pipelineId(taskId: number, part: number): string {
  return `n${(taskId * 100 + part).toString(16).padStart(31, '0')}`
}
