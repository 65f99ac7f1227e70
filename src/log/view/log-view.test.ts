import { expect, test } from 'vitest'
import { documentId, receive, shownText, shownTexts, startStore, until } from './served-store.fixture.ts'
import { plainView, type ViewOptions } from './view-options.ts'

const start = { lineIndex: 0, pieceIndex: 0, offset: 0 }
const thousandLines = Array.from({ length: 1000 }, (_, index) => `line ${index}\n`).join('')
const wrapped: ViewOptions = { ...plainView, wrapColumns: 10 }

test('the first rows are there as soon as a view is opened', async () => {
  const store = startStore()
  await receive(store, thousandLines)
  const view = store.openView(documentId, plainView)
  expect(view.snapshot()).toMatchObject({ rowCount: 1000, laidOutLineCount: 1000, layout: 0 })
  const first = view.peek(0)
  expect(shownText(first)).toBe('line 0')
  expect(view.peek(500)).toBeUndefined()
  const rows = await view.rows(498, 501)
  expect(rows.map(shownText)).toEqual(['line 498', 'line 499', 'line 500', 'line 501'])
  expect(view.peek(0)).toBe(first)
  expect(rows[0]).toMatchObject({
    lineIndex: 498,
    pieceIndex: 0,
    offset: 0,
    isLineStart: true,
    isLineEnd: true,
  })
})

test('a view opened before its text fills when that comes', async () => {
  const store = startStore()
  const view = store.openView(documentId, plainView)
  expect(view.snapshot()).toBeNull()
  await receive(store, 'a\nb\n')
  await until(view, () => view.snapshot()?.complete === true)
  expect([0, 1, 2].map((row) => shownText(view.peek(row)))).toEqual(['a', 'b', '(none)'])
})

test('rows only grow at the end, and an unfinished last line is shown anew', async () => {
  const store = startStore()
  await receive(store, 'one\ntw')
  const view = store.openView(documentId, plainView)
  const first = view.peek(0)
  expect(await shownTexts(view)).toEqual(['one', 'tw'])
  await receive(store, 'one\ntwo\nthree')
  await until(view, () => view.snapshot()?.rowCount === 3)
  expect([0, 1, 2].map((row) => shownText(view.peek(row)))).toEqual(['one', 'two', 'three'])
  expect(view.peek(0)).toBe(first)
  expect(view.snapshot()).toMatchObject({ layout: 0, revision: 0 })
})

test('another text under the same key is laid out anew', async () => {
  const store = startStore()
  await receive(store, 'one\ntwo\n')
  const view = store.openView(documentId, plainView)
  await receive(store, 'ONE\n')
  await until(view, () => view.snapshot()?.revision === 1)
  expect(view.snapshot()).toMatchObject({ rowCount: 1, layout: 1 })
  expect(await shownTexts(view)).toEqual(['ONE'])
})

test('wrapping swaps the rows at once, with those around the anchor, and keeps its place', async () => {
  const store = startStore()
  await receive(store, `${'0123456789abcde\n'.repeat(500)}`)
  const view = store.openView(documentId, plainView)
  const told: unknown[] = []
  view.subscribe(() => told.push([view.snapshot()?.options, shownText(view.peek(601))]))
  const row = await view.setOptions(wrapped, { lineIndex: 300, pieceIndex: 0, offset: 12 })
  expect(row).toBe(601)
  expect([599, 600, 601].map((at) => shownText(view.peek(at)))).toEqual(['abcde', '0123456789', 'abcde'])
  expect(told.at(-1)).toEqual([wrapped, 'abcde'])
  await until(view, () => view.snapshot()?.laidOutLineCount === 500)
  expect(view.snapshot()).toMatchObject({ rowCount: 1000, layout: 1, options: wrapped })
  expect(await view.rowOf({ lineIndex: 499, pieceIndex: 0, offset: 9 })).toBe(998)
  expect(await view.setOptions(plainView, { lineIndex: 300, pieceIndex: 0, offset: 12 })).toBe(300)
})

test('options that are overtaken by later ones never come into force', async () => {
  const store = startStore()
  await receive(store, 'x'.repeat(50_000_000))
  const view = store.openView(documentId, plainView)
  const place = { lineIndex: 0, pieceIndex: 9_999, offset: 0 }
  const overtaken = view.setOptions(wrapped, place)
  const last = view.setOptions({ ...plainView, wrapColumns: 100 }, place)
  expect(await overtaken).toBeNull()
  const row = await view.rowOf(place)
  expect(await last).toBe(row)
  expect(row).toBeGreaterThan(100_000)
  expect(view.snapshot()?.options.wrapColumns).toBe(100)
})

test('a dropped text leaves an empty view', async () => {
  const store = startStore()
  await receive(store, 'one\n')
  const view = store.openView(documentId, plainView)
  store.drop('step')
  await until(view, () => view.snapshot() === null)
  expect(view.peek(0)).toBeUndefined()
  expect(await view.rows(0, 9)).toEqual([])
  expect(await view.setOptions(wrapped, start)).toBe(0)
  expect(await view.rowOf(start)).toBe(0)
})

test('a closed view tells nothing and answers emptily', async () => {
  const store = startStore()
  await receive(store, 'one\n')
  const view = store.openView(documentId, plainView)
  let tellings = 0
  view.subscribe(() => {
    tellings += 1
  })
  view.close()
  await receive(store, 'one\ntwo\n')
  expect(await view.setOptions(wrapped, start)).toBeNull()
  expect(await view.rowOf(start)).toBe(0)
  expect(tellings).toBe(0)
})
