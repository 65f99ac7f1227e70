import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type BreakerState, type CallOutcome, createBreaker } from './breaker.ts'

/** A breaker with a clock of its own, and what it told. */
function setUp() {
  const told: boolean[] = []
  let nowMs = 0
  const breaker = createBreaker(
    {},
    ({ isOpen }: BreakerState) => told.push(isOpen),
    () => nowMs,
  )
  return {
    breaker,
    told,
    wait: (ms: number) => {
      nowMs += ms
    },
    /** So many calls one after the other; the number of those let through. */
    call(count: number, outcome: CallOutcome, source = 'zhao'): number {
      let through = 0
      for (let index = 0; index < count; index += 1) {
        const report = breaker.begin(source)
        report?.(outcome)
        if (report !== null) through += 1
      }
      return through
    },
  }
}

test('an upstream that fails every call is given a rest, and asked again soon', () => {
  const { breaker, told, call, wait } = setUp()
  expect(call(100, 'failed')).toBe(20)
  expect(breaker.state()).toEqual({ isOpen: true, retryInMs: 2_000 })
  wait(1_999)
  expect(breaker.begin('qian')).toBeNull()
  wait(1)
  expect(call(5, 'good')).toBe(5)
  expect(breaker.state()).toEqual({ isOpen: false, retryInMs: null })
  expect(told).toEqual([true, false])
})

test('one call is let through at a time, each after a longer pause, none of them 30 s', () => {
  const { call, wait } = setUp()
  call(20, 'failed')
  const pauses = [2_000, 4_000, 8_000, 16_000, 16_000, 16_000]
  for (const pauseMs of pauses) {
    wait(pauseMs - 1)
    expect(call(3, 'failed')).toBe(0)
    wait(1)
    expect(call(3, 'failed')).toBe(1)
  }
})

test('a call let through that hangs does not keep the next from trying', () => {
  const { breaker, call, wait } = setUp()
  call(20, 'failed')
  wait(2_000)
  const hangs = breaker.begin('qian')
  expect([hangs === null, breaker.begin('qian')]).toEqual([false, null])
  wait(2_000)
  const next = breaker.begin('qian')
  next?.('good')
  expect(breaker.state().isOpen).toBe(false)
  hangs?.('failed')
  expect(breaker.state().isOpen).toBe(false)
})

test('a reader that leaves says nothing: the next call tries in its place', () => {
  const { breaker, call, wait } = setUp()
  call(20, 'failed')
  wait(2_000)
  breaker.begin('qian')?.('unclear')
  expect(call(3, 'good')).toBe(3)
})

test('calls of one person that are only late, however many, take nothing away from others', () => {
  const { breaker, call } = setUp()
  expect(call(200, 'late', 'zhao')).toBe(200)
  expect(call(9, 'late', 'qian')).toBe(9)
  expect(breaker.state().isOpen).toBe(false)
  call(1, 'late', 'sun')
  expect(breaker.state().isOpen).toBe(true)
})

test('where nobody comes to try, it does not stay open for ever', () => {
  const { breaker, told, call, wait } = setUp()
  call(20, 'failed')
  wait(2_000)
  const hangs = breaker.begin('zhao')
  wait(60_000)
  expect(breaker.state().isOpen).toBe(true)
  hangs?.('failed')
  wait(4_999)
  expect(breaker.state()).toEqual({ isOpen: true, retryInMs: 0 })
  wait(1)
  expect(breaker.state().isOpen).toBe(false)
  expect(told).toEqual([true, false])
})

test('an upstream that was gone and is found there again is asked as usual; one that was there all the time is not', () => {
  const { breaker, call } = setUp()
  call(20, 'failed')
  breaker.looked(true)
  expect(call(1, 'good')).toBe(0)
  breaker.looked(false)
  breaker.looked(true)
  expect(call(1, 'good')).toBe(1)
  call(20, 'failed')
  breaker.looked(true)
  expect(breaker.state().isOpen).toBe(true)
})

test('what began before it opened does not close it', () => {
  const { breaker, call } = setUp()
  const before = breaker.begin('qian')
  call(20, 'failed')
  before?.('good')
  expect(breaker.state().isOpen).toBe(true)
})

test('a few failures of a quiet system prove nothing, nor do old ones', () => {
  const { breaker, call, wait } = setUp()
  for (let minute = 0; minute < 10; minute += 1) {
    expect(call(19, 'failed')).toBe(19)
    wait(30_000)
  }
  expect(breaker.state().isOpen).toBe(false)
})

test('only the first word about a call counts', () => {
  const { breaker } = setUp()
  const report = breaker.begin('qian')
  for (let times = 0; times < 30; times += 1) report?.('failed')
  expect(breaker.state().isOpen).toBe(false)
})

/** Product, section 14: whatever comes in whatever order, while half of every stretch succeeds it stays closed. */
test('it stays closed while most calls succeed', () => {
  const pair = fc.constantFrom<readonly CallOutcome[]>(
    ['good', 'failed'],
    ['good', 'good'],
    ['good', 'unclear'],
  )
  const property = fc.property(fc.array(pair, { maxLength: 300 }), (pairs) => {
    const { call } = setUp()
    for (const outcome of pairs.flat()) expect(call(1, outcome)).toBe(1)
  })
  fc.assert(property, { numRuns: 100 })
})

test('three quarters of the calls failing is not nearly all', () => {
  const { breaker, call } = setUp()
  for (let index = 0; index < 100; index += 1) call(1, index % 4 === 0 ? 'good' : 'failed')
  expect(breaker.state().isOpen).toBe(false)
  call(1, 'failed')
  expect(breaker.state().isOpen).toBe(true)
})
