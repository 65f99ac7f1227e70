import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import type { JobInstanceDetail, JobInstanceId, Scope } from '#contract'
import { createApi } from './client.ts'
import { jobInstanceQuery } from './queries.ts'

const scope: Scope = { type: 'biz', id: '2' as Scope['id'] }
const id = '100' as JobInstanceId
const api = createApi({ basePath: '/', fetch: () => Promise.reject(new TypeError('nobody asks')) })

/** How long a page waits before it asks again for a job instance that was told so; `false` is never. */
function waitMs(status: number, endedAt: number | null, finished: boolean) {
  const unused = { name: '', type: null, launchMode: null, operator: null, createdAt: null, startedAt: null }
  const jobInstance = { ...unused, id, scope, status, endedAt, durationMs: null }
  const data: JobInstanceDetail = { jobInstance, finished, steps: [] }
  const options = jobInstanceQuery(api, scope, id)
  const { refetchInterval } = options
  const observer = new QueryObserver(new QueryClient(), { ...options, initialData: data })
  if (typeof refetchInterval !== 'function') throw new Error('no polling')
  return refetchInterval(observer.getCurrentQuery())
}

test.each([
  ['running', 2, null, false, 3_000],
  ['running, with an end as a quirk of old servers has it', 2, 9_000, false, 3_000],
  ['waiting for a person', 7, null, false, 3_000],
  ['a number nobody knows, without an end', 42, null, false, 3_000],
  ['a number nobody knows, with an end, and not called finished', 42, 9_000, false, 60_000],
  ['12, which upstream never calls finished', 12, 9_000, false, 60_000],
  ['finished', 3, 9_000, true, false],
  ['a number nobody knows, called finished', 42, 9_000, true, false],
] as const)('asks again: %s', (_, status, endedAt, finished, expected) => {
  expect(waitMs(status, endedAt, finished)).toBe(expected)
})
