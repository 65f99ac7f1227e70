import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createLogDocument, type LogDocument } from '../log-document.ts'
import { findAnchor } from './find-anchor.ts'
import { lineAnchor, ownAnchor } from './line-anchor.ts'

const breathe = () => Promise.resolve()
const lineFound = async (...[document, lineIndex, anchor]: [LogDocument, number, string]) =>
  (await findAnchor(document, lineIndex, anchor, breathe))?.lineIndex

function documentOf(lines: readonly string[], lineBreak = '\n'): LogDocument {
  const document = createLogDocument()
  document.beginVersion().write(new TextEncoder().encode(lines.map((line) => line + lineBreak).join('')))
  return document
}

const telling = fc.string({ minLength: 6, unit: fc.constantFrom(...'abcdefghij0123456789') })
const short = fc.constantFrom('', '}', '  ]', '---', 'ok', '\t', '请求')
const lines = fc.array(fc.oneof(telling, short), { minLength: 3, maxLength: 60 })

test('an anchor is eight characters of base 36', () => {
  fc.assert(
    fc.property(lines, (some) => {
      const document = documentOf(some)
      for (const [index] of some.entries()) expect(lineAnchor(document, index)).toMatch(/^[0-9a-z]{8}$/)
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
      expect(await lineFound(document, index, lineAnchor(document, index))).toBe(index)
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
        const found = await lineFound(after, index + above.length, anchor)
        expect(found).toBe(index + above.length)
        const fromOldPlace = (await lineFound(after, index, anchor)) ?? -1
        expect(ownAnchor(after, fromOldPlace)).toBe(anchor.slice(0, 5))
      },
    ),
  )
})

test('a bracket is not any bracket: the lines before it tell', async () => {
  const block = (name: string) => [`{`, `  "name of it": "${name}"`, `}`]
  const names = ['alpha', 'beta', 'gamma', 'delta', 'epsilon']
  const document = documentOf(names.flatMap(block))
  const anchor = lineAnchor(document, 8)
  expect(await lineFound(documentOf(['a new line', ...names.flatMap(block)]), 8, anchor)).toBe(9)
})

const retries = (name: string) => [`${name} begins`, 'Retrying in 5 s', 'Retrying in 5 s', `${name} ends`]

test('equal lines are told apart by what stands above them, and by how far above', async () => {
  const before = Array.from({ length: 50 }, (_, index) => retries(`step ${index}`)).flat()
  for (const count of [4, 5, 500]) {
    const after = documentOf([...Array.from({ length: count }, (_, index) => `added ${index}`), ...before])
    for (const index of [101, 102]) {
      const anchor = lineAnchor(documentOf(before), index)
      expect(await findAnchor(after, index, anchor, breathe)).toEqual({
        lineIndex: index + count,
        isSure: true,
      })
    }
  }
})

test('a line that only reads the same is not sure; an anchor of before knows no better', async () => {
  const anchor = lineAnchor(documentOf(['first thing', 'same line']), 1)
  const after = documentOf(['other thing', 'same line', 'more lines'])
  expect(await findAnchor(after, 1, anchor, breathe)).toEqual({ lineIndex: 1, isSure: false })
  expect(await findAnchor(after, 0, anchor.slice(0, 5), breathe)).toEqual({ lineIndex: 1, isSure: true })
})

test('of equal lines the nearest is found, the later of two as near', async () => {
  const document = documentOf(['same line', 'other line', 'same line', 'more lines', 'same line'])
  const anchor = lineAnchor(document, 0).slice(0, 5)
  expect(await lineFound(document, 1, anchor)).toBe(2)
  expect(await lineFound(document, 4, anchor)).toBe(4)
})

test('the kind of line break does not matter', () => {
  expect(lineAnchor(documentOf(['some line'], '\r\n'), 0)).toBe(lineAnchor(documentOf(['some line']), 0))
})

test.each(['', 'xyz', '../..', 'ABCDE', 'zzzzz'])('nothing is found for %j', async (anchor) => {
  expect(await lineFound(documentOf(['some line', 'another line']), 0, anchor)).toBeUndefined()
})

test('an empty document has nothing to find', async () => {
  expect(await lineFound(createLogDocument(), 3, 'abcde')).toBeUndefined()
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
