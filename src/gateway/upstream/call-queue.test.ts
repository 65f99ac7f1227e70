import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type CallQueue, createCallQueue, type QueuedCall } from './call-queue.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const settle = () => vi.advanceTimersByTimeAsync(0)

function enter(queue: CallQueue, reader: string, more: Partial<QueuedCall> = {}) {
  const entry: { leave: (() => void) | null; error: unknown } = { leave: null, error: null }
  const call = {
    reader,
    isBulk: false,
    signal: new AbortController().signal,
    deadlineAt: Number.POSITIVE_INFINITY,
    ...more,
  }
  queue.enter(call).then(
    (leave) => {
      entry.leave = leave
    },
    (error: unknown) => {
      entry.error = error
    },
  )
  return entry
}

/** Makes `calls` one-millisecond calls, all wanted at once, and notes whose turn it was. */
function flood(queue: CallQueue, reader: string, calls: number, order: string[], isBulk = false) {
  return Array.from({ length: calls }, async () => {
    const { signal } = new AbortController()
    const leave = await queue.enter({ reader, isBulk, signal, deadlineAt: Number.POSITIVE_INFINITY })
    order.push(isBulk ? `${reader} bulk` : reader)
    await new Promise((resolve) => setTimeout(resolve, 1))
    leave()
  })
}

test('one with a thousand calls does not keep others waiting', async () => {
  const queue = createCallQueue({ most: 4, mostWaitingEach: 2_000 })
  const order: string[] = []
  const all = [...flood(queue, 'many', 1_000, order, true), ...flood(queue, 'one', 3, order, true)]
  await vi.advanceTimersByTimeAsync(10)
  expect(order.slice(0, 12).filter((reader) => reader === 'one bulk')).toHaveLength(3)
  await vi.advanceTimersByTimeAsync(1_000)
  await Promise.all(all)
  expect(queue.state()).toEqual({ underWay: 0, waiting: 0 })
})

test('nobody has more than his part, and beside his bulk there is room for what he looks at', async () => {
  const queue = createCallQueue({ most: 10, mostEach: 4, mostBulkEach: 3 })
  const bulk = Array.from({ length: 5 }, () => enter(queue, 'one', { isBulk: true }))
  const looked = Array.from({ length: 2 }, () => enter(queue, 'one'))
  const other = enter(queue, 'other')
  await settle()
  expect(bulk.map(({ leave }) => leave !== null)).toEqual([true, true, true, false, false])
  expect(looked.map(({ leave }) => leave !== null)).toEqual([true, false])
  expect(other.leave).not.toBeNull()
  expect(queue.state()).toEqual({ underWay: 5, waiting: 3 })
})

test('a trickle of urgent calls does not starve bulk', async () => {
  const queue = createCallQueue({ most: 1 })
  const order: string[] = []
  const urgent = Array.from({ length: 40 }, (_, index) => flood(queue, `person ${index}`, 1, order)).flat()
  const bulk = flood(queue, 'bulk', 5, order, true)
  await vi.advanceTimersByTimeAsync(100)
  await Promise.all([...urgent, ...bulk])
  expect(order.slice(0, 25).filter((reader) => reader === 'bulk bulk')).toHaveLength(5)
})

test('who waits too long, or has too many waiting, is told so; who leaves is out of the line', async () => {
  const queue = createCallQueue({ most: 1, waitMs: 1_000, mostWaitingEach: 2 })
  const first = enter(queue, 'one')
  const leaving = new AbortController()
  const gone = enter(queue, 'one', { signal: leaving.signal })
  const late = enter(queue, 'one', { deadlineAt: performance.now() + 10 })
  const refused = enter(queue, 'one')
  const waits = enter(queue, 'other')
  leaving.abort(new Error('left'))
  await vi.advanceTimersByTimeAsync(10)
  const busy = { facts: { kind: 'rate-limited', retryAfterSeconds: 5 } }
  expect([gone.error, late.error, refused.error]).toMatchObject([{ message: 'left' }, busy, busy])
  expect(waits.error).toBeNull()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(waits.error).toMatchObject(busy)
  first.leave?.()
  first.leave?.()
  expect(queue.state()).toEqual({ underWay: 0, waiting: 0 })
})

test('whoever comes and goes, the limits hold and everybody who stays gets a place', async () => {
  const call = fc.record({
    reader: fc.constantFrom('a', 'b', 'c', 'd'),
    isBulk: fc.boolean(),
    ms: fc.nat(20),
    leavesAt: fc.option(fc.nat(30)),
  })
  const property = fc.asyncProperty(fc.array(call, { maxLength: 60 }), async (calls) => {
    const queue = createCallQueue({ most: 5, mostEach: 3, mostBulkEach: 2, waitMs: 60_000 })
    const running: { reader: string; isBulk: boolean }[] = []
    let got = 0
    const all = calls.map(async ({ reader, isBulk, ms, leavesAt }) => {
      const leaving = new AbortController()
      if (leavesAt !== null) setTimeout(() => leaving.abort(new Error('left')), leavesAt)
      const leave = await queue.enter({ reader, isBulk, signal: leaving.signal, deadlineAt: 1e9 })
      const own = { reader, isBulk }
      running.push(own)
      const mine = running.filter((each) => each.reader === reader)
      expect(running.length).toBeLessThanOrEqual(5)
      expect(mine.length).toBeLessThanOrEqual(3)
      expect(mine.filter((each) => each.isBulk).length).toBeLessThanOrEqual(2)
      await new Promise((resolve) => setTimeout(resolve, ms))
      running.splice(running.indexOf(own), 1)
      got += leavesAt === null ? 1 : 0
      leave()
    })
    const ended = Promise.allSettled(all)
    await vi.advanceTimersByTimeAsync(2_000)
    const broken = (await ended).flatMap((each) => (each.status === 'rejected' ? [each.reason.message] : []))
    expect(broken.filter((words) => words !== 'left')).toEqual([])
    expect(got).toBe(calls.filter(({ leavesAt }) => leavesAt === null).length)
    expect(queue.state()).toEqual({ underWay: 0, waiting: 0 })
  })
  await fc.assert(property, { numRuns: 50 })
})
