import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Container,
  cloudIdSchema,
  executeObjectKey,
  type Host,
  hostIdSchema,
  isAddress,
  keyNames,
  parseExecuteObjectKey,
} from './index.ts'

const host: Host = {
  kind: 'host',
  hostId: hostIdSchema.parse('17'),
  cloudId: cloudIdSchema.parse('0'),
  ip: '10.0.0.1',
  ipv6: '2001:DB8::1',
  cloudName: null,
}
const container: Container = { kind: 'container', id: '9', uid: 'abc', name: 'nginx', nodeHostId: null }

describe('the key of an execute object', () => {
  test('is its host id, else cloud:ip, else cloud:ipv6, else container:id', () => {
    expect(executeObjectKey(host)).toBe('17')
    expect(executeObjectKey({ ...host, hostId: null })).toBe('0:10.0.0.1')
    expect(executeObjectKey({ ...host, hostId: null, ip: null })).toBe('0:2001:DB8::1')
    expect(executeObjectKey(container)).toBe('container:9')
  })

  test('is ? for a third-party file source', () => {
    expect(executeObjectKey({ ...host, hostId: null, ip: null, ipv6: null })).toBe('?')
  })
})

describe('a key names a host', () => {
  test.each(['17', '0:10.0.0.1', '0:2001:db8::1'])('by %s', (key) => {
    expect(keyNames(key, host)).toBe(true)
  })

  test.each(['18', '1:10.0.0.1', '0:10.0.0.2', 'container:17', '', 'nonsense'])('not by %j', (key) => {
    expect(keyNames(key, host)).toBe(false)
  })

  test('an IPv6 address alone is one of cloud area 0, though its first group may read as an area', () => {
    expect(keyNames('2001:db8::1', host)).toBe(true)
    expect(keyNames('2001:db8::1', { ...host, cloudId: cloudIdSchema.parse('2') })).toBe(false)
    expect(keyNames('2001:db8::2', host)).toBe(false)
  })

  test('a host answered without its cloud area matches any area', () => {
    expect(keyNames('3:10.0.0.1', { ...host, cloudId: null })).toBe(true)
  })

  test('a container by its id only', () => {
    expect(keyNames('container:9', container)).toBe(true)
    expect(keyNames('9', container)).toBe(false)
  })
})

test('the key of any host names that host', () => {
  const ids = fc.option(fc.bigInt({ min: 0n, max: 9223372036854775807n }))
  fc.assert(
    fc.property(ids, fc.ipV4(), fc.option(fc.ipV6()), fc.nat(), (id, ip, ipv6, cloud) => {
      const any: Host = {
        ...host,
        hostId: id === null ? null : hostIdSchema.parse(String(id)),
        cloudId: cloudIdSchema.parse(String(cloud)),
        ip: ipv6 === null ? ip : null,
        ipv6,
      }
      expect(keyNames(executeObjectKey(any), any)).toBe(true)
    }),
  )
})

test('reading a key never throws', () => {
  fc.assert(fc.property(fc.string(), (text) => void parseExecuteObjectKey(text)))
  expect(parseExecuteObjectKey('1'.repeat(1_000_000))).toBeNull()
})

test.each(['::', '::1', 'fe80::1', '2001:DB8:0:0:0:0:0:1', '::ffff:10.0.0.1', '1:2:3:4:5:6:7::'])(
  '%s is an address',
  (text) => expect(isAddress(text)).toBe(true),
)

test.each([
  '10.0.0.256',
  '10.0.0',
  'ffff',
  'example.com',
  '10.0.0.1/8',
  '<b>:</b>',
  '20:39:46',
  '1::2::3',
  '1:2:3:4:5:6:7:8:9',
  '12345::',
  '1.2.3.4::',
  ':::',
  '::10.0.0.300',
])('%s is no address', (text) => {
  expect(isAddress(text)).toBe(false)
})
