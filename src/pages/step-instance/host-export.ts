import { csvCell, isoTime } from '../csv-cell.ts'
import type { HostRow } from './host-rows.ts'
import type { LogFacts } from './log-facts.ts'
import { eachInSlices, type SlicedWork } from './slices.ts'

/** One host with everything the rail knows of it. The names are the columns of the CSV and the fields of the JSON. */
interface HostRecord {
  readonly address: string
  readonly kind: 'host' | 'container'
  readonly ip: string | null
  readonly ipv6: string | null
  readonly cloudId: string | null
  readonly cloudName: string | null
  readonly hostId: string | null
  readonly containerId: string | null
  readonly containerUid: string | null
  readonly containerName: string | null
  readonly nodeHostId: string | null
  readonly status: number | null
  readonly statusWord: string
  readonly tag: string | null
  readonly exitCode: number | null
  readonly startedAt: string | null
  readonly endedAt: string | null
  readonly durationMs: number | null
  readonly logState: string | null
  readonly logBytes: number | null
}

/** What an export needs beside the rows. */
export interface ExportContext {
  readonly facts: LogFacts
  /** The word of a host's state in the reader's language. */
  readonly statusWord: (row: HostRow) => string
}

function recordOf(row: HostRow, { facts, statusWord }: ExportContext): HostRecord {
  const { address, executeObject, status, tag, exitCode, durationMs } = row
  const fact = facts.get(row.key)
  return {
    address,
    kind: executeObject.kind,
    ...namesOf(executeObject),
    status,
    statusWord: statusWord(row),
    tag,
    exitCode,
    startedAt: isoTime(row.startedAt),
    endedAt: isoTime(row.endedAt),
    durationMs,
    logState: fact?.state ?? row.logState,
    logBytes: fact?.bytes ?? null,
  }
}

function namesOf(object: HostRow['executeObject']) {
  if (object.kind === 'container') {
    const { id, uid, name, nodeHostId } = object
    const host = { ip: null, ipv6: null, cloudId: null, cloudName: null, hostId: null }
    return { ...host, containerId: id, containerUid: uid, containerName: name, nodeHostId }
  }
  const { ip, ipv6, cloudId, cloudName, hostId } = object
  const container = { containerId: null, containerUid: null, containerName: null, nodeHostId: null }
  return { ip, ipv6, cloudId, cloudName, hostId, ...container }
}

/** The hosts as JSON, in parts of one text: a list of objects, unknown values `null`. */
export function* hostsAsJson(
  rows: readonly HostRow[],
  context: ExportContext,
): SlicedWork<readonly string[]> {
  const parts = yield* partsOf(rows, (row, index) => {
    const listed = JSON.stringify([recordOf(row, context)], null, 2)
    return `${index === 0 ? '' : ','}${listed.slice('['.length, -'\n]'.length)}`
  })
  return ['[', ...parts, rows.length === 0 ? ']\n' : '\n]\n']
}

/**
 * The hosts as CSV, in parts of one text (RFC 4180, with a byte order mark, without which spreadsheets misread
 * Chinese).
 */
export function* hostsAsCsv(rows: readonly HostRow[], context: ExportContext): SlicedWork<readonly string[]> {
  const columns = Object.keys(recordOf(emptyRow, context))
  const lines = yield* partsOf(
    rows,
    (row) => `${Object.values(recordOf(row, context)).map(csvCell).join(',')}\r\n`,
  )
  return [`\uFEFF${columns.join(',')}\r\n`, ...lines]
}

const partLength = 65_536

/** Few long parts: a file of 50,000 short ones takes long to put together. */
function* partsOf(
  rows: readonly HostRow[],
  textOf: (row: HostRow, index: number) => string,
): SlicedWork<readonly string[]> {
  const parts: string[] = []
  let part = ''
  yield* eachInSlices(rows, (row, index) => {
    part += textOf(row, index)
    if (part.length < partLength) return
    parts.push(part)
    part = ''
  })
  return [...parts, part]
}

const emptyRow: HostRow = {
  key: '',
  executeObject: { kind: 'host', hostId: null, cloudId: null, ip: null, ipv6: null, cloudName: null },
  address: '',
  status: null,
  exitCode: null,
  durationMs: null,
  startedAt: null,
  endedAt: null,
  tag: null,
  logState: null,
  names: '',
}
