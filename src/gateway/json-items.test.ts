import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countItems } from './json-items.ts'

function valuesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1
  return Object.values(value).reduce<number>((sum, each) => sum + valuesIn(each), 1)
}

test('no value is left out, and none is counted more than twice', () => {
  const text = fc.string({ unit: fc.constantFrom('"', '\\', ',', '[', '{', 'a', '\n') })
  const json = fc.oneof(
    fc.jsonValue(),
    fc.array(text),
    fc.dictionary(text, fc.constantFrom<unknown>(1, [], {}, ',')),
  )
  fc.assert(
    fc.property(json, fc.constantFrom(0, 2), (value, indent) => {
      const items = countItems(Buffer.from(JSON.stringify(value, null, indent)))
      expect(items).toBeGreaterThanOrEqual(valuesIn(value))
      expect(items).toBeLessThanOrEqual(2 * valuesIn(value))
    }),
  )
})
