import { expect, test } from 'vitest'
import { stepInstanceDetailSchema } from '#contract'
import { parseStepInstance } from './parse-in-slices.ts'

const result = (index: number) => ({
  key: `${index + 1}`,
  executeObject: {
    kind: 'host',
    hostId: `${index + 1}`,
    cloudId: '0',
    ip: '10.0.0.1',
    ipv6: null,
    cloudName: null,
  },
  ...{ status: 9, tag: null, exitCode: 0, startedAt: null, endedAt: null, durationMs: null },
})

function detail(results: readonly unknown[]) {
  const step = { id: '1', name: 'step', type: 1, status: 3, executeCount: 0, resultCounts: null }
  const times = { createdAt: null, startedAt: null, endedAt: null, durationMs: null }
  return { jobInstance: null, step: { ...step, ...times }, finished: true, results }
}

const many = Array.from({ length: 5_001 }, (_, index) => result(index))

test.each([0, 3, 2_000, 2_001, 5_001])('%d results come out as parsed in one go', async (count) => {
  const value = detail(many.slice(0, count))
  expect(await parseStepInstance(value)).toEqual(stepInstanceDetailSchema.safeParse(value))
})

test('other work gets its turn between the slices', async () => {
  let turns = 0
  const timer = setInterval(() => turns++, 0)
  const parsing = parseStepInstance(detail([...many, ...many, ...many, ...many, ...many, ...many]))
  const { success } = await parsing
  clearInterval(timer)
  expect(success).toBe(true)
  expect(turns).toBeGreaterThan(0)
})

test('one bad result anywhere makes the answer unreadable, and so does a shape of another kind', async () => {
  expect((await parseStepInstance(detail([...many, { ...result(1), status: 'odd' }]))).success).toBe(false)
  for (const value of [null, 1, [], {}, { results: many }])
    expect((await parseStepInstance(value)).success).toBe(false)
})
