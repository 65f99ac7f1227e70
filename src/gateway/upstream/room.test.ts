import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createRoom, type Place } from './room.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const never = new AbortController().signal

/** Who has grown, in order. */
function crowd() {
  const grown: string[] = []
  const grow = async (name: string, place: Place, bytes: number, signal = never) => {
    await place.grow(bytes, signal).then(
      () => grown.push(name),
      () => grown.push(`not ${name}`),
    )
  }
  return { grown, grow, settle: () => vi.advanceTimersByTimeAsync(0) }
}

test('what fits goes on, also past one that is too large', async () => {
  const room = createRoom({ mostBytes: 10 })
  const { grown, grow, settle } = crowd()
  const first = room.enter('a')
  void grow('first', first, 6)
  void grow('beyond', room.enter('b'), 7)
  void grow('large', room.enter('c'), 8)
  void grow('small', room.enter('d'), 3)
  await settle()
  expect(grown).toEqual(['first', 'beyond'])
  expect(room.state()).toEqual({ usedBytes: 13, waiting: 2 })
  first.leave()
  await settle()
  expect(grown).toEqual(['first', 'beyond', 'small'])
})

test('of those that find no room one goes on, the next when it has left', async () => {
  const room = createRoom({ mostBytes: 10 })
  const { grown, grow, settle } = crowd()
  const places = ['a', 'b', 'c'].map((person) => room.enter(person))
  for (const [index, place] of places.entries()) void grow(`${index}`, place, 4)
  for (const [index, place] of places.entries()) void grow(`${index} whole`, place, 40)
  await settle()
  expect(grown).toEqual(['0', '1', '2', '2 whole'])
  places[2]?.leave()
  await settle()
  expect(grown.slice(4)).toEqual(['0 whole'])
  places[0]?.leave()
  await settle()
  expect(grown.slice(5)).toEqual(['1 whole'])
})

test('people take turns, however much one of them asks for', async () => {
  const room = createRoom({ mostBytes: 10 })
  const { grown, grow, settle } = crowd()
  const holding = room.enter('somebody')
  void grow('somebody', holding, 20)
  const places = ['much 1', 'much 2', 'much 3', 'little'].map((name) => {
    const place = room.enter(name.slice(0, 4))
    void grow(name, place, 20)
    return [name, place] as const
  })
  holding.leave()
  for (let turn = 0; turn < 4; turn += 1) {
    await settle()
    places.find(([name]) => name === grown.at(-1))?.[1].leave()
  }
  expect(grown).toEqual(['somebody', 'much 1', 'little', 'much 2', 'much 3'])
})

test('who leaves the line waits no longer, and holds nobody up', async () => {
  const room = createRoom({ mostBytes: 10 })
  const { grown, grow, settle } = crowd()
  const leaving = new AbortController()
  const first = room.enter('a')
  void grow('first', first, 20)
  const second = room.enter('b')
  void grow('second', second, 20, leaving.signal)
  void grow('third', room.enter('c'), 20)
  leaving.abort(new Error('gone'))
  await settle()
  expect([first.waited().for, second.waited().for]).toEqual([null, 'others'])
  first.leave()
  await settle()
  expect(grown).toEqual(['first', 'not second', 'third'])
})

test('what was made and is not taken lets others go on after a while, until too much lies', async () => {
  const room = createRoom({ mostBytes: 10, mostLyingBytes: 25, holdMs: 100 })
  const { grown, grow, settle } = crowd()
  const places = ['a', 'b', 'c'].map((person) => room.enter(person))
  for (const [index, place] of places.entries()) void grow(`${index}`, place, 20)
  places[0]?.made()
  await settle()
  expect(grown).toEqual(['0'])
  await vi.advanceTimersByTimeAsync(100)
  expect(grown).toEqual(['0', '1'])
  places[1]?.made()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(grown).toEqual(['0', '1'])
  places[0]?.leave()
  await settle()
  expect(grown).toEqual(['0', '1', '2'])
})

test('whatever comes and goes, somebody always goes on, and only one beyond the most', async () => {
  const answers = fc.array(
    fc.record({ person: fc.constantFrom('a', 'b', 'c'), sizes: fc.array(fc.integer({ min: 1, max: 30 })) }),
    { maxLength: 12 },
  )
  await fc.assert(
    fc.asyncProperty(answers, fc.scheduler(), async (all, scheduler) => {
      const room = createRoom({ mostBytes: 20 })
      const runs = all.map(async ({ person, sizes }) => {
        const place = room.enter(person)
        for (const bytes of sizes) {
          await place.grow(bytes, never)
          expect(room.state().usedBytes).toBeLessThanOrEqual(20 + 30)
          await scheduler.schedule(Promise.resolve())
        }
        place.leave()
      })
      const over = Promise.all(runs)
      while (scheduler.count() > 0 || room.state().usedBytes > 0) {
        if (scheduler.count() > 0) await scheduler.waitAll()
        await vi.advanceTimersByTimeAsync(0)
      }
      await over
      expect(room.state()).toEqual({ usedBytes: 0, waiting: 0 })
    }),
    { numRuns: 50 },
  )
})

test('who goes beyond and gets no more from upstream gives way; who has all of it does not', async () => {
  for (const hasArrived of [false, true]) {
    const room = createRoom({ mostBytes: 10, idleMs: 1_000 })
    const { grown, grow } = crowd()
    const first = room.enter('a')
    void grow('first', first, 40)
    void grow('second', room.enter('b'), 40)
    await vi.advanceTimersByTimeAsync(900)
    first.came()
    if (hasArrived) first.arrived()
    await vi.advanceTimersByTimeAsync(900)
    expect(grown).toEqual(['first'])
    await vi.advanceTimersByTimeAsync(200)
    expect(grown.includes('second')).toBe(!hasArrived)
  }
})

test('what lies for many readers is there once, until the last has taken it', () => {
  const room = createRoom()
  const [what, other] = [{}, {}]
  const taken = [room.lay(what, 5), room.lay(what, 5), room.lay(other, 3)]
  expect(room.state().usedBytes).toBe(8)
  taken[0]?.()
  taken[0]?.()
  expect(room.state().usedBytes).toBe(8)
  taken[1]?.()
  taken[2]?.()
  expect(room.state().usedBytes).toBe(0)
})

test('who lets much lie goes beyond no more; others do', async () => {
  const room = createRoom({ mostBytes: 10, mostLyingEachBytes: 15, mostLyingBytes: 100, holdMs: 100 })
  const { grown, grow } = crowd()
  const first = room.enter('slow')
  void grow('first', first, 20)
  first.made()
  await vi.advanceTimersByTimeAsync(200)
  void grow('second', room.enter('slow'), 20)
  void grow('other', room.enter('quick'), 20)
  await vi.advanceTimersByTimeAsync(0)
  expect(grown).toEqual(['first', 'other'])
})

test('of those that upstream keeps waiting the longest is dropped when another needs its room', async () => {
  const room = createRoom({ mostBytes: 10, mostLyingBytes: 25, idleMs: 1_000 })
  const { grown, grow } = crowd()
  const dropped: string[] = []
  const names = ['a', 'b', 'c', 'd']
  for (const name of names)
    void grow(
      name,
      room.enter(name, () => dropped.push(name)),
      20,
    )
  await vi.advanceTimersByTimeAsync(1_000)
  expect([grown, dropped]).toEqual([['a', 'b'], []])
  await vi.advanceTimersByTimeAsync(1_000)
  expect([grown, dropped]).toEqual([['a', 'b', 'c'], ['a']])
  await vi.advanceTimersByTimeAsync(1_000)
  expect([grown, dropped]).toEqual([names, ['a', 'b']])
})

test('those that upstream keeps waiting may have so much together, whatever else lies', async () => {
  const room = createRoom({ mostBytes: 10, mostIdleBytes: 30, idleMs: 1_000 })
  const { grown, grow } = crowd()
  const dropped: string[] = []
  const names = ['a', 'b', 'c']
  for (const name of names)
    void grow(
      name,
      room.enter(name, () => dropped.push(name)),
      20,
    )
  await vi.advanceTimersByTimeAsync(2_000)
  expect([grown, dropped]).toEqual([names, ['a']])
})

test('one that goes on after it had to wait for upstream is not dropped', async () => {
  const room = createRoom({ mostBytes: 10, mostLyingBytes: 25, idleMs: 1_000 })
  const { grown, grow } = crowd()
  const dropped: string[] = []
  const names = ['a', 'b', 'c']
  const places = names.map((name) => room.enter(name, () => dropped.push(name)))
  for (const [index, place] of places.entries()) void grow(names[index] ?? '', place, 20)
  await vi.advanceTimersByTimeAsync(1_500)
  places[0]?.came()
  await vi.advanceTimersByTimeAsync(500)
  expect([grown, dropped]).toEqual([names, ['b']])
})

test('what one has itself is no reason to keep it waiting', async () => {
  const room = createRoom({ mostBytes: 10, mostLyingBytes: 25, idleMs: 1_000 })
  const { grown, grow } = crowd()
  const place = room.enter('a')
  void grow('first', place, 30)
  await vi.advanceTimersByTimeAsync(1_000)
  place.came()
  void grow('more', place, 40)
  await vi.advanceTimersByTimeAsync(0)
  expect(grown).toEqual(['first', 'more'])
})

test('one that comes slowly, but comes, goes on before others', async () => {
  const room = createRoom({ mostBytes: 10, idleMs: 1_000 })
  const { grown, grow } = crowd()
  const slow = room.enter('slow')
  void grow('slow', slow, 20)
  void grow('other', room.enter('other'), 20)
  for (let second = 0; second < 5; second += 1) {
    await vi.advanceTimersByTimeAsync(900)
    slow.came()
  }
  expect(grown).toEqual(['slow'])
  await vi.advanceTimersByTimeAsync(1_100)
  expect(grown).toEqual(['slow', 'other'])
})

test('it says when nothing is waited for but what readers do not take', async () => {
  const room = createRoom({ mostBytes: 10, mostLyingBytes: 25, mostLyingEachBytes: 100, holdMs: 100 })
  const { grown, grow } = crowd()
  const first = room.enter('a')
  void grow('first', first, 30)
  const second = room.enter('b')
  void grow('second', second, 20)
  expect(room.isShort()).toBe(false)
  first.made()
  await vi.advanceTimersByTimeAsync(100)
  expect([grown, room.isShort(), second.waited().for]).toEqual([['first'], true, 'others'])
  first.leave()
  await vi.advanceTimersByTimeAsync(0)
  expect([grown, room.isShort()]).toEqual([['first', 'second'], false])
})

test('it tells how long one has waited, and whether for what its own reader leaves lying', async () => {
  const room = createRoom({ mostBytes: 10, mostLyingEachBytes: 15, holdMs: 100 })
  const { grow } = crowd()
  const first = room.enter('slow')
  void grow('first', first, 20)
  const second = room.enter('slow')
  void grow('second', second, 20)
  await vi.advanceTimersByTimeAsync(50)
  expect(second.waited()).toEqual({ ms: 50, for: 'others' })
  first.made()
  await vi.advanceTimersByTimeAsync(150)
  expect(second.waited()).toEqual({ ms: 200, for: 'own' })
  first.leave()
  await vi.advanceTimersByTimeAsync(150)
  expect(second.waited()).toEqual({ ms: 200, for: null })
})
