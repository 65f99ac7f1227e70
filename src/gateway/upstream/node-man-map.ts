import {
  cloudIdSchema,
  hostIdSchema,
  type NodeManCounts,
  type NodeManInstance,
  type NodeManJob,
  type NodeManJobId,
  type NodeManStep,
  nodeManInstanceIdSchema,
  scopeIdSchema,
} from '#contract'
import { parseNodeManTime, statedTime } from './node-man-time.ts'
import type { WireCounts, WireInstance, WireJob, WireJobDetail, WireStep } from './node-man-wire.ts'

/** A status upstream did not give; legacy pipelines use the same word (bk-nodeman A6). */
const UNKNOWN_STATUS = 'UNKNOWN'

/** One row of job_list, or the head of job details. */
export function mapJob(wire: WireJob, id: NodeManJobId, zone: string): NodeManJob {
  const startedAt = timeOf(wire.start_time, zone)
  const endedAt = timeOf(wire.end_time, zone)
  // A job's cost_time wraps at 24 hours (bk-nodeman B2), so the difference is believed first.
  const differenceMs =
    startedAt === null || endedAt === null || endedAt < startedAt ? null : endedAt - startedAt
  return {
    id,
    name: filled(wire.job_type_display) ?? filled(wire.job_type) ?? '',
    jobType: filled(wire.job_type),
    status: filled(wire.status) ?? UNKNOWN_STATUS,
    operator: filled(wire.created_by),
    scopeNames: (wire.bk_biz_scope_display ?? []).filter((name) => typeof name === 'string'),
    startedAt,
    endedAt,
    durationMs: differenceMs ?? durationOf(wire.cost_time),
    counts: mapCounts(wire.statistics),
  }
}

/** Details name what a job does in `meta` too, which plugin jobs need: their `job_type` says little. */
export function mapJobHead(wire: WireJobDetail, id: NodeManJobId, zone: string): NodeManJob {
  const { meta } = wire
  const fromMeta = [filled(meta?.op_type_display ?? null), filled(meta?.step_type_display ?? null)]
  const display =
    filled(wire.job_type_display) ?? (fromMeta.filter((word) => word !== null).join(' ') || null)
  return mapJob({ ...wire, job_type_display: display }, id, zone)
}

function mapCounts(wire: WireCounts | null): NodeManCounts | null {
  if (wire === null || wire.total_count === null) return null
  return {
    total: wire.total_count,
    success: wire.success_count,
    failed: wire.failed_count,
    ignored: wire.ignored_count,
    pending: wire.pending_count,
    running: wire.running_count,
  }
}

/** One host. Without an instance id there is no log to open: upstream ignored or filtered it (bk-nodeman B3). */
export function mapInstance(wire: WireInstance, zone: string): NodeManInstance {
  const id = nodeManInstanceIdSchema.safeParse(wire.instance_id)
  return {
    id: id.success ? id.data : null,
    hostId: hostIdSchema.safeParse(wire.bk_host_id).data ?? null,
    cloudId: cloudIdSchema.safeParse(wire.bk_cloud_id).data ?? null,
    cloudName: filled(wire.bk_cloud_name),
    ip: filled(wire.inner_ip) ?? filled(wire.ip),
    ipv6: filled(wire.inner_ipv6),
    scopeName: filled(wire.bk_biz_name),
    businessId: scopeIdSchema.safeParse(wire.bk_biz_id).data ?? null,
    status: filled(wire.status) ?? UNKNOWN_STATUS,
    statusText: filled(wire.status_display),
    stepName: filled(wire.step),
    operation: filled(wire.op_type_display),
    manual: wire.is_manual,
    startedAt: timeOf(wire.start_time, zone),
    endedAt: timeOf(wire.end_time, zone),
    durationMs: durationOf(wire.cost_time),
    ignored: wire.filter_host || !id.success,
  }
}

/** One step; its log travels beside it. */
export function mapStep(wire: WireStep, index: number, zone: string): NodeManStep {
  return {
    index,
    name: wire.step ?? '',
    status: filled(wire.status) ?? UNKNOWN_STATUS,
    startedAt: statedTime(wire.start_time, zone),
    finishedAt: statedTime(wire.finish_time, zone),
  }
}

function filled(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : text
}

function timeOf(text: string | null, zone: string): number | null {
  return text === null ? null : parseNodeManTime(text, zone)
}

function durationOf(seconds: number | null): number | null {
  return seconds === null ? null : Math.round(seconds * 1000)
}
