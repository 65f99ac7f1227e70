import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createTurns, type ReaderTurns, type Turn, type Turns } from './turns.ts'

const MIB = 1024 * 1024

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

let people = 0
/** One stream of somebody new. */
function somebody(turns: Turns): ReaderTurns {
  people += 1
  return turns.join(`person ${people}`)
}

/** Asks for a turn and keeps what became of it. */
function ask(reader: ReaderTurns, mib: number, isUrgent = false) {
  const asked: { turn: Turn | null; error: unknown } = { turn: null, error: null }
  reader.take({ isUrgent, bytes: () => mib * MIB }).then(
    (turn) => {
      asked.turn = turn
    },
    (error: unknown) => {
      asked.error = error
    },
  )
  return asked
}
const settle = () => vi.advanceTimersByTimeAsync(0)

test('turns are given while the answers expected fit, then as room is made', async () => {
  const turns = createTurns({ mostBytes: 8 * MIB, mostBulkBytes: 8 * MIB })
  const asked = [4, 4, 4].map((mib) => ask(somebody(turns), mib))
  await settle()
  expect(asked.map(({ turn }) => turn !== null)).toEqual([true, true, false])
  asked[0]?.turn?.answered(1 * MIB)
  await settle()
  expect(asked[2]?.turn).toBeNull()
  asked[1]?.turn?.answered(3 * MIB)
  await settle()
  expect(asked[2]?.turn).not.toBeNull()
})

test('readers take turns: one with many calls to make does not go before one with a few', async () => {
  const turns = createTurns({ mostBytes: MIB, mostBulkBytes: MIB })
  const order: string[] = []
  const work = async (name: string, calls: number) => {
    const reader = somebody(turns)
    for (let call = 0; call < calls; call += 1) {
      const turn = await reader.take({ isUrgent: false, bytes: () => MIB })
      order.push(name)
      setTimeout(() => turn.done(), 1)
    }
  }
  const all = Promise.all([work('many', 6), work('few', 2), work('one', 1)])
  await vi.advanceTimersByTimeAsync(20)
  await all
  expect(order.slice(0, 5)).toEqual(['many', 'few', 'one', 'many', 'few'])
})

test('people take turns, however many streams one of them reads', async () => {
  const turns = createTurns({ mostBytes: MIB, mostBulkBytes: MIB })
  const order: string[] = []
  const work = async (person: string) => {
    const reader = turns.join(person)
    for (let call = 0; call < 4; call += 1) {
      const turn = await reader.take({ isUrgent: false, bytes: () => MIB })
      order.push(person)
      setTimeout(() => turn.done(), 1)
    }
  }
  const all = Promise.all([...Array.from({ length: 10 }, () => work('many')), work('one')])
  await vi.advanceTimersByTimeAsync(100)
  await all
  // The first found nobody else there.
  expect(order.slice(1, 9)).toEqual(['many', 'one', 'many', 'one', 'many', 'one', 'many', 'one'])
})

test('urgent turns that never stop do not starve the others', async () => {
  const turns = createTurns({ mostBytes: 2 * MIB, mostBulkBytes: MIB })
  let urgent = 0
  let isOver = false
  const trickle = async () => {
    while (!isOver) {
      const turn = await somebody(turns).take({ isUrgent: true, bytes: () => MIB })
      urgent += 1
      setTimeout(() => turn.done(), 1)
    }
  }
  const trickles = Array.from({ length: 6 }, trickle)
  await vi.advanceTimersByTimeAsync(5)
  const bulk = ask(somebody(turns), 1)
  const before = urgent
  while (bulk.turn === null && urgent < before + 100) await vi.advanceTimersByTimeAsync(1)
  isOver = true
  await vi.advanceTimersByTimeAsync(20)
  await Promise.all(trickles)
  expect(bulk.turn).not.toBeNull()
  expect(urgent - before).toBeLessThan(20)
})

test('what is being looked at comes before what is not, and finds room when that is full', async () => {
  const turns = createTurns({ mostBytes: 3 * MIB, mostBulkBytes: 2 * MIB })
  const running = [2].map((mib) => ask(somebody(turns), mib))
  const bulk = ask(somebody(turns), 1)
  const first = ask(somebody(turns), 1, true)
  const second = ask(somebody(turns), 1, true)
  await settle()
  expect([bulk.turn !== null, first.turn !== null, second.turn !== null]).toEqual([false, true, false])
  running[0]?.turn?.done()
  await settle()
  expect([bulk.turn !== null, second.turn !== null]).toEqual([false, true])
})

test('a large urgent turn gets its room however much bulk waits, and small ones behind it too', async () => {
  const turns = createTurns({ waitMs: 1_000 })
  let isOver = false
  let bulk = 0
  const work = async (reader: ReaderTurns) => {
    while (!isOver) {
      const turn = await reader.take({ isUrgent: false, bytes: () => 4 * MIB })
      bulk += 1
      setTimeout(() => turn.done(), 5)
    }
  }
  const readers = Array.from({ length: 12 }, () => work(somebody(turns)))
  await vi.advanceTimersByTimeAsync(3)
  const large = ask(somebody(turns), 20, true)
  const small = ask(somebody(turns), 1, true)
  await vi.advanceTimersByTimeAsync(20)
  expect([large.turn !== null, small.turn !== null]).toEqual([true, true])
  large.turn?.done()
  small.turn?.done()
  const before = bulk
  await vi.advanceTimersByTimeAsync(50)
  expect(bulk).toBeGreaterThan(before + 10)
  isOver = true
  await vi.advanceTimersByTimeAsync(20)
  await Promise.all(readers)
})

test('one answer larger than everything goes alone', async () => {
  const turns = createTurns({ mostBytes: 2 * MIB, mostBulkBytes: 2 * MIB })
  const small = ask(somebody(turns), 1)
  const huge = ask(somebody(turns), 50)
  await settle()
  expect(huge.turn).toBeNull()
  small.turn?.done()
  await settle()
  expect(huge.turn).not.toBeNull()
})

test('a reader that leaves is out of the line at once and gives back what it held', async () => {
  const turns = createTurns({ mostBytes: MIB, mostBulkBytes: MIB })
  const holder = somebody(turns)
  ask(holder, 1)
  const leaver = somebody(turns)
  const gone = ask(leaver, 1)
  const next = ask(somebody(turns), 1)
  leaver.leave()
  await settle()
  expect(gone.error).toMatchObject({ name: 'AbortError' })
  holder.leave()
  await settle()
  expect([gone.turn, next.turn !== null]).toEqual([null, true])
})

test('who waits too long with nothing is told so; who holds a turn is not', async () => {
  const turns = createTurns({ mostBytes: MIB, mostBulkBytes: MIB, waitMs: 1_000 })
  const busy = somebody(turns)
  const held = ask(busy, 1)
  await settle()
  const more = ask(busy, 1)
  const waiting = ask(somebody(turns), 1)
  await vi.advanceTimersByTimeAsync(999)
  expect(waiting.error).toBeNull()
  await vi.advanceTimersByTimeAsync(1)
  expect(waiting.error).toMatchObject({ facts: { kind: 'rate-limited', retryAfterSeconds: 5 } })
  expect(more.error).toBeNull()
  held.turn?.done()
  await settle()
  expect(more.turn).not.toBeNull()
})

test('an answer nobody takes stops counting after a while, but its reader gets no further turn', async () => {
  const turns = createTurns({ mostBytes: MIB, mostBulkBytes: MIB, holdMs: 100 })
  const slow = somebody(turns)
  const first = ask(slow, 1)
  await settle()
  first.turn?.answered(MIB)
  const second = ask(slow, 1)
  const other = ask(somebody(turns), 1)
  await vi.advanceTimersByTimeAsync(99)
  expect(other.turn).toBeNull()
  await vi.advanceTimersByTimeAsync(1)
  expect([other.turn !== null, second.turn]).toEqual([true, null])
  other.turn?.done()
  await settle()
  expect(second.turn).toBeNull()
  first.turn?.done()
  await settle()
  expect(second.turn).not.toBeNull()
})

test('of answers that nobody takes only so many are set aside, the others leave no room for more', async () => {
  const turns = createTurns({
    mostBytes: 2 * MIB,
    mostBulkBytes: 2 * MIB,
    holdMs: 100,
    mostAsideBytes: 3 * MIB,
  })
  const stuck: Turn[] = []
  for (let index = 0; index < 5; index += 1) {
    const { turn } = await (async () => {
      const asked = ask(somebody(turns), 1)
      await settle()
      return asked
    })()
    if (turn === null) throw new Error(`no turn for ${index}`)
    turn.answered(MIB)
    stuck.push(turn)
    await vi.advanceTimersByTimeAsync(100)
  }
  // Three are set aside, two count.
  expect(turns.isShort()).toBe(false)
  const next = ask(somebody(turns), 1)
  await vi.advanceTimersByTimeAsync(1_000)
  expect([next.turn, turns.isShort()]).toEqual([null, true])
  stuck[4]?.done()
  await settle()
  expect(next.turn).not.toBeNull()
  next.turn?.done()
  for (const turn of stuck) turn.done()
  // Nothing counts twice, nothing for ever.
  const asked = [ask(somebody(turns), 1), ask(somebody(turns), 1)]
  await settle()
  expect(asked.map(({ turn }) => turn !== null)).toEqual([true, true])
})

test('who leaves much lying in all his streams together gets nothing in a new one, and is told why', async () => {
  const turns = createTurns({ holdMs: 100, waitMs: 1_000, mostUntakenEachBytes: 3 * MIB })
  const lying = [turns.join('slow'), turns.join('slow')]
  for (const stream of lying) {
    const asked = ask(stream, 2)
    await settle()
    asked.turn?.answered(2 * MIB)
  }
  await vi.advanceTimersByTimeAsync(100)
  expect(turns.state()).toEqual({ usedBytes: 0, untakenBytes: 4 * MIB, waiting: 0 })
  const refused = ask(turns.join('slow'), 1, true)
  const other = ask(somebody(turns), 1, true)
  await settle()
  expect(turns.isShort()).toBe(true)
  await vi.advanceTimersByTimeAsync(1_000)
  expect([refused.turn, other.turn !== null]).toEqual([null, true])
  expect(String(refused.error)).toMatch(/have not taken/)
  const again = ask(turns.join('slow'), 1)
  lying[0]?.leave()
  await settle()
  expect(again.turn).not.toBeNull()
  expect(turns.state()).toEqual({ usedBytes: 2 * MIB, untakenBytes: 2 * MIB, waiting: 0 })
})

test('one answer larger than all that may be set aside keeps nobody waiting, slow as its reader is', async () => {
  const turns = createTurns({ mostBytes: 2 * MIB, holdMs: 100, mostAsideBytes: 3 * MIB })
  const huge = ask(somebody(turns), 1)
  await settle()
  huge.turn?.answered(50 * MIB)
  const next = ask(somebody(turns), 1)
  await vi.advanceTimersByTimeAsync(100)
  expect(next.turn).not.toBeNull()
})

test('whatever the sizes and whoever leaves, the budget holds and everybody else gets every turn', async () => {
  const call = fc.record({ kib: fc.integer({ min: 0, max: 3_000 }), ms: fc.nat(50), isUrgent: fc.boolean() })
  const reader = fc.record({ calls: fc.array(call, { maxLength: 6 }), leavesAt: fc.option(fc.nat(100)) })
  const property = fc.asyncProperty(fc.array(reader, { maxLength: 12 }), async (readers) => {
    const turns = createTurns({ mostBytes: 2 * MIB, mostBulkBytes: MIB })
    const running = new Set<number>()
    let got = 0
    const all = readers.map(async ({ calls, leavesAt }) => {
      const own = somebody(turns)
      if (leavesAt !== null) setTimeout(() => own.leave(), leavesAt)
      for (const { kib, ms, isUrgent } of calls) {
        const turn = await own.take({ isUrgent, bytes: () => kib * 1024 })
        if (leavesAt === null) {
          const entry = kib + running.size / 100
          running.add(entry)
          const sum = [...running].reduce((total, each) => total + Math.floor(each), 0)
          expect(sum <= 2 * 1024 || running.size === 1).toBe(true)
          got += 1
          await new Promise((resolve) => setTimeout(resolve, ms))
          running.delete(entry)
        } else await new Promise((resolve) => setTimeout(resolve, ms))
        turn.done()
      }
      own.leave()
    })
    const ended = Promise.allSettled(all)
    await vi.advanceTimersByTimeAsync(5_000)
    await ended
    const stayed = readers.filter(({ leavesAt }) => leavesAt === null)
    expect(got).toBe(stayed.flatMap(({ calls }) => calls).length)
  })
  await fc.assert(property, { numRuns: 50 })
})

test('however the answers were guessed, nothing is left of them when all have been taken', async () => {
  const turns = createTurns()
  for (const hosts of [3, 7, 11]) {
    const asked = [0.1, 0.7, 1 / 3, 1.1].map((mib) => ask(somebody(turns), mib / hosts))
    await settle()
    asked[0]?.turn?.answered(1)
    for (const { turn } of asked) turn?.done()
  }
  expect(turns.state().usedBytes).toBe(0)
})
