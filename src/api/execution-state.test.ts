import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { executionState } from './execution-state.ts'

const key = ['step-instance', 'biz', '2', '100', '200']
const path = '/biz/2/job-instances/100/steps/200'
const step = (status: number, finished: boolean) => ({
  step: { status, resultCounts: null },
  finished,
  results: [],
})

test('the state of a step is that of the step, though an earlier attempt of it was read later', () => {
  const queries = new QueryClient()
  expect(executionState(queries, path)).toBeNull()
  queries.setQueryData([...key, {}], step(2, false), { updatedAt: 1 })
  const earlier = { ...step(4, true), part: { executeCount: 0, batch: null } }
  queries.setQueryData([...key, { executeCount: 0 }], earlier, { updatedAt: 2 })
  expect(executionState(queries, path)).toMatchObject({ state: 'running', finished: false })
})
