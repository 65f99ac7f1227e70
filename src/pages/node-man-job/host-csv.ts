import type { NodeManInstance } from '#contract'
import { csvCell, isoTime } from '../csv-cell.ts'

/** One host; the names are the columns. */
function recordOf(host: NodeManInstance, statusWord: (status: string) => string) {
  return {
    ip: host.ip,
    ipv6: host.ipv6,
    cloudId: host.cloudId,
    cloudName: host.cloudName,
    hostId: host.hostId,
    instanceId: host.id,
    status: host.status,
    statusWord: statusWord(host.status),
    statusText: host.statusText,
    stepName: host.stepName,
    operation: host.operation,
    businessId: host.businessId,
    businessName: host.scopeName,
    startedAt: isoTime(host.startedAt),
    endedAt: isoTime(host.endedAt),
    durationMs: host.durationMs,
  }
}

const columns = [
  'ip',
  'ipv6',
  'cloudId',
  'cloudName',
  'hostId',
  'instanceId',
  'status',
  'statusWord',
  'statusText',
  'stepName',
  'operation',
  'businessId',
  'businessName',
  'startedAt',
  'endedAt',
  'durationMs',
] as const

/** The hosts as CSV (RFC 4180, with a byte order mark, without which spreadsheets misread Chinese). */
export function hostsAsCsv(
  hosts: readonly NodeManInstance[],
  statusWord: (status: string) => string,
): string {
  const lines = hosts.map((host) => {
    const record = recordOf(host, statusWord)
    return columns.map((column) => csvCell(record[column])).join(',')
  })
  return `\uFEFF${[columns.join(','), ...lines].join('\r\n')}\r\n`
}
