import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hostWords, mostHosts, readHostList } from './host-list.ts'
import { hostOfKey } from './host-of-key.ts'

const keysOf = (text: string) => readHostList(text).keys

test('lines, commas, blanks and full-width marks all separate', () => {
  expect(keysOf('10.0.0.1\n10.0.0.2, 10.0.0.3；10.0.0.4，17\t9')).toEqual([
    '0:10.0.0.1',
    '0:10.0.0.2',
    '0:10.0.0.3',
    '0:10.0.0.4',
    '17',
    '9',
  ])
})

test('every kind of name', () => {
  expect(keysOf('9223372036854775807 3:10.0.0.1 container:c-1')).toEqual([
    '9223372036854775807',
    '3:10.0.0.1',
    'container:c-1',
  ])
})

test('IPv6 with, without and inside a cloud area', () => {
  expect(keysOf('2001:DB8::1 0:2001:db8::2 [fe80::1] 17:fd00::9')).toEqual([
    '0:2001:db8::1',
    '0:2001:db8::2',
    '0:fe80::1',
    '17:fd00::9',
  ])
})

test('the folded form is unfolded, with a cloud area and several brackets too', () => {
  expect(keysOf('10.0.0.[1-3,9]')).toEqual(['0:10.0.0.1', '0:10.0.0.2', '0:10.0.0.3', '0:10.0.0.9'])
  expect(keysOf('2:10.0.[0-1].[7,8]')).toEqual(['2:10.0.0.7', '2:10.0.0.8', '2:10.0.1.7', '2:10.0.1.8'])
})

test('a host named twice is one host', () => {
  expect(keysOf('10.0.0.1 0:10.0.0.1')).toEqual(['0:10.0.0.1'])
})

test.each([
  '"10.0.0.1","10.0.0.2"',
  "['10.0.0.1', '10.0.0.2']",
  '[10.0.0.1,10.0.0.2]',
  '[{"bk_cloud_id":0,"ip":"10.0.0.1"},{"bk_cloud_id":0,"ip":"10.0.0.2"}]',
  '10.0.0.1:22 root@10.0.0.2',
  '10.0.0.1-2',
  '10.0.0.1;10.0.0.2',
])('%s is two hosts, for whoever looks for parts of names too', (text) => {
  expect(keysOf(text)).toEqual(['0:10.0.0.1', '0:10.0.0.2'])
  expect(hostWords(text).map((word) => word.replace(/^0:/, ''))).toEqual(['10.0.0.1', '10.0.0.2'])
})

test('looked for by parts of names, a word that names no host stays as it was written', () => {
  expect(hostWords('10.0. web-0@1 fe80:: 10.0.0.0/8 "x"')).toEqual([
    '10.0.',
    '1',
    'fe80::',
    '10.0.0.0/8',
    'x',
  ])
  expect(hostWords('10.0.0.[0-99999999]')).toHaveLength(mostHosts)
})

test('words that name no host are given back, the others still count', () => {
  const list = readHostList('web-01 10.0.0.300 10.0.0.1 10.0.0.[x]')
  expect(list.keys).toEqual(['0:10.0.0.1'])
  expect(list.notUnderstood).toEqual(['web-01', '10.0.0.300', '10.0.0.[x]'])
})

test('a list beyond the limit is cut there and says so', () => {
  const list = readHostList('10.[0-255].[0-255].[0-255]')
  expect(list.keys).toHaveLength(mostHosts)
  expect(list.cut).toBe(true)
})

test('a range of billions ends at its first impossible address', () => {
  expect(readHostList('10.0.0.[1-9999999999]').keys).toEqual([])
})

test('a key becomes a host that shows what is known', () => {
  expect(hostOfKey('17')).toMatchObject({ hostId: '17', ip: null })
  expect(hostOfKey('2:10.0.0.1')).toMatchObject({ cloudId: '2', ip: '10.0.0.1', ipv6: null })
  expect(hostOfKey('0:2001:db8::1')).toMatchObject({ cloudId: '0', ip: null, ipv6: '2001:db8::1' })
})

test('never throws, and every key it gives names something', () => {
  const pieces = fc.constantFrom('[', ']', '1', '10.0.0.', '-', ',', ':', ' ', '::', 'container:', 'x', '25')
  const text = fc.oneof(
    fc.string(),
    fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(text, (one) => {
      for (const key of readHostList(one).keys) expect(key).toMatch(/^\d+$|:/)
    }),
  )
})
