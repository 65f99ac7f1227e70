import type { Answer } from './envelopes.ts'
import { scriptLogs, type TransferLogs, transferLogs } from './host-logs.ts'
import { type JobRequest, scopeOf, stepOf } from './job-request.ts'
import type { Json } from './lossless-json.ts'
import type { ExecuteObject, Host, Transfer } from './model.ts'
import { askedHosts, askedObjects } from './objects-asked.ts'
import { logType } from './v3-logs.ts'
import { writeExecuteObject } from './v4-instances.ts'

/** Released v4's `batch_get_job_instance_execute_object_log` (bk-job A.5). */
export function batchExecuteObjectLog(request: JobRequest): Answer {
  scopeOf(request)
  const asked = askedObjects(request)
  const { instance, step } = stepOf(request, 1244007)
  const scripts = () =>
    mapped(scriptLogs(step, asked, request.now), ({ object, content }) => ({
      execute_object: writeExecuteObject(object),
      log_content: content,
    }))
  const files = () => mapped(transferLogs(step, asked, request.now), writeTransferLogs)
  return {
    data: {
      job_instance_id: BigInt(instance.id),
      step_instance_id: BigInt(step.id),
      log_type: logType(step),
      script_step_execute_object_logs: logType(step) === 1 ? scripts : undefined,
      file_step_execute_object_logs: logType(step) === 2 ? files : undefined,
    },
  }
}

function* mapped<T>(items: Iterable<T>, write: (item: T) => Json): Generator<Json> {
  for (const item of items) yield write(item)
}

// A direction nobody used is absent rather than empty.
function writeTransferLogs({ object, downloads, uploads }: TransferLogs): Json {
  return {
    execute_object: writeExecuteObject(object),
    download_log: downloads.length === 0 ? undefined : downloads.map(writeTransfer),
    upload_log: uploads.length === 0 ? undefined : uploads.map(writeTransfer),
  }
}

function writeTransfer(transfer: Transfer): Json {
  return {
    mode: transfer.mode,
    src_execute_object: transfer.source && writeExecuteObject(transfer.source),
    src_path: transfer.sourcePath,
    dest_execute_object: transfer.destination && writeExecuteObject(transfer.destination),
    dest_path: transfer.destinationPath,
    ...writeState(transfer),
  }
}

// The document promises these to be set; when nothing was reported v4 drops them.
function writeState(transfer: Transfer) {
  return {
    status: transfer.status,
    log_content: transfer.logText,
    size: transfer.size,
    speed: transfer.speed,
    process: transfer.process,
  }
}

/** Specification 1's `batch_get_job_instance_ip_log`: its fields and no others. */
export function draftIpLog(request: JobRequest): Answer {
  scopeOf(request)
  const asked = askedHosts(request)
  const { instance, step } = stepOf(request, 1244007)
  const scripts = () =>
    mapped(scriptLogs(step, asked, request.now), ({ object, content }) => ({
      ...writeDraftHost(object),
      log_content: content,
    }))
  const files = () =>
    mapped(transferLogs(step, asked, request.now), ({ object, downloads, uploads }) => ({
      ...writeDraftHost(object),
      log_content: [...downloads, ...uploads].map(writeDraftTransfer),
    }))
  return {
    data: {
      job_instance_id: BigInt(instance.id),
      step_instance_id: BigInt(step.id),
      log_type: logType(step),
      script_logs: logType(step) === 1 ? scripts : undefined,
      file_logs: logType(step) === 2 ? files : undefined,
    },
  }
}

function writeDraftTransfer(transfer: Transfer): Json {
  return {
    mode: transfer.mode,
    src_host: transfer.source && writeDraftHost(transfer.source),
    src_path: transfer.sourcePath,
    dest_host: transfer.destination && writeDraftHost(transfer.destination),
    dest_path: transfer.destinationPath,
    ...writeState(transfer),
  }
}

// The document knows hosts only; a container would be an empty one.
function writeDraftHost(object: ExecuteObject) {
  const host: Partial<Host> = object.type === 'host' ? object : {}
  return { bk_host_id: host.hostId, bk_cloud_id: host.cloudId, ip: host.ip }
}
