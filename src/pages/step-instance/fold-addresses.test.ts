import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readHostList } from '../host-list.ts'
import { foldAddresses } from './fold-addresses.ts'

test('neighbours become ranges, the rest of a net is listed', () => {
  expect(foldAddresses(['10.0.0.3', '10.0.0.1', '10.0.0.2', '10.0.0.12', '10.0.0.9'])).toEqual([
    '10.0.0.[1-3,9,12]',
  ])
})

test('one address alone has no brackets; nets and cloud areas stay apart', () => {
  expect(foldAddresses(['10.0.0.1', '10.0.1.1', '3:10.0.0.2', '3:10.0.0.1'])).toEqual([
    '10.0.0.1',
    '10.0.1.1',
    '3:10.0.0.[1-2]',
  ])
})

test('what does not fold comes after, each once', () => {
  expect(foldAddresses(['web-1', '2001:db8::1', '10.0.0.1', 'web-1', '10.0.0.01'])).toEqual([
    '10.0.0.1',
    'web-1',
    '2001:db8::1',
    '10.0.0.01',
  ])
})

test('folded addresses are read back as the same set', () => {
  const part = fc.integer({ min: 0, max: 255 })
  const few = fc.integer({ min: 0, max: 2 })
  const v4 = fc.tuple(few, few, few, part).map((parts) => parts.join('.'))
  const inCloud = fc.tuple(fc.integer({ min: 1, max: 3 }), v4).map(([cloud, ip]) => `${cloud}:${ip}`)
  const v6 = part.map((n) => `2001:db8::${n.toString(16)}`)
  fc.assert(
    fc.property(fc.array(fc.oneof(v4, inCloud, v6), { maxLength: 200 }), (addresses) => {
      const read = readHostList(foldAddresses(addresses).join('\n'))
      const direct = addresses.map((one) => (/^\d+:\d+\./.test(one) ? one : `0:${one}`))
      expect(read.notUnderstood).toEqual([])
      expect(new Set(read.keys)).toEqual(new Set(direct))
    }),
  )
})
