import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createLogDocument, type LogDocument } from '../log-document.ts'
import type { LinePlace } from '../view/view-row.ts'
import {
  allPieces,
  createChannelMatcher,
  literal,
  logParts,
  longLog,
  type ModelMatch,
  modelMarks,
  modelMatches,
  regex,
} from './search-model.fixture.ts'
import type { SearchQuery } from './search-query.ts'
import { createTextSearch, type TextSearch } from './text-search.ts'

const place: fc.Arbitrary<LinePlace> = fc.record({
  lineIndex: fc.nat(20),
  pieceIndex: fc.nat(2),
  offset: fc.nat(20),
})

test('whatever a log holds, however it comes: all that the simple search finds, and nothing else', async () => {
  await fc.assert(fc.asyncProperty(logParts, literal, place, fc.infiniteStream(fc.nat(3)), growAndCompare), {
    numRuns: 200,
  })
})

test('the same for regular expressions', async () => {
  await fc.assert(fc.asyncProperty(logParts, regex, place, fc.infiniteStream(fc.nat(3)), growAndCompare), {
    numRuns: 40,
  })
})

test('a literal on both sides of a colour, in logs so short that nothing else calls for care', async () => {
  const part = fc.constantFrom('a', 'b', '请', '1', '\u001b[31m', '\u001b[m', '\n')
  const parts = fc.array(part, { minLength: 2, maxLength: 6 })
  const query = fc.constantFrom('ab', 'ba', 'aa', '请a', 'a1', '1', '31').chain((text) =>
    fc.record({
      text: fc.constant(text),
      isRegex: fc.constant(false),
      matchCase: fc.boolean(),
      wholeWord: fc.boolean(),
    }),
  )
  await fc.assert(
    fc.asyncProperty(parts, query, place, async (texts, sought, from) => {
      const document = createLogDocument()
      document.beginVersion().write(new TextEncoder().encode(`${texts.join('')}\n`))
      const search = createTextSearch(document, sought, createChannelMatcher)
      await finish(search)
      compareCounts(search, document, sought, from)
    }),
    { numRuns: 2000 },
  )
})

test('a literal on both sides of a colour, in a log with more neighbours of colours than are kept', async () => {
  const letters = Array.from({ length: 90 }, (_, index) => String.fromCharCode(0x21 + index))
  const lines = letters.map((letter) => `${letter}\u001b[31m请\n`)
  const document = createLogDocument()
  document.beginVersion().write(new TextEncoder().encode(lines.join('')))
  for (const letter of [letters[0], letters.at(-1)]) {
    const sought = { text: `${letter}请`, isRegex: false, matchCase: true, wholeWord: false }
    const search = createTextSearch(document, sought, createChannelMatcher)
    await finish(search)
    expect(search.state().count).toBe(1)
  }
})

test('lines of several pieces: an expression finds what it finds in the whole line', async () => {
  const word = fc.constantFrom('ab', 'a b', 'ab1', '1', ' ', '请', '\u001b[1mab\u001b[m', '\u001b[31m')
  const line = fc
    .tuple(fc.array(word, { minLength: 1, maxLength: 6 }), fc.array(word, { maxLength: 2 }), fc.nat(9000))
    .map(([words, end, times]) => words.join('').repeat(times / words.length) + end.join(''))
  const sought = fc.record({
    text: fc.constantFrom(
      ...[
        '^[a-z]',
        '[b1]$',
        '\\bab\\b',
        '\\Bb',
        'b +a',
        '[^ ]+',
        '1请?a',
        '(?<=b)a',
        'a(?= ?b)',
        'a.*1',
        'b|1',
        'ab',
      ],
    ),
    isRegex: fc.boolean(),
    matchCase: fc.constant(true),
    wholeWord: fc.boolean(),
  })
  const cuts = fc.infiniteStream(fc.nat(3))
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { maxLength: 3 }),
      sought,
      place,
      cuts,
      async (lines, query, from, cut) => {
        const bytes = new TextEncoder().encode(lines.join('\n'))
        const parts = Array.from({ length: Math.ceil(bytes.length / 5000) }, (_, index) =>
          bytes.slice(index * 5000, (index + 1) * 5000),
        )
        await growAndCompare(parts, query, from, cut)
      },
    ),
    { numRuns: 60 },
  )
})

test('an alternation of texts is what the engine makes of it', async () => {
  const text = fc.constantFrom(
    'a|b',
    'ab|a',
    'a|ab',
    'aa|ab|ba',
    '(ab|b1)',
    '请求|失败',
    'k|ab',
    '1|m|\\[',
    'é|aé',
  )
  const query = fc.record({
    text,
    isRegex: fc.constant(true),
    matchCase: fc.boolean(),
    wholeWord: fc.constant(false),
  })
  await fc.assert(fc.asyncProperty(logParts, query, place, fc.infiniteStream(fc.nat(3)), growAndCompare), {
    numRuns: 100,
  })
})

test('a log of several units, what is known of them found by an earlier search', async () => {
  const isCut = fc.infiniteStream(fc.nat(2000))
  await fc.assert(
    fc.asyncProperty(longLog, literal, literal, place, isCut, async (parts, first, query, from, cuts) => {
      const document = createLogDocument()
      const version = document.beginVersion()
      const earlier = createTextSearch(document, first, createChannelMatcher)
      for (const part of parts) {
        version.write(part)
        if (cuts.next().value === 0) earlier.advance(Number.POSITIVE_INFINITY)
      }
      await finish(earlier)
      const search = createTextSearch(document, query, createChannelMatcher)
      await finish(search)
      compareCounts(search, document, query, from)
    }),
    { numRuns: 15 },
  )
})

test('whatever a log was before, what is known of it is forgotten with it', async () => {
  await fc.assert(
    fc.asyncProperty(longLog, longLog, literal, place, async (before, after, query, from) => {
      const document = createLogDocument()
      const search = createTextSearch(document, query, createChannelMatcher)
      for (const parts of [before, after]) {
        const version = document.beginVersion()
        for (const part of parts) version.write(part)
        version.finish()
        await finish(search)
      }
      compareCounts(search, document, query, from)
    }),
    { numRuns: 10 },
  )
})

async function growAndCompare(
  parts: readonly Uint8Array[],
  query: SearchQuery,
  from: LinePlace,
  cuts: Iterator<number>,
): Promise<void> {
  const document = createLogDocument()
  const version = document.beginVersion()
  const search = createTextSearch(document, query, createChannelMatcher)
  for (const part of parts) {
    version.write(part)
    if (cuts.next().value === 0) search.advance(performance.now())
    if (cuts.next().value === 0) await finish(search)
  }
  await finish(search)
  await compare(search, document, query, from)
  search.close()
}

async function finish(search: TextSearch): Promise<void> {
  while (!search.advance(Number.POSITIVE_INFINITY) || search.state().phase === 'scanning') {
    await new Promise((resolve) => setTimeout(resolve))
  }
}

async function compare(
  search: TextSearch,
  document: LogDocument,
  query: SearchQuery,
  from: LinePlace,
): Promise<void> {
  const model = compareCounts(search, document, query, from)
  if (query.isRegex) await whenMarked(search, document)
  expect(shownMatches(search, document)).toEqual(modelMarks(document, model))
  expect(await search.find(from, 'next')).toEqual(modelFind(model, from, 'next'))
  expect(await search.find(from, 'previous')).toEqual(modelFind(model, from, 'previous'))
}

/** Marks of expressions come later: asked for once, and answered in the order of the questions. */
async function whenMarked(search: TextSearch, document: LogDocument): Promise<void> {
  shownMatches(search, document)
  await search.find({ lineIndex: 0, pieceIndex: 0, offset: 0 }, 'next')
}

function compareCounts(
  search: TextSearch,
  document: LogDocument,
  query: SearchQuery,
  from: LinePlace,
): readonly ModelMatch[] {
  const model = modelMatches(document, query)
  const counts = countsByLine(model, document.lineCount)
  const lines = new Set(model.map(({ lineIndex }) => lineIndex))
  expect(search.state()).toMatchObject({ phase: 'done', count: model.length, lineCount: lines.size })
  expect(search.state().scannedLineCount).toBe(document.lineCount)
  const start = counts[Math.min(from.lineIndex, document.lineCount)] ?? 0
  const lineIndexes = Array.from({ length: document.lineCount }, (_, line) => line)
  expect(lineIndexes.filter(search.hasMatch)).toEqual([...lines])
  expect(lineIndexes.map((line) => search.countBetween(from.lineIndex, line))).toEqual(
    lineIndexes.map((line) => (counts[line] ?? 0) - start),
  )
  return model
}

/** Matches before each line, and before the end. */
function countsByLine(model: readonly ModelMatch[], lineCount: number): readonly number[] {
  const counts = new Array<number>(lineCount + 1).fill(0)
  for (const { lineIndex } of model) counts[lineIndex + 1] = (counts[lineIndex + 1] ?? 0) + 1
  for (let line = 1; line <= lineCount; line += 1)
    counts[line] = (counts[line] ?? 0) + (counts[line - 1] ?? 0)
  return counts
}

function shownMatches(search: TextSearch, document: LogDocument): readonly ModelMatch[] {
  return allPieces(document).flatMap(({ lineIndex, pieceIndex, text }) =>
    search.matchesIn(lineIndex, pieceIndex, text).map((match) => ({ lineIndex, pieceIndex, ...match })),
  )
}

function modelFind(model: readonly ModelMatch[], from: LinePlace, direction: 'next' | 'previous') {
  const isBefore = (match: LinePlace): boolean =>
    match.lineIndex - from.lineIndex < 0 ||
    (match.lineIndex === from.lineIndex &&
      (match.pieceIndex < from.pieceIndex ||
        (match.pieceIndex === from.pieceIndex && match.offset < from.offset)))
  const straight =
    direction === 'next' ? model.findIndex((match) => !isBefore(match)) : model.findLastIndex(isBefore)
  const index = straight !== -1 ? straight : direction === 'next' ? 0 : model.length - 1
  const match = model[index]
  return match === undefined ? null : { ...match, number: index + 1, hasWrapped: straight === -1 }
}
