import { expect, test } from 'vitest'
import type { NodeManInstance, NodeManInstanceId } from '#contract'
import { addressInId, hostName } from './host-words.ts'

const address = (id: string) => addressInId(id as NodeManInstanceId)

test('the address of a host that had no id yet is in its instance id', () => {
  expect(address('host|instance|host|10.0.0.3-0-0')).toBe('10.0.0.3')
  expect(address('host|instance|host|2001:0db8:0000:0000:0000:0000:0000:0001-0-0')).toMatch(/^2001:0db8:/)
  expect(address('host|instance|host|127.0.0.1-1')).toBe('127.0.0.1')
})

test('a numbered host has no address in its instance id', () => {
  expect(address('host|instance|host|2000058532')).toBeNull()
  expect(address('1')).toBeNull()
})

test('a host is called by the best name known', () => {
  const id = 'host|instance|host|1' as NodeManInstanceId
  const host = (ip: string | null, ipv6: string | null) => ({ ip, ipv6 }) as NodeManInstance
  expect(hostName(id, host('10.0.0.1', null))).toBe('10.0.0.1')
  expect(hostName(id, host('', '2001:db8::1'))).toBe('2001:db8::1')
  expect(hostName(id, null)).toBe(id)
})
