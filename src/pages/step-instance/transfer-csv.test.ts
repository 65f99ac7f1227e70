import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvField } from './transfer-csv.ts'

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '|calc', '%x'])(
  '%j is no formula any more',
  (text) => {
    expect(csvField(text).replace(/^"/, '').startsWith("'")).toBe(true)
  },
)

test.each([
  ['/data/a.tar', '/data/a.tar'],
  ['a,b', '"a,b"'],
  ['say "x"', '"say ""x"""'],
  ['two\nlines', '"two\nlines"'],
  ['', ''],
])('%j is written as %j', (text, written) => {
  expect(csvField(text)).toBe(written)
})

test('a field never ends the row or the field it stands in', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const written = csvField(text)
      if (written.startsWith('"')) expect(written.slice(1, -1).replaceAll('""', '')).not.toContain('"')
      else expect(written).not.toMatch(/[",\r\n]/)
    }),
  )
})
