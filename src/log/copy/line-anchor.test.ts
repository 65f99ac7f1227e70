import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createLogDocument, type LogDocument } from '../log-document.ts'
import { findAnchor } from './find-anchor.ts'
import { lineAnchor } from './line-anchor.ts'

const breathe = () => Promise.resolve()

function documentOf(lines: readonly string[], lineBreak = '\n'): LogDocument {
  const document = createLogDocument()
  document.beginVersion().write(new TextEncoder().encode(lines.map((line) => line + lineBreak).join('')))
  return document
}

const telling = fc.string({ minLength: 6, unit: fc.constantFrom(...'abcdefghij0123456789') })
const short = fc.constantFrom('', '}', '  ]', '---', 'ok', '\t', '请求')
const lines = fc.array(fc.oneof(telling, short), { minLength: 3, maxLength: 60 })

test('an anchor is five characters of base 36', () => {
  fc.assert(
    fc.property(lines, (some) => {
      const document = documentOf(some)
      for (const [index] of some.entries()) expect(lineAnchor(document, index)).toMatch(/^[0-9a-z]{5}$/)
    }),
  )
})

test('there is none beside the document', () => {
  expect(lineAnchor(documentOf(['a']), -1)).toBe('')
  expect(lineAnchor(documentOf(['a']), 1)).toBe('')
})

test('a line is found again where it was', async () => {
  await fc.assert(
    fc.asyncProperty(lines, fc.nat(), async (some, at) => {
      const document = documentOf(some)
      const index = at % some.length
      expect(await findAnchor(document, index, lineAnchor(document, index), breathe)).toBe(index)
    }),
  )
})

test('lines added above and below move it by as many', async () => {
  const added = fc.array(
    telling.map((line) => `added ${line}`),
    { maxLength: 80 },
  )
  await fc.assert(
    fc.asyncProperty(
      telling,
      telling,
      lines,
      added,
      added,
      fc.nat(),
      async (a, b, some, above, below, at) => {
        // Two telling lines before it: then a short one has its neighbours whatever is added above.
        const before = [`${a} first`, `${b} second`, ...some]
        const index = 2 + (at % some.length)
        const target = before[index] ?? ''
        fc.pre(before.filter((line) => line === target).length === 1 || target.length >= 6)
        const anchor = lineAnchor(documentOf(before), index)
        const after = documentOf([...above, ...before, ...below])
        const found = await findAnchor(after, index + above.length, anchor, breathe)
        expect(found).toBe(index + above.length)
        const fromOldPlace = (await findAnchor(after, index, anchor, breathe)) ?? -1
        expect(lineAnchor(after, fromOldPlace)).toBe(anchor)
      },
    ),
  )
})

test('a bracket is not any bracket: the lines before it tell', async () => {
  const block = (name: string) => [`{`, `  "name of it": "${name}"`, `}`]
  const names = ['alpha', 'beta', 'gamma', 'delta', 'epsilon']
  const document = documentOf(names.flatMap(block))
  const anchor = lineAnchor(document, 8)
  expect(await findAnchor(documentOf(['a new line', ...names.flatMap(block)]), 8, anchor, breathe)).toBe(9)
})

test('of equal lines the nearest is found, the later of two as near', async () => {
  const document = documentOf(['same line', 'other line', 'same line', 'more lines', 'same line'])
  const anchor = lineAnchor(document, 0)
  expect(await findAnchor(document, 1, anchor, breathe)).toBe(2)
  expect(await findAnchor(document, 4, anchor, breathe)).toBe(4)
})

test('the kind of line break does not matter', () => {
  expect(lineAnchor(documentOf(['some line'], '\r\n'), 0)).toBe(lineAnchor(documentOf(['some line']), 0))
})

test.each(['', 'xyz', '../..', 'ABCDE', 'zzzzz'])('nothing is found for %j', async (anchor) => {
  expect(await findAnchor(documentOf(['some line', 'another line']), 0, anchor, breathe)).toBeNull()
})

test('an empty document has nothing to find', async () => {
  expect(await findAnchor(createLogDocument(), 3, 'abcde', breathe)).toBeNull()
})

test('lines are told apart: 20,000 similar ones collide less than twenty times', () => {
  const document = documentOf(
    Array.from({ length: 20_000 }, (_, index) => `2026-03-09 INFO request ${index} done`),
  )
  const anchors = new Set(Array.from({ length: 20_000 }, (_, index) => lineAnchor(document, index)))
  expect(anchors.size).toBeGreaterThan(20_000 - 20)
})

test('a line of megabytes is known by its ends and its length', () => {
  const line = (length: number, end: string) => documentOf([`begin ${'x'.repeat(length)} ${end}`])
  expect(lineAnchor(line(2_000_000, 'a'), 0)).toBe(lineAnchor(line(2_000_000, 'a'), 0))
  expect(lineAnchor(line(2_000_000, 'a'), 0)).not.toBe(lineAnchor(line(2_000_000, 'b'), 0))
  expect(lineAnchor(line(2_000_000, 'a'), 0)).not.toBe(lineAnchor(line(2_000_001, 'a'), 0))
})
