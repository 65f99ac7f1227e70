import type { Answer } from './envelopes.ts'
import { JobFailure } from './failures.ts'
import { listOrNull, type ScriptLog, scriptLogs, type TransferLogs, transferLogs } from './host-logs.ts'
import { type JobRequest, refuseContainers, scopeOf, stepOf } from './job-request.ts'
import type { Json } from './lossless-json.ts'
import type { ExecuteObject, LogText, StepInstance, Transfer } from './model.ts'
import { type Asked, askedHosts, indexIn } from './objects-asked.ts'
import { esbExample, esbExampleStepId } from './spec-examples.ts'

/** `batch_get_job_instance_ip_log` of v3 and ESB (bk-job A.3). */
export function batchIpLog(request: JobRequest): Answer {
  scopeOf(request)
  const asked = askedHosts(request)
  const { instance, step } = stepOf(request, 1244006)
  refuseContainers(step)
  if (request.dialect === 'esb' && step.id === esbExampleStepId)
    return { data: esbExample(asked), isBare: true }
  return {
    data: {
      job_instance_id: BigInt(instance.id),
      step_instance_id: BigInt(step.id),
      log_type: logType(step),
      script_task_logs: listOrNull(scriptLogs(step, asked, request.now), writeScriptLog),
      file_task_logs: listOrNull(transferLogs(step, asked, request.now), writeTransferLogs),
    },
  }
}

/** 1 script or SQL, 2 file, null for a confirmation. */
export function logType(step: StepInstance): number | null {
  if (step.kind === 'confirm') return null
  return step.kind === 'file' ? 2 : 1
}

// `host_id` repeats `bk_host_id` and is in no document (bk-job A.3).
function writeScriptLog({ object, content }: ScriptLog): Json {
  const { bk_host_id, bk_cloud_id, ip, ipv6 } = writeHost(object)
  return { host_id: bk_host_id, bk_host_id, bk_cloud_id, ip, ipv6, log_content: content }
}

function writeTransferLogs({ object, downloads, uploads }: TransferLogs): Json {
  const { bk_host_id, bk_cloud_id, ip } = writeHost(object)
  return { bk_host_id, bk_cloud_id, ip, file_logs: [...downloads, ...uploads].map(writeTransfer) }
}

function writeTransfer(transfer: Transfer) {
  return {
    mode: transfer.mode,
    src_ip: transfer.source && writeHost(transfer.source),
    src_path: transfer.sourcePath,
    dest_ip: transfer.destination && writeHost(transfer.destination),
    dest_path: transfer.destinationPath,
    status: transfer.status,
    log_content: transfer.logText,
    size: transfer.size,
    speed: transfer.speed,
    process: transfer.process,
  }
}

// All fields of the platform's host object, filled or not: v3 prints explicit nulls (bk-job B.9).
function writeHost(object: ExecuteObject) {
  if (object.type === 'container') throw new JobFailure(1240002)
  return {
    bk_host_id: object.hostId,
    bk_cloud_id: object.cloudId,
    bk_cloud_name: object.cloudName,
    ip: object.ip,
    ipv6: object.ipv6,
    bk_agent_id: object.agentId,
    alive: null,
  }
}

/** `get_job_instance_ip_log`: one host, `host_id` is ignored, uploads of every source come along (bk-job A.4). */
export function oneIpLog(request: JobRequest): Answer {
  scopeOf(request)
  const asked = askedHost(request)
  const { step } = stepOf(request, 1244006)
  refuseContainers(step)
  const index = indexIn(step.targets, asked)
  const isAddress = asked.by === 'address'
  return {
    data: {
      log_type: logType(step),
      bk_host_id: isAddress ? hostIdAt(step, index) : BigInt(asked.key),
      bk_cloud_id: isAddress ? Number(asked.key.split(':')[0]) : null,
      ip: isAddress ? (asked.key.split(':')[1] ?? null) : null,
      log_content: index < 0 ? null : textOrNull(step.scriptLog(index, request.now)),
      file_logs: step.distribution === null ? null : fileLogs(step, index, request.now),
    },
  }
}

// The documents call it `host_id`; the code reads `bk_host_id` only.
function askedHost({ parameters }: JobRequest): Asked {
  const hostId = parameters.long('bk_host_id')
  if (hostId !== null) return { by: 'host', key: hostId }
  const cloudId = parameters.long('bk_cloud_id')
  const ip = parameters.text('ip')
  if (cloudId === null || ip === null || ip === '') throw new JobFailure(1241007, 'bk_host_id/bk_cloud_id/ip')
  return { by: 'address', key: `${cloudId}:${ip}` }
}

// By address, an unknown host has a null id (bk-job B.9).
function hostIdAt(step: StepInstance, index: number): number | null {
  const object = step.targets.all[index]
  return object?.type === 'host' ? object.hostId : null
}

// This call cannot tell an empty log from none, the batch can.
function textOrNull(log: LogText): string | null {
  return log === undefined || log === null || log.trim() === '' ? null : log
}

// Own downloads, honouring each host's own attempt, and everybody's uploads.
function fileLogs(step: StepInstance, index: number, now: number): Json {
  const { distribution } = step
  if (distribution === null) return null
  const downloads = index < 0 ? [] : distribution.downloads(index, now)
  const uploads = distribution.sources.all.flatMap((_, source) => distribution.uploads(source, now))
  return [...downloads, ...uploads].map(writeBareTransfer)
}

// This call never fills size, speed and process, and loses the addresses of both ends (bk-job A.4).
function writeBareTransfer(transfer: Transfer): Json {
  return {
    ...writeTransfer(transfer),
    src_ip: bareHost(transfer.source),
    dest_ip: bareHost(transfer.destination),
    size: null,
    speed: null,
    process: null,
  }
}

function bareHost(object: ExecuteObject | null): Json {
  if (object?.type !== 'host') return null
  const nothing = {
    bk_cloud_id: null,
    bk_cloud_name: null,
    ip: null,
    ipv6: null,
    bk_agent_id: null,
    alive: null,
  }
  return { bk_host_id: object.hostId, ...nothing }
}
