import { createRoot } from 'react-dom/client'
import { expect, onTestFinished, test } from 'vitest'
import type { LogMeaning, MeaningState } from '#log'
import { type Errors, useErrors } from './use-errors.ts'

const state: MeaningState = {
  counts: { debug: 1, info: 2, success: 1, warning: 3, error: 2, fatal: 1 },
  sectionCount: 0,
  scannedLineCount: 100,
}

/** Errors at these lines. */
function meaningOf(lines: readonly number[]): LogMeaning {
  return {
    state: () => state,
    subscribe: () => () => undefined,
    find: async (lineIndex, direction) =>
      (direction === 'next'
        ? lines.find((line) => line > lineIndex)
        : lines.findLast((line) => line < lineIndex)) ?? null,
    close: () => undefined,
  }
}

/** A reader that shows ten lines, with what it goes to in their middle, a moment later. */
async function show(lines: readonly number[]) {
  const meaning = meaningOf(lines)
  const found: number[] = []
  const reader = { top: 0 }
  let errors: Errors = { count: 0, go: () => undefined }
  const root = createRoot(document.createElement('div'))
  onTestFinished(() => root.unmount())
  function Reader() {
    errors = useErrors({
      meaning,
      viewNow: () => ({ firstLineIndex: reader.top, lastLineIndex: reader.top + 9 }),
      onNone: () => undefined,
      onFound: async (lineIndex) => {
        await new Promise((resolve) => setTimeout(resolve, 5))
        reader.top = Math.max(0, lineIndex - 5)
        found.push(lineIndex)
      },
    })
    return null
  }
  root.render(<Reader />)
  await expect.poll(() => errors.count).toBe(3)
  return { found, reader, errors: () => errors }
}

test('a held key visits every error, though each step takes its time', async () => {
  const { found, errors } = await show([3, 6, 40])
  for (let press = 0; press < 3; press += 1) void errors().go('next')
  await expect.poll(() => found).toEqual([3, 6, 40])
  void errors().go('next')
  void errors().go('previous')
  await expect.poll(() => found).toEqual([3, 6, 40, 6])
})

test('having scrolled away, the next error is looked for from there', async () => {
  const { found, reader, errors } = await show([3, 40, 60, 90])
  void errors().go('next')
  await expect.poll(() => found).toEqual([3])
  reader.top = 50
  void errors().go('next')
  await expect.poll(() => found).toEqual([3, 60])
  reader.top = 85
  void errors().go('previous')
  await expect.poll(() => found).toEqual([3, 60, 60])
  void errors().go('first')
  await expect.poll(() => found.at(-1)).toBe(3)
})
