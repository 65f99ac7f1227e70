import type { ExecuteObject, FileTransfer } from '#contract'
import type { Texts } from './cut-texts.ts'
import { readExecuteObject } from './job-objects.ts'
import { listOf, numberOf, textOf, type Wire, wireOf } from './wire.ts'

/** The text of a log, or its bytes as UTF-8, see {@link Texts}. */
export type LogText = string | Buffer

/** One answer of a log call, any generation. `logType` is null when the answer leaves it open. */
export interface StepLogAnswer {
  readonly logType: 'script' | 'file' | null
  readonly scripts: readonly HostScriptLog[]
  readonly files: readonly HostFileLogs[]
}

/** One host's script log; `text` is null when upstream said null or nothing. */
interface HostScriptLog {
  readonly executeObject: ExecuteObject
  readonly text: LogText | null
}

/** One of a host's transfers with its log. */
export interface TransferLog {
  readonly transfer: FileTransfer
  readonly text: LogText
}

/** One host's transfers, each read when it is asked for: 100,000 at once would hold everybody up. */
interface HostFileLogs {
  readonly executeObject: ExecuteObject
  readonly transfers: Iterable<TransferLog>
}

/**
 * `data` of any batch log call. The lists have a name per generation (bk-job 0): v3 and ESB `…_task_logs`, spec 1
 * `script_logs` and `file_logs`, released v4 `…_step_execute_object_logs`.
 */
export function readStepLogs(data: unknown, texts: Texts): StepLogAnswer {
  const wire = wireOf(data)
  const scripts = listOf(wire, 'script_task_logs', 'script_logs', 'script_step_execute_object_logs')
  const files = listOf(wire, 'file_task_logs', 'file_logs', 'file_step_execute_object_logs')
  return {
    logType: readLogType(wire, (scripts ?? []).length > 0, (files ?? []).length > 0),
    scripts: (scripts ?? []).flatMap((each) => readScriptLog(each, texts)),
    files: (files ?? []).flatMap((each) => readFileLogs(each, texts)),
  }
}

/** What is there decides over an unknown or absent `log_type`. */
function readLogType(wire: Wire, hasScripts: boolean, hasFiles: boolean): StepLogAnswer['logType'] {
  const stated = numberOf(wire, 'log_type')
  if (stated === 1 || (stated !== 2 && hasScripts)) return 'script'
  return stated === 2 || hasFiles ? 'file' : null
}

function ownerOf(wire: Wire): ExecuteObject | null {
  return readExecuteObject('execute_object' in wire ? wire['execute_object'] : wire)
}

function readScriptLog(value: unknown, texts: Texts): HostScriptLog[] {
  const wire = wireOf(value)
  const executeObject = ownerOf(wire)
  if (executeObject === null) return []
  const content = wire['log_content']
  return [{ executeObject, text: texts.of(content) ?? (typeof content === 'string' ? content : null) }]
}

/** v3 and ESB `file_logs[]`, spec 1 `log_content[]`, released v4 `download_log[]` and `upload_log[]`. */
function readFileLogs(value: unknown, texts: Texts): HostFileLogs[] {
  const wire = wireOf(value)
  const executeObject = ownerOf(wire)
  if (executeObject === null) return []
  const untold = listOf(wire, 'file_logs', 'log_content') ?? []
  const downloads = listOf(wire, 'download_log') ?? []
  const uploads = listOf(wire, 'upload_log') ?? []
  function* read(): Generator<TransferLog> {
    for (const row of untold) yield readTransferLog(row, 'download', texts)
    for (const row of downloads) yield readTransferLog(row, 'download', texts)
    for (const row of uploads) yield readTransferLog(row, 'upload', texts)
  }
  return [{ executeObject, transfers: { [Symbol.iterator]: read } }]
}

function readTransferLog(value: unknown, listed: FileTransfer['direction'], texts: Texts): TransferLog {
  const wire = wireOf(value)
  const content = wire['log_content']
  return {
    transfer: readTransfer(wire, listed),
    text: texts.of(content) ?? textOf(wire, 'log_content') ?? '',
  }
}

/** `mode` decides the direction, the list it came in only when there is no mode. Status and sizes: bk-job B.6. */
function readTransfer(wire: Wire, listed: FileTransfer['direction']): FileTransfer {
  const mode = numberOf(wire, 'mode')
  return {
    direction: mode === 0 ? 'upload' : mode === 1 ? 'download' : listed,
    source: readEnd(wire, 'src_ip', 'src_host', 'src_execute_object'),
    sourcePath: textOf(wire, 'src_path') ?? '',
    destination: readEnd(wire, 'dest_ip', 'dest_host', 'dest_execute_object'),
    destinationPath: textOf(wire, 'dest_path'),
    status: numberOf(wire, 'status'),
    size: textOf(wire, 'size'),
    speed: textOf(wire, 'speed'),
    progress: textOf(wire, 'process', 'progress'),
  }
}

function readEnd(wire: Wire, ...names: readonly string[]): ExecuteObject | null {
  const name = names.find((each) => wire[each] !== undefined && wire[each] !== null)
  return name === undefined ? null : readExecuteObject(wire[name])
}
