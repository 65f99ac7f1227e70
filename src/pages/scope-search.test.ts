import { expect, test, vi } from 'vitest'
import { ApiProblem, browserProblem } from '#api'
import type { JobInstanceId, JobInstancePage, ProblemKind, Scope, ScopeId } from '#contract'
import { searchScopes, uniqueScopes } from './scope-search.ts'

const scope = (id: number): Scope => ({ type: 'biz', id: `${id}` as ScopeId })
const scopes = Array.from({ length: 10 }, (_, index) => scope(index + 1))
const jobInstanceId = '100' as JobInstanceId

/** A platform whose history has the job instance in one scope, and some scopes that answer with a problem. */
function platform(home: string | null, problems: Readonly<Record<string, ProblemKind>> = {}) {
  const asked: string[] = []
  const jobInstances = async ({ id }: Scope): Promise<JobInstancePage> => {
    asked.push(id)
    const kind = problems[id]
    if (kind !== undefined) throw new ApiProblem(browserProblem(kind, ''))
    // A deployment that does not filter by id must not be believed.
    const found = { id: id === home ? jobInstanceId : '7' } as JobInstancePage['items'][number]
    return { items: [found], total: 1, start: 0, length: 1 }
  }
  return { asked, api: { jobInstances } }
}

const search = (api: ReturnType<typeof platform>['api'], signal = new AbortController().signal) =>
  searchScopes({ api, jobInstanceId, scopes, signal, onProgress: () => undefined })

test('finds the scope and asks no further', async () => {
  const { api, asked } = platform('6')
  expect(await search(api)).toEqual({ outcome: 'found', scope: scope(6) })
  expect(asked).not.toContain('9')
})

test('a denied scope is passed over like one without it', async () => {
  const { api } = platform('9', { 2: 'denied' })
  expect(await search(api)).toMatchObject({ outcome: 'found' })
})

test('says how many were asked when it is nowhere', async () => {
  const onProgress = vi.fn()
  const { api } = platform(null)
  const signal = new AbortController().signal
  expect(await searchScopes({ api, jobInstanceId, scopes, signal, onProgress })).toEqual({
    outcome: 'nowhere',
    askedCount: 10,
    denied: [],
    failed: [],
  })
  expect(onProgress.mock.calls.flat()).toEqual([4, 8, 10])
})

test('scopes that refuse or do not answer are named: it may be there', async () => {
  const { api } = platform(null, { 2: 'denied', 7: 'timeout', 9: 'gone' })
  expect(await search(api)).toMatchObject({ denied: [scope(2)], failed: [scope(7)] })
})

test('a failure that is not about one scope stops the search: going on would prove nothing', async () => {
  const { api, asked } = platform('9', { 3: 'rate-limited' })
  expect(await search(api)).toMatchObject({ outcome: 'stopped', problem: { kind: 'rate-limited' } })
  expect(asked).toHaveLength(4)
})

test('found beside a failure is still found', async () => {
  const { api } = platform('4', { 3: 'timeout' })
  expect(await search(api)).toEqual({ outcome: 'found', scope: scope(4) })
})

test('a cancelled search rejects and asks no more', async () => {
  const controller = new AbortController()
  const { api, asked } = platform(null)
  const running = search(api, controller.signal)
  controller.abort()
  await expect(running).rejects.toThrow()
  expect(asked).toHaveLength(4)
})

test('each scope is asked once, the likeliest first', () => {
  expect(uniqueScopes([null, scope(3), scope(1), scope(3)])).toEqual([scope(3), scope(1)])
})
