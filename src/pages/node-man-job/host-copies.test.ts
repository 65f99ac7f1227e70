import { expect, test } from 'vitest'
import type { NodeManInstance } from '#contract'
import { hostsAsCsv } from './host-csv.ts'
import { countIn, linesOf } from './host-lines.ts'

function host(changes: Partial<NodeManInstance>): NodeManInstance {
  return {
    id: 'host|instance|host|1' as NodeManInstance['id'],
    hostId: null,
    cloudId: '0' as NodeManInstance['cloudId'],
    cloudName: null,
    ip: '',
    ipv6: null,
    scopeName: null,
    businessId: null,
    status: 'FAILED',
    statusText: null,
    stepName: null,
    operation: null,
    manual: false,
    startedAt: null,
    endedAt: null,
    durationMs: null,
    ignored: false,
    ...changes,
  }
}

const hosts = [
  host({ ip: '10.0.0.1', hostId: '7' as NodeManInstance['hostId'] }),
  host({ ip: '10.0.0.2', cloudId: '3' as NodeManInstance['cloudId'] }),
  host({ ip: '10.0.0.3' }),
  host({ ipv6: '2001:db8::4' }),
  host({}),
]

test('hosts are copied in every shape; an address node-man left empty is none', () => {
  expect(linesOf(hosts, 'ip')).toEqual(['10.0.0.1', '10.0.0.2', '10.0.0.3'])
  expect(linesOf(hosts, 'cloudIp')).toEqual(['0:10.0.0.1', '3:10.0.0.2', '0:10.0.0.3', '0:2001:db8::4'])
  expect(linesOf(hosts, 'ipv6')).toEqual(['2001:db8::4'])
  expect(linesOf(hosts, 'hostId')).toEqual(['7'])
  expect(linesOf(hosts, 'folded')).toEqual(['10.0.0.[1,3]', '3:10.0.0.2', '2001:db8::4'])
  expect(countIn(hosts, 'folded')).toBe(4)
})

test('a row per host in the file, times as ISO 8601, and no text a spreadsheet would run', () => {
  const csv = hostsAsCsv([host({ ip: '10.0.0.1', statusText: '=1+1', startedAt: 0 })], () => 'Failed')
  const [header, row, end] = csv.split('\r\n')
  expect(header).toMatch(/^\uFEFFip,ipv6,cloudId/)
  expect(row).toContain("10.0.0.1,,0,,,host|instance|host|1,FAILED,Failed,'=1+1,")
  expect(row).toContain('1970-01-01T00:00:00.000Z')
  expect(end).toBe('')
})
