import { expect, test } from 'vitest'
import { attemptFacts } from './attempt-facts.ts'
import { resultOf, stepOf } from './step-instance.fixture.ts'

const timed = (id: number, status: number, startedAt: number, endedAt: number) => ({
  ...resultOf(id, status),
  startedAt,
  endedAt,
})

/** The first of three attempts, unless said otherwise. */
function earlier(results: readonly ReturnType<typeof resultOf>[], batch = 0, executeCount = 0) {
  return attemptFacts({ ...stepOf(results, { status: 3, executeCount: 2 }), part: { executeCount, batch } })
}

test('of an earlier attempt its hosts tell how it went, from the first that began to the last that ended', () => {
  expect(earlier([timed(1, 9, 2000, 5000), timed(2, 104, 1000, 3000)])).toEqual({
    status: 4,
    startedAt: 1000,
    durationMs: 4000,
  })
  expect(earlier([timed(1, 9, 2000, 5000)])).toMatchObject({ status: 3 })
})

test('what hosts do not tell is not guessed', () => {
  const nothing = { status: null, startedAt: null, durationMs: null }
  expect(earlier([])).toEqual(nothing)
  expect(earlier([timed(1, 7, 2000, 5000), timed(2, 104, 1000, 3000)]), 'one still runs').toEqual(nothing)
  expect(earlier([timed(1, 9, 2000, 5000)], 2), 'one batch of it').toEqual(nothing)
  expect(earlier([timed(1, 9, 2000, 5000)], 0, 7), 'there never was one').toEqual(nothing)
  expect(earlier([timed(1, 9, 2000, 5000), timed(2, 77, 2000, 5000)]), 'a status nobody knows').toMatchObject(
    { status: null, durationMs: 3000 },
  )
})

test('the newest attempt is what the step says of itself', () => {
  const detail = stepOf([timed(1, 9, 2000, 5000)], { status: 4, executeCount: 2 })
  expect(attemptFacts({ ...detail, part: { executeCount: 2, batch: 0 } })).toMatchObject({ status: 4 })
})
