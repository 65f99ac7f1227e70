import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createChunkQueue } from './chunks.ts'

const MIB = 1024 * 1024
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index)

function sizes(count: number, limit: number, bytesPerItem: number): number[] {
  const queue = createChunkQueue<number>(limit)
  queue.add(numbers(count))
  const taken: number[] = []
  for (let chunk = queue.next(); chunk !== null; chunk = queue.next()) {
    taken.push(chunk.length)
    queue.learn(chunk.length, chunk.length * bytesPerItem)
  }
  return taken
}

test('a few hosts go in one call, as asked', () => {
  expect(sizes(20, 500, 1000)).toEqual([20])
})

test('of many hosts the first goes alone, then chunks grow to the limit while answers stay small', () => {
  expect(sizes(1_500, 500, 100)).toEqual([1, 80, 320, 500, 500, 99])
  expect(sizes(131, 50, 100)).toEqual([1, 50, 50, 30])
})

test('large logs are asked for few at a time, aiming at 4 MiB', () => {
  expect(sizes(46, 500, 200 * 1024)).toEqual([1, 20, 20, 5])
  expect(sizes(24, 500, 5 * MIB)).toEqual(Array(24).fill(1))
})

test('a chunk that was too much comes back as halves, down to one', () => {
  const queue = createChunkQueue<number>(500)
  queue.add(numbers(3))
  const chunk = queue.next() ?? []
  expect(queue.split(chunk)).toHaveLength(2)
  expect([queue.next(), queue.next(), queue.next()]).toEqual([[0, 1], [2], null])
  expect(queue.split([2])).toEqual([])
})

test('whatever happens, every item comes out once per round, within the limit, never mixing groups', () => {
  const group = fc.array(fc.nat(), { maxLength: 200 })
  const events = fc.infiniteStream(
    fc.record({ bytes: fc.nat(20 * MIB), split: fc.integer({ min: 0, max: 4 }) }),
  )
  fc.assert(
    fc.property(
      fc.array(group, { maxLength: 4 }),
      fc.integer({ min: 1, max: 500 }),
      events,
      (groups, limit, steps) => {
        const queue = createChunkQueue<string>(limit)
        const items = groups.map((values, at) => values.map((_, index) => `${at}:${index}`))
        for (const each of items) queue.add(each)
        const seen: string[] = []
        for (let chunk = queue.next(); chunk !== null; chunk = queue.next()) {
          expect(chunk.length).toBeGreaterThan(0)
          expect(chunk.length).toBeLessThanOrEqual(limit)
          expect(new Set(chunk.map((item) => item.split(':')[0])).size).toBe(1)
          const step = steps.next().value
          if (step.split === 0 && queue.split(chunk).length > 0) continue
          queue.learn(chunk.length, step.bytes)
          seen.push(...chunk)
        }
        expect(seen.toSorted()).toEqual(items.flat().toSorted())
      },
    ),
  )
})

test('draining takes halves and untouched items', () => {
  const queue = createChunkQueue<number>(2)
  queue.add(numbers(5))
  const chunk = queue.next() ?? []
  queue.split(chunk)
  expect(queue.drain()).toEqual([0, 1, 2, 3, 4])
  expect(queue.next()).toBeNull()
})
