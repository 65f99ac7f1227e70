import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSelection, writeSelection } from './selection-text.ts'

const written = (...keys: readonly string[]) => writeSelection(new Set(keys))

test('hosts in a row are few words, by id or by address', () => {
  expect(written('3', '1', '2', '9')).toBe('[1-3,9]')
  expect(written('17')).toBe('17')
  expect(written('0:10.0.0.1', '0:10.0.0.2', '5', 'container:web.1', '0:2001:db8::1')).toBe(
    '5 0:10.0.0.[1-2] container:web.1 0:2001:db8::1',
  )
  expect(written()).toBe('')
})

test('64-bit ids are kept to the last digit', () => {
  const ids = ['9223372036854775806', '9223372036854775807', '9007199254740993']
  expect(readSelection(written(...ids) ?? '').toSorted()).toEqual(ids.toSorted())
})

test('too many for a link is said, not cut', () => {
  const far = Array.from({ length: 400 }, (_, n) => `${(n + 1) * 1_000_000}`)
  expect(written(...far)).toBe(null)
  expect(written(...Array.from({ length: 2000 }, (_, n) => `${n + 1}`))).toBe('[1-2000]')
})

test('what is written is read back, whatever the hosts', () => {
  const part = fc.integer({ min: 0, max: 255 })
  const key = fc.oneof(
    fc.bigInt({ min: 1n, max: 2n ** 63n - 1n }).map(String),
    fc.integer({ min: 1, max: 60 }).map(String),
    fc.tuple(fc.nat(3), part, part).map(([cloud, c, d]) => `${cloud}:10.0.${c}.${d}`),
    fc.constantFrom('container:7001', '0:2001:db8::1', '7:fe80::1'),
  )
  fc.assert(
    fc.property(fc.uniqueArray(key, { maxLength: 40 }), (keys) => {
      expect(new Set(readSelection(writeSelection(new Set(keys)) ?? ''))).toEqual(new Set(keys))
    }),
  )
})
