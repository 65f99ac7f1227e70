import { expect, test } from 'vitest'
import { browserProblem } from './api-problem.ts'
import { pollDelayMs } from './poll-delay.ts'

test('what is live is asked for soon, and then every three seconds', () => {
  expect([0, 3, 4, 7, 1_000].map((polls) => pollDelayMs(null, polls))).toEqual([
    1_000, 1_000, 2_000, 3_000, 3_000,
  ])
})

test.each(['offline', 'truncated', 'not-ready'] as const)(
  '%s passes: a live tail goes on by itself',
  (kind) => {
    expect(pollDelayMs(browserProblem(kind, 'x'), 0)).toBe(3_000)
  },
)

test('it waits as long as it was told to, and for somebody where nothing says that it passes', () => {
  const down = browserProblem('upstream-down', 'x')
  expect(pollDelayMs({ ...down, retryAfterSeconds: 12 }, 0)).toBe(12_000)
  expect(pollDelayMs({ ...down, retryAfterSeconds: 0 }, 0)).toBe(1_000)
  expect(pollDelayMs(down, 0)).toBeNull()
})
