import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createVisibleRanges, type VisibleRanges } from './visible-ranges.ts'

type Fate = 'show' | 'filter' | 'fold'

const fate = fc.constantFrom<Fate>('show', 'filter', 'fold')
const said = fc.array(fc.record({ fate, count: fc.integer({ min: 1, max: 4 }) }), { maxLength: 12 })

function say(ranges: VisibleRanges, model: Fate[], words: readonly { fate: Fate; count: number }[]): void {
  for (const { fate, count } of words) {
    if (fate === 'show') ranges.show(count)
    else ranges.hide(count, fate)
    for (let line = 0; line < count; line += 1) model.push(fate)
  }
}

/** Every line in exactly one item: lines shown stand alone, the others with their neighbours. */
function check(ranges: VisibleRanges, model: readonly Fate[]): void {
  const items = Array.from({ length: ranges.itemCount }, (_, item) => ranges.itemAt(item))
  const all = ranges.lastGap === null ? items : [...items, ranges.lastGap]
  const lines = all.flatMap((item, at) => {
    if (item.kind === 'line') return [{ line: item.lineIndex, at, isShown: true }]
    const length = item.lineCount
    return Array.from({ length }, (_, line) => ({ line: item.firstLineIndex + line, at, isShown: false }))
  })
  expect(lines.map(({ line }) => line)).toEqual(model.map((_, line) => line))
  expect(lines.map(({ isShown }) => isShown)).toEqual(model.map((one) => one === 'show'))
  expect(lines.map(({ line }) => ranges.itemOf(line))).toEqual(lines.map(({ at }) => at))
  expect(all.filter((item, at) => item.kind === 'gap' && all[at + 1]?.kind === 'gap')).toEqual([])
  expect(ranges.hiddenLineCounts).toEqual({
    filter: model.filter((one) => one === 'filter').length,
    fold: model.filter((one) => one === 'fold').length,
  })
  for (const item of all) {
    if (item.kind === 'line') expect(model.slice(item.lineIndex)[item.runLength - 1]).toBe('show')
    else {
      const hidden = model.slice(item.firstLineIndex, item.firstLineIndex + item.lineCount)
      expect(item.reason).toBe(hidden.includes('fold') ? 'fold' : 'filter')
    }
  }
}

test('every line is in exactly one item', () => {
  fc.assert(
    fc.property(said, (words) => {
      const ranges = createVisibleRanges()
      const model: Fate[] = []
      say(ranges, model, words)
      check(ranges, model)
    }),
  )
})

test('what was said after a mark, or from a line on, is forgotten as if it had never been said', () => {
  fc.assert(
    fc.property(said, said, fc.nat(50), said, (before, after, line, last) => {
      const ranges = createVisibleRanges()
      const model: Fate[] = []
      say(ranges, model, before)
      const mark = ranges.mark()
      say(ranges, [], after)
      ranges.goBack(mark)
      check(ranges, model)
      ranges.truncate(line)
      expect(ranges.scannedLineCount).toBeLessThanOrEqual(Math.max(line, 0))
      model.length = ranges.scannedLineCount
      expect(model.slice(ranges.scannedLineCount).includes('show')).toBe(false)
      say(ranges, model, last)
      check(ranges, model)
    }),
  )
})
