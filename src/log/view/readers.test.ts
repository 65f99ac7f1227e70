import { expect, onTestFinished, test } from 'vitest'
import type { LogStore } from '../log-store.ts'
import type { SearchQuery } from '../search/search-query.ts'
import { documentId, receive, shownTexts, startStore, until } from './served-store.fixture.ts'
import { type LineFilter, plainView } from './view-options.ts'

const start = { lineIndex: 0, pieceIndex: 0, offset: 0 }
const plain = { form: 'plain', isMasked: false } as const
const errors: SearchQuery = { text: 'error', isRegex: false, matchCase: false, wholeWord: false }
const filter: LineFilter = { query: errors, minSeverity: null, contextLines: 0, inverse: false }
const text = ['INFO begin', 'ERROR one', 'more', 'error two, error three', 'end', ''].join('\n')

async function storeWith(log: string): Promise<LogStore> {
  const store = startStore()
  await receive(store, log)
  return store
}

/** Resolves when what is told of is as wanted. */
function told(
  subject: { subscribe(listener: () => void): () => void },
  isWanted: () => boolean,
): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (isWanted()) resolve()
    }
    subject.subscribe(look)
    look()
  })
}

test.each([
  ['literal', errors],
  ['regular expression', { ...errors, text: 'err[o]r', isRegex: true }],
])(
  'a search for a %s counts every match, finds them in turn, and goes on when the log grows',
  async (_, query) => {
    const store = await storeWith(text)
    const search = store.search(documentId, query)
    await told(search, () => search.state().phase === 'done')
    expect(search.state()).toMatchObject({ count: 3, lineCount: 2, scannedLineCount: 5 })
    const found = await search.find({ lineIndex: 2, pieceIndex: 0, offset: 0 }, 'next')
    expect(found).toMatchObject({ lineIndex: 3, offset: 0, length: 5, number: 2, hasWrapped: false })
    expect(await search.find(start, 'previous')).toMatchObject({ lineIndex: 3, offset: 11, hasWrapped: true })
    await receive(store, `${text}last error\n`)
    await told(search, () => search.state().count === 4)
    search.close()
  },
)

test('matches of a regular expression are marked as soon as they are known', async () => {
  const store = await storeWith(text)
  const view = store.openView(documentId, plainView)
  const highlight = { ...errors, text: 'err[o]r', isRegex: true }
  expect(await view.setOptions({ ...plainView, highlight }, start)).toBe(0)
  const marked = () => {
    const row = view.peek(1)
    return row?.kind === 'line' && row.segments.some(({ matchOffset }) => matchOffset === 0)
  }
  void view.rows(0, 4)
  await until(view, () => marked() === true)
  expect(view.snapshot()).toMatchObject({ layout: 0, options: { highlight } })
})

test('a filtered view grows by the lines that pass', async () => {
  const store = await storeWith(text)
  const view = store.openView(documentId, { ...plainView, filter })
  await until(view, () => view.snapshot()?.laidOutLineCount === 5)
  const shown = [
    '(1 lines hidden by filter)',
    'ERROR one',
    '(1 lines hidden by filter)',
    'error two, error three',
  ]
  expect(await shownTexts(view)).toEqual([...shown, '(1 lines hidden by filter)'])
  await receive(store, `${text}more\nlast error\n`)
  await until(view, () => view.snapshot()?.laidOutLineCount === 7)
  expect(await shownTexts(view)).toEqual([...shown, '(2 lines hidden by filter)', 'last error'])
  expect(view.snapshot()?.hiddenLineCounts).toEqual({ filter: 4, fold: 0 })
})

test('rows that nobody sees come after the count of a search that was asked for before, those in view at once', async () => {
  const store = await storeWith(text)
  const view = store.openView(documentId, plainView)
  await until(view, () => view.snapshot()?.rowCount === 5)
  const first = store.search(documentId, { ...errors, text: 'one' })
  // What searches has to be there: it is fetched with the first search.
  await told(first, () => first.state().phase === 'done')
  await receive(store, `${text}${'more and more\n'.repeat(300)}`)
  await until(view, () => view.snapshot()?.rowCount === 305)
  const search = store.search(documentId, errors)
  const phaseOfAhead = view.readAhead(128, 255).then(() => search.state().phase)
  const phaseOfView = view.rows(128, 200).then(() => search.state().phase)
  expect([await phaseOfView, await phaseOfAhead]).toEqual(['scanning', 'done'])
  expect(view.peek(255)).toBeDefined()
})

test('what lines mean is counted, and found from where one is', async () => {
  const store = await storeWith('INFO a\nERROR b\nINFO c\nERROR d\n')
  const meaning = store.meaning(documentId)
  expect(await meaning.find(1, 'next', 'error')).toBe(3)
  expect(await meaning.find(3, 'previous', 'error')).toBe(1)
  expect(await meaning.find(3, 'next', 'error')).toBeNull()
  await told(meaning, () => meaning.state().scannedLineCount === 4)
  expect(meaning.state().counts).toMatchObject({ error: 2, info: 2 })
  meaning.close()
})

test('an overview tells of matches and severities of equal parts of the rows', async () => {
  const store = await storeWith(text)
  const search = store.search(documentId, errors)
  const meaning = store.meaning(documentId)
  await told(search, () => search.state().phase === 'done')
  await told(meaning, () => meaning.state().scannedLineCount === 5)
  const view = store.openView(documentId, { ...plainView, highlight: errors })
  await until(view, () => view.snapshot()?.rowCount === 5)
  const { matchCounts, severityRanks } = await view.overview(5)
  expect([...matchCounts]).toEqual([0, 1, 0, 2, 0])
  expect(severityRanks[1]).toBe(5)
})

test('who looks at the end of a log that grows gets its new lines unasked', async () => {
  const linesOf = (count: number): string => 'ERROR it is\n'.repeat(count)
  const store = await storeWith(linesOf(300))
  const view = store.openView(documentId, plainView)
  await until(view, () => view.snapshot()?.rowCount === 300)
  await view.rows(250, 400)
  for (const lineCount of [450, 700, 900]) {
    const grown = until(view, () => view.snapshot()?.rowCount === lineCount)
    void receive(store, linesOf(lineCount))
    await grown
    const rows = [lineCount - 150, lineCount - 1].map((rowIndex) => view.peek(rowIndex))
    expect(rows).toMatchObject([{ lineIndex: lineCount - 150 }, { lineIndex: lineCount - 1 }])
  }
})

test('a copy holds what is shown of a range', async () => {
  const store = await storeWith(text)
  const view = store.openView(documentId, plainView)
  const range = { from: { ...start, offset: 5 }, to: { ...start, lineIndex: 1, offset: 5 } }
  expect(await (await view.copy(range, plain)).blob.text()).toBe('begin\nERROR')
  expect(await (await view.copy(null, plain)).blob.text()).toBe(text)
  await view.setOptions({ ...plainView, filter }, start)
  const copied = await view.copy(null, plain)
  expect(await copied.blob.text()).toBe('ERROR one\nerror two, error three\n')
  expect(copied.lineCount).toBe(2)
})

test('a copy that is given up is none, and the log answers on', async () => {
  const store = await storeWith('a line that is to be copied\n'.repeat(200_000))
  const view = store.openView(documentId, plainView)
  await until(view, () => view.snapshot()?.complete === true)
  const wanted = new AbortController()
  const copied = view.copy(null, plain, wanted.signal)
  wanted.abort(new Error('given up'))
  await expect(copied).rejects.toThrow('given up')
  // The engine is free again: it answers, and has not made the text on the side.
  expect((await view.copy({ from: start, to: { ...start, offset: 6 } }, plain)).lineCount).toBe(1)
})

test('a copy of a view that is closed meanwhile is given up, and so is one nobody wanted any more when it was asked for', async () => {
  const store = await storeWith('a line that is to be copied\n'.repeat(200_000))
  const view = store.openView(documentId, plainView)
  await until(view, () => view.snapshot()?.complete === true)
  const copied = view.copy(null, plain)
  view.close()
  await expect(copied).rejects.toThrow('could not be copied')
  const other = store.openView(documentId, plainView)
  await expect(other.copy(null, plain, AbortSignal.abort(new Error('left')))).rejects.toThrow('left')
})

test('a copy that fails is no empty text', async () => {
  const store = await storeWith(text)
  const view = store.openView(documentId, plainView)
  const Blob = globalThis.Blob
  onTestFinished(() => void Object.assign(globalThis, { Blob }))
  Object.assign(globalThis, {
    Blob: class {
      constructor() {
        throw new RangeError('no memory')
      }
    },
  })
  await expect(view.copy(null, plain)).rejects.toThrow('could not be copied')
})

test('a line is found again by its anchor when lines came above it', async () => {
  const store = await storeWith(text)
  const anchor = await store.anchorOf(documentId, 3)
  await receive(store, `new first line\n${text}`)
  expect(await store.findAnchor(documentId, 3, anchor ?? '')).toEqual({ lineIndex: 4, isSure: true })
  expect(await store.findAnchor(documentId, 3, 'zzzzz')).toBeNull()
  expect(await store.anchorOf(documentId, 99)).toBeNull()
  expect(await store.anchorOf('no such text', 0)).toBeNull()
})

test('of a log that grows fast no more rows come than are wanted at its end', async () => {
  const linesOf = (count: number): string => 'ERROR it is\n'.repeat(count)
  const store = await storeWith(linesOf(100))
  const view = store.openView(documentId, plainView)
  await until(view, () => view.snapshot()?.rowCount === 100)
  await view.rows(0, 99)
  view.keepEnd(30)
  const grown = until(view, () => view.snapshot()?.rowCount === 1000)
  void receive(store, linesOf(1000))
  await grown
  const here = Array.from({ length: 900 }, (_, row) => 100 + row).filter(
    (row) => view.peek(row) !== undefined,
  )
  expect(here).toEqual(Array.from({ length: 30 }, (_, row) => 970 + row))
  expect((await view.rows(940, 999)).length).toBe(60)
})
