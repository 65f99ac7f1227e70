import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createDepartures, longestWaitMs } from './departures.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A log whose rows come when told to. */
function log() {
  const here = new Set<number>([0])
  const coming = new Map<number, () => void>()
  const shown: number[] = []
  const departures = createDepartures({
    areRowsHere: (topPx) => here.has(topPx),
    bringRows: (topPx) => new Promise<void>((resolve) => coming.set(topPx, resolve)),
  })
  return {
    ...departures,
    shown,
    leave: (topPx: number) => departures.leaveFor(topPx, () => shown.push(topPx)),
    come: async (topPx: number) => {
      here.add(topPx)
      coming.get(topPx)?.()
      await vi.advanceTimersByTimeAsync(0)
    },
  }
}

test('where rows are here the view is at once', async () => {
  const { leave, shown, aim } = log()
  const isShown = leave(0)
  expect(shown).toEqual([0])
  expect(aim()).toBeNull()
  expect(await isShown).toBe(true)
})

test('the view leaves together with the rows of where it goes, not before', async () => {
  const { leave, shown, aim, come } = log()
  const isShown = leave(500)
  expect(shown).toEqual([])
  expect(aim()).toBe(500)
  await come(500)
  expect(shown).toEqual([500])
  expect(aim()).toBeNull()
  expect(await isShown).toBe(true)
  await vi.advanceTimersByTimeAsync(2 * longestWaitMs)
  expect(shown).toEqual([500])
})

test('rows that take long are not waited for', async () => {
  const { leave, shown, come } = log()
  const isShown = leave(500)
  await vi.advanceTimersByTimeAsync(longestWaitMs - 1)
  expect(shown).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(shown).toEqual([500])
  expect(await isShown).toBe(true)
  await come(500)
  expect(shown, 'not a second time').toEqual([500])
})

test('what is passed is shown as it comes, and ends the waiting', async () => {
  const { leave, shown, come, aim } = log()
  const isFirstShown = leave(500)
  await vi.advanceTimersByTimeAsync(longestWaitMs - 10)
  void leave(900)
  expect(await isFirstShown, 'another is wanted').toBe(false)
  await come(500)
  expect(shown).toEqual([500])
  expect(aim()).toBe(900)
  await vi.advanceTimersByTimeAsync(longestWaitMs - 1)
  expect(shown).toEqual([500])
  await vi.advanceTimersByTimeAsync(1)
  expect(shown).toEqual([500, 900])
})

test('rows that come late take nobody back', async () => {
  const { leave, shown, come } = log()
  void leave(500)
  void leave(900)
  await come(900)
  await come(500)
  expect(shown).toEqual([900])
  void leave(700)
  expect(await leave(0)).toBe(true)
  await come(700)
  expect(shown).toEqual([900, 0])
})

test('an end that has moved on meanwhile is asked for again, once', async () => {
  const end = Number.POSITIVE_INFINITY
  const asked: (() => void)[] = []
  const shown: number[] = []
  const { leaveFor } = createDepartures({
    areRowsHere: () => false,
    bringRows: () => new Promise<void>((resolve) => asked.push(resolve)),
  })
  void leaveFor(end, () => shown.push(end))
  for (const [index, expected] of [[], [end]].entries()) {
    asked[index]?.()
    await vi.advanceTimersByTimeAsync(0)
    expect(shown).toEqual(expected)
  }
  expect(asked).toHaveLength(2)
})

test('who stays is taken nowhere', async () => {
  const { leave, shown, come, aim, drop } = log()
  const isShown = leave(500)
  drop()
  expect(aim()).toBeNull()
  expect(await isShown).toBe(false)
  await come(500)
  await vi.advanceTimersByTimeAsync(2 * longestWaitMs)
  expect(shown).toEqual([])
  void leave(800)
  await come(800)
  expect(shown).toEqual([800])
})
