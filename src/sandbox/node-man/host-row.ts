/** One row of the details call: a host with its current step, or one the job left out. */
import type { Host } from './host.ts'
import { type IgnoredHost, type Instance, instanceStatus, type NodeManJob, newestAttempt } from './job.ts'
import { typeFields } from './job-type.ts'
import { runEnd, type StepStatus, type StepView, viewSteps } from './run.ts'
import { zonedTime } from './time.ts'

export type RowContext = { readonly now: number; readonly language: 'zh-cn' | 'en' }

export function hostRow(job: NodeManJob, instance: Instance, context: RowContext): unknown {
  const { now } = context
  const status = instanceStatus(job, instance, now)
  const attempt = newestAttempt(job, instance, now)
  const steps = attempt === null ? [] : viewSteps(attempt.run, now)
  const nodeIndex = steps.findIndex((step) => step.status === 'RUNNING' || step.status === 'FAILED')
  const startAt = attempt === null || now < attempt.run.startAt ? null : attempt.run.startAt
  const end = attempt === null ? null : runEnd(attempt.run).finishAt
  const endAt = end === null || end > now ? null : end
  return {
    instance_id: instance.host.instanceId,
    ...hostFacts(instance.host),
    status,
    start_time: startAt === null ? null : zonedTime(startAt),
    end_time: endAt === null ? null : zonedTime(endAt),
    ...(startAt === null ? {} : { cost_time: ((endAt ?? now) - startAt) / 1000 }),
    ...operation(job, context),
    node_id: nodeIndex,
    status_display: statusDisplay(status, steps[nodeIndex], context),
    step: steps[nodeIndex]?.name ?? '',
    is_manual: job.isManual,
    ap_id: 1,
  }
}

/** Appended to every page, without `instance_id` and so without a log (B3). */
export function ignoredRow(
  job: NodeManJob,
  { host, status, reason }: IgnoredHost,
  context: RowContext,
): unknown {
  return {
    filter_host: true,
    ...(host === null ? { ip: '', inner_ip: '', inner_ipv6: '', bk_host_id: null } : hostFacts(host)),
    status,
    status_display: reason,
    step: '',
    ...operation(job, context),
  }
}

function hostFacts(host: Host): Readonly<Record<string, unknown>> {
  return {
    ip: host.ip === '' ? host.ipv6 : host.ip,
    inner_ip: host.ip,
    inner_ipv6: host.ipv6,
    bk_host_id: host.hostId,
    bk_cloud_id: host.cloudId,
    bk_cloud_name: host.cloudName,
    bk_biz_id: host.bizId,
    bk_biz_name: host.bizName,
  }
}

function operation(job: NodeManJob, { language }: RowContext): Readonly<Record<string, unknown>> {
  const { op_type, op_type_display } = typeFields(job.jobType, language)
  return { op_type, op_type_display }
}

function statusDisplay(status: StepStatus, step: StepView | undefined, { language }: RowContext): string {
  const isEnglish = language === 'en'
  if (status === 'SUCCESS') return isEnglish ? 'Succeed' : '执行成功'
  if (step === undefined)
    return status === 'RUNNING'
      ? isEnglish
        ? 'Running'
        : '正在执行'
      : isEnglish
        ? 'Waiting for execution'
        : '等待执行'
  if (status === 'FAILED') return isEnglish ? `${step.name} failed` : `${step.name} 失败`
  return isEnglish ? `Running ${step.name}` : `正在 ${step.name}`
}
