import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonPieces, parseJson, writeJson } from './lossless-json.ts'

test('integers beyond 15 digits arrive as their digits, everything else as JSON.parse has it', () => {
  const text =
    '{"a":9223372036854775807,"b":[-1234567890123456789,1.5e3,20000000001],"c":"9223372036854775807"}'
  expect(parseJson(text)).toEqual({
    a: '9223372036854775807',
    b: ['-1234567890123456789', 1500, 20000000001],
    c: '9223372036854775807',
  })
})

test('digits inside strings are left alone, whatever is escaped around them', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'"\\90e-.{}[]:,\n中😀'), maxLength: 60 }), (text) => {
      const value = { [text]: `${text}"\\9223372036854775807` }
      expect(parseJson(JSON.stringify(value))).toEqual(value)
    }),
  )
})

test('any JSON value survives writing and parsing, whole or in pieces', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      const text = JSON.stringify(value)
      expect(writeJson(JSON.parse(text), 'keep')).toBe(text)
      expect([...jsonPieces(JSON.parse(text), 'keep')].join('')).toBe(text)
    }),
  )
})

test('longs leave as bare numbers', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 10n ** 15n, max: 2n ** 63n - 1n }), (id) => {
      expect(writeJson({ id, list: [{ id }] }, 'keep')).toBe(`{"id":${id},"list":[{"id":${id}}]}`)
      expect(parseJson(writeJson([id], 'keep'))).toEqual([String(id)])
    }),
  )
})

test('nulls are kept or dropped at any depth, undefined never shows', () => {
  const value = { a: null, b: { c: null, d: 1 }, e: undefined, f: [{ g: null }] }
  expect(writeJson(value, 'keep')).toBe('{"a":null,"b":{"c":null,"d":1},"f":[{"g":null}]}')
  expect(writeJson(value, 'drop')).toBe('{"b":{"d":1},"f":[{}]}')
  expect([...jsonPieces(value, 'drop')].join('')).toBe('{"b":{"d":1},"f":[{}]}')
})

test('a list is made item by item while it is read', () => {
  const made: number[] = []
  function* items() {
    for (const item of [1, 2, 3]) {
      made.push(item)
      yield item
    }
  }
  const pieces = jsonPieces({ list: items }, 'keep')
  pieces.next()
  pieces.next()
  expect(made).toEqual([1])
  expect([...jsonPieces({ list: items }, 'keep')].join('')).toBe('{"list":[1,2,3]}')
})

test('a body of 10 MB does not overflow the stack', () => {
  const log = '\\"line 12345678901234567890\\n'.repeat(400_000)
  expect(parseJson(`{"log":"${log}","id":12345678901234567890}`)).toMatchObject({
    id: '12345678901234567890',
  })
})
