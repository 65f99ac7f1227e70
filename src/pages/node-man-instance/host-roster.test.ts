import { expect, test } from 'vitest'
import type { NodeManInstance, NodeManInstanceId } from '#contract'
import { type ListedHost, listHosts, neighboursOf, nextFailed } from './host-roster.ts'

const idOf = (ip: string) => `host|instance|host|${ip}-0-0` as NodeManInstanceId

function host(ip: string, status: string): NodeManInstance {
  return {
    id: idOf(ip),
    hostId: null,
    cloudId: null,
    cloudName: null,
    ip,
    ipv6: null,
    scopeName: null,
    businessId: null,
    status,
    statusText: null,
    stepName: '安装',
    operation: null,
    manual: false,
    startedAt: null,
    endedAt: null,
    durationMs: 1000,
    ignored: false,
  }
}

const names = (hosts: readonly ListedHost[]) => hosts.map(({ name }) => name)
const first = [host('10.0.0.10', 'SUCCESS'), host('10.0.0.2', 'RUNNING'), host('10.0.0.9', 'FAILED')]

test('failures come first, then by address; each host once, and none without a log', () => {
  const hosts = [
    ...first,
    host('10.0.0.1', 'FAILED'),
    host('10.0.0.1', 'FAILED'),
    { ...host('x', 'IGNORED'), id: null },
  ]
  expect(names(listHosts(hosts, []))).toEqual(['10.0.0.1', '10.0.0.9', '10.0.0.2', '10.0.0.10'])
})

test('what is listed stays where it is while states change; new hosts follow, gone ones go', () => {
  const before = listHosts(first, [])
  const later = [host('10.0.0.1', 'FAILED'), host('10.0.0.2', 'FAILED'), host('10.0.0.9', 'SUCCESS')]
  const after = listHosts(later, before)
  expect(names(after)).toEqual(['10.0.0.9', '10.0.0.2', '10.0.0.1'])
  expect(after.map(({ status }) => status)).toEqual(['SUCCESS', 'FAILED', 'FAILED'])
})

test('a host tells the step it is at or failed in, and how long it took once it is over', () => {
  const told = listHosts(first, []).map(({ stepName, durationMs }) => [stepName, durationMs])
  expect(told).toEqual([
    ['安装', 1000],
    ['安装', null],
    [null, 1000],
  ])
})

test('the hosts beside the open one, and beside the place one left that is no longer listed', () => {
  const hosts = listHosts(first, [])
  const around = (ip: string, last = 0) => {
    const { index, previous, next } = neighboursOf(hosts, idOf(ip), last)
    return [index, previous?.name, next?.name]
  }
  expect(around('10.0.0.9')).toEqual([0, undefined, '10.0.0.2'])
  expect(around('10.0.0.2')).toEqual([1, '10.0.0.9', '10.0.0.10'])
  expect(around('10.0.0.10')).toEqual([2, '10.0.0.2', undefined])
  expect(around('10.0.0.77', 1)).toEqual([-1, '10.0.0.9', '10.0.0.2'])
})

test('the next failed host is found round the end, and never the open one', () => {
  const hosts = listHosts([...first, host('10.0.0.1', 'FAILED')], [])
  const from = (ip: string, direction: 1 | -1) => nextFailed(hosts, idOf(ip), direction)?.name
  expect(from('10.0.0.1', 1)).toBe('10.0.0.9')
  expect(from('10.0.0.9', 1)).toBe('10.0.0.1')
  expect(from('10.0.0.10', -1)).toBe('10.0.0.9')
  expect(from('10.0.0.77', 1)).toBe('10.0.0.1')
  expect(from('10.0.0.77', -1)).toBe('10.0.0.9')
  expect(nextFailed(listHosts(first, []), idOf('10.0.0.9'), 1)).toBeNull()
})
