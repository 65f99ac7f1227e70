import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const now = Date.UTC(2026, 10, 22, 12, 0, 0)

beforeEach(() => {
  vi.resetModules()
  vi.useFakeTimers({ toFake: ['Date'], now })
})
afterEach(() => void vi.useRealTimers())

/** A clock that has learned nothing yet; `told` is the header of an answer that arrives now. */
async function clock() {
  const { upstreamNow, learnDate, learnMoments } = await import('./upstream-clock.ts')
  return { aheadMs: () => upstreamNow() - Date.now(), learnDate, learnMoments }
}

const header = (at: number) => new Date(at).toUTCString()

test('without an answer, and with clocks that agree, it is our own', async () => {
  const { aheadMs, learnDate } = await clock()
  expect(aheadMs()).toBe(0)
  learnDate(header(now - 2000))
  learnDate(null)
  learnDate('yesterday')
  expect(aheadMs()).toBe(0)
})

test("the gateway's clock counts, ahead of ours or behind", async () => {
  const { aheadMs, learnDate } = await clock()
  learnDate(header(now - 300_000))
  expect(aheadMs()).toBe(-299_500)
  learnDate(header(now + 180_000))
  expect(aheadMs()).toBe(180_500)
})

test('a slow answer does not set it back, a clock that was set anew does', async () => {
  const { aheadMs, learnDate } = await clock()
  learnDate(header(now + 180_000))
  learnDate(header(now + 170_000))
  expect(aheadMs()).toBe(180_500)
  learnDate(header(now))
  expect(aheadMs()).toBe(0)
})

test('what has happened is not yet to come, but for what is no time at all', async () => {
  const { aheadMs, learnMoments } = await clock()
  learnMoments([null, now - 1, now + 120_000, Date.UTC(2099, 1), now + 8 * 3_600_000])
  expect(aheadMs()).toBe(120_000)
  vi.setSystemTime(now + 60_000)
  learnMoments([now + 120_000])
  expect(aheadMs()).toBe(120_000)
})
