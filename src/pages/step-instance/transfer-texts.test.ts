import { expect, test } from 'vitest'
import { rowOf, tableOf } from './transfer-rows.fixture.ts'
import { textFields } from './transfer-texts.ts'

test('every row of a table has its own texts, though failed ones stand first', () => {
  const rows = [rowOf(2), rowOf(3, { status: 5, sourcePath: '/lost' }), rowOf(4), rowOf(2, { status: 5 })]
  const { rows: ordered, texts } = tableOf(rows)
  expect(ordered).not.toEqual(rows)
  for (const field of textFields) {
    expect(texts.columns[field].map((index) => texts.texts[index])).toEqual(ordered.map((row) => row[field]))
  }
  expect(new Set(texts.texts).size).toBe(texts.texts.length)
})
