import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readHostList } from './host-list.ts'

const kinds = (text: string) => readHostList(text).notes.map(({ left, word }) => `${left} ${word}`)
const keys = (text: string) => readHostList(text).keys

test.each([
  ['10.0.0.1:22', '0:10.0.0.1', 'port'],
  ['2:10.0.0.1:8080', '2:10.0.0.1', 'port'],
  ['[2001:db8::1]:22', '0:2001:db8::1', 'port'],
  ['fe80::1%eth0', '0:fe80::1', 'zone'],
  ['[fe80::1%eth0]:22', '0:fe80::1', 'zone'],
  ['3:fe80::1%bond0.100', '3:fe80::1', 'zone'],
  ['10.0.0.7/24', '0:10.0.0.7', 'prefix'],
  ['2001:db8::1/64', '0:2001:db8::1', 'prefix'],
])('%s is %s, and its %s is left out and said', (text, key, left) => {
  expect(keys(text)).toEqual([key])
  expect(kinds(text)).toEqual([`${left} ${text}`])
})

test.each(['root@10.0.0.1', "'10.0.0.1'", '10.0.0.1.', '10.0.0.1:', '10.0.0.1/32'])(
  '%s is one host',
  (text) => {
    expect(keys(text)).toEqual(['0:10.0.0.1'])
    expect(kinds(text)).toEqual([])
  },
)

test.each(['10.0.0.1-3', '10.0.0.1~10.0.0.3', '10.0.0.[1-3]', '10.0.0.1 10.0.0.2:22 10.0.0.3'])(
  '%s is three hosts',
  (text) => expect(keys(text)).toEqual(['0:10.0.0.1', '0:10.0.0.2', '0:10.0.0.3']),
)

test('a small network is its hosts, without the names of the network and of all', () => {
  expect(keys('10.0.0.0/30')).toEqual(['0:10.0.0.1', '0:10.0.0.2'])
  expect(keys('4:10.0.0.8/31')).toEqual(['4:10.0.0.8', '4:10.0.0.9'])
  const large = keys('10.0.4.0/22')
  expect(large).toHaveLength(1022)
  expect([large[0], large[254], large.at(-1)]).toEqual(['0:10.0.4.1', '0:10.0.4.255', '0:10.0.7.254'])
})

test.each(['10.0.0.0/8', '0.0.0.0/0', '2001:db8::/64'])('%s is too large to be listed', (text) => {
  expect(keys(text)).toEqual([])
  expect(kinds(text)).toEqual([`large-network ${text}`])
})

test.each(['10.0.0.1/33', '10.0.0.9-1', '10.0.0.1-10.0.1.9', 'web-01', 'a@b', '20000000001.'])(
  '%s names no host',
  (text) => expect(keys(text)).toEqual([]),
)

test('never throws', () => {
  const pieces = fc.constantFrom(
    '10.0.0.',
    '1',
    '/',
    '24',
    ':',
    '%',
    '@',
    '-',
    '[',
    ']',
    '::',
    'e',
    ' ',
    '999',
  )
  const text = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''))
  fc.assert(fc.property(fc.oneof(text, fc.string()), (one) => void readHostList(one)))
})
