import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createLogDocument, type LogDocument } from '../log-document.ts'
import type { LinePlace } from '../view/view-row.ts'
import {
  allPieces,
  createChannelMatcher,
  literal,
  logParts,
  type ModelMatch,
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
  const model = modelMatches(document, query)
  const lines = new Set(model.map(({ lineIndex }) => lineIndex))
  expect(search.state()).toMatchObject({ phase: 'done', count: model.length, lineCount: lines.size })
  expect(search.state().scannedLineCount).toBe(document.lineCount)
  for (let line = 0; line < document.lineCount; line += 1) {
    expect(search.hasMatch(line)).toBe(lines.has(line))
    expect(search.countBetween(from.lineIndex, line)).toBe(
      countUpTo(model, line) - countUpTo(model, from.lineIndex),
    )
  }
  if (!query.isRegex) expect(shownMatches(search, document)).toEqual(model)
  expect(await search.find(from, 'next')).toEqual(modelFind(model, from, 'next'))
  expect(await search.find(from, 'previous')).toEqual(modelFind(model, from, 'previous'))
}

function countUpTo(model: readonly ModelMatch[], line: number): number {
  return model.filter(({ lineIndex }) => lineIndex < line).length
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
