import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hostIdSchema, isDecimalId, jobInstanceIdSchema, nodeManInstanceIdSchema } from './index.ts'

const long = fc.bigInt({ min: 0n, max: 9223372036854775807n })

test('every long is an id and comes back as it went in', () => {
  fc.assert(
    fc.property(long, (value) => {
      const id = jobInstanceIdSchema.parse(String(value))
      expect(JSON.parse(JSON.stringify({ id })).id).toBe(String(value))
      expect(BigInt(id)).toBe(value)
    }),
  )
})

test('nothing above a long is an id', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 9223372036854775808n, max: 10n ** 30n }), (value) => {
      expect(isDecimalId(String(value))).toBe(false)
    }),
  )
})

test.each(['', ' 1', '1 ', '+1', '-1', '01', '1.0', '1e3', '0x1', '１', '1\n', 'NaN'])(
  '%j is no id',
  (text) => {
    expect(hostIdSchema.safeParse(text).success).toBe(false)
  },
)

test('a number is no id: it may already have been rounded', () => {
  expect(jobInstanceIdSchema.safeParse(100).success).toBe(false)
})

test.each([
  'host|instance|host|1',
  'host|instance|host|10.0.0.3-0-0',
  'host|instance|host|2001:0db8::1-0-0',
  '1',
])('%s is a node-man instance id', (text) => {
  expect(nodeManInstanceIdSchema.parse(text)).toBe(text)
})

test.each(['', '../log', 'a/b', 'a?b', `host|${'x'.repeat(130)}`])(
  '%j is no node-man instance id',
  (text) => {
    expect(nodeManInstanceIdSchema.safeParse(text).success).toBe(false)
  },
)
