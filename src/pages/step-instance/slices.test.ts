import fc from 'fast-check'
import { expect, test } from 'vitest'
import { eachInSlices, runInSlices, runWhole, type SlicedWork, sortInSlices } from './slices.ts'

test('sorting in slices is a stable sort', () => {
  const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.nat()), { maxLength: 5000 })
  const byFirst = (a: [number, number], b: [number, number]) => a[0] - b[0]
  fc.assert(
    fc.property(pairs, (items) => {
      expect(runWhole(sortInSlices(items, byFirst))).toEqual(items.toSorted(byFirst))
    }),
    { numRuns: 30 },
  )
})

test('what is small is done at once', () => {
  let sum = 0
  runInSlices(
    eachInSlices([1, 2, 3], (one) => {
      sum += one
    }),
    () => {
      sum *= 10
    },
  )
  expect(sum).toBe(60)
})

/** Work that takes longer than a slice between two offers to pause. */
function* slow(pieces: number): SlicedWork<string> {
  for (let piece = 0; piece < pieces; piece += 1) {
    const until = performance.now() + 15
    while (performance.now() < until);
    yield
  }
  return 'done'
}

test('long work lets other events in between, and ends with its result', async () => {
  let others = 0
  const timer = setInterval(() => {
    others += 1
  })
  const result = await new Promise((resolve) => runInSlices(slow(5), resolve))
  clearInterval(timer)
  expect(result).toBe('done')
  expect(others).toBeGreaterThan(0)
})

test('stopped work says nothing any more', async () => {
  let done = false
  const stop = runInSlices(slow(3), () => {
    done = true
  })
  stop()
  await new Promise((resolve) => runInSlices(slow(5), resolve))
  expect(done).toBe(false)
})
