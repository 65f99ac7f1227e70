import { expect, test } from 'vitest'
import { defaultLogPreferences, fontSizes, readLogPreferences, rowPxOf } from './log-preferences.ts'

test('what was kept is taken, field by field', () => {
  const kept = {
    wrap: true,
    fontPx: 16,
    time: 'gap',
    lineNumbers: false,
    severityColors: false,
    announcements: false,
  }
  expect(readLogPreferences(JSON.parse(JSON.stringify(kept)))).toEqual(kept)
  expect(readLogPreferences({ ...kept, wrap: 'yes', fontPx: 1e9, time: 'lunar' })).toEqual({
    ...kept,
    wrap: defaultLogPreferences.wrap,
    fontPx: defaultLogPreferences.fontPx,
    time: defaultLogPreferences.time,
  })
})

test.each([null, undefined, 'x', 7, []])('%j keeps nothing', (kept) => {
  expect(readLogPreferences(kept)).toEqual(defaultLogPreferences)
})

test('rows are whole pixels, higher than their text, and higher for larger text', () => {
  const heights = fontSizes.map((fontPx) => rowPxOf(fontPx))
  expect(heights.every(Number.isInteger)).toBe(true)
  expect(heights.every((height, index) => height >= (fontSizes[index] ?? 0) * 1.4)).toBe(true)
  expect(heights).toEqual([...new Set(heights)].sort((one, other) => one - other))
  // A finger needs 24 px, whatever the size of the text.
  expect(fontSizes.map((fontPx) => rowPxOf(fontPx, true))).toEqual(heights.map((px) => Math.max(24, px)))
})
