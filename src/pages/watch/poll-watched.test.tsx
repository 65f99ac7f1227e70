import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { type Api, ApiProblem, browserProblem } from '#api'
import type { ProblemKind } from '#contract'
import { changeWatchList, readWatchList, type Watched } from '#ui'
import { askStatus } from './ask-status.ts'
import { pollOnce, pollWatched } from './poll-watched.ts'

const job = '/biz/2/job-instances/100'
const other = '/biz/2/job-instances/101'

function watched(to: string): Watched {
  return { to, title: 'Release', status: null, finishedAt: null }
}

/** A gateway that only knows job instances; each call is told to `answer`. */
function gateway(answer: (id: string) => unknown): Api {
  return { jobInstance: async (_scope: unknown, id: string) => answer(id) } as unknown as Api
}

const answerOf = (status: number, finished: boolean) => ({ jobInstance: { status }, finished, steps: [] })

function options(api: Api) {
  const onFinish = vi.fn<(finished: Watched) => void>()
  return { api, onFinish, signal: new AbortController().signal }
}

beforeEach(() => localStorage.clear())

test('the end is told once, with the state it came to', async () => {
  changeWatchList(() => ({ entries: [watched(job)] }))
  let status = 2
  const asked = options(gateway(() => answerOf(status, status !== 2)))
  await pollOnce(asked)
  expect(readWatchList().entries).toMatchObject([{ status: 2, finishedAt: null }])
  expect(asked.onFinish).not.toHaveBeenCalled()
  status = 4
  await pollOnce(asked)
  await pollOnce(asked)
  expect(asked.onFinish).toHaveBeenCalledTimes(1)
  expect(asked.onFinish).toHaveBeenCalledWith(expect.objectContaining({ to: job, status: 4 }))
  expect(readWatchList().entries[0]?.finishedAt).toBeGreaterThan(0)
})

/** Fails with `kind` for the first, and has the end of the other. */
function failingFirst(kind: ProblemKind) {
  changeWatchList(() => ({ entries: [watched(job), watched(other)] }))
  const asked: string[] = []
  const api = gateway((id) => {
    asked.push(id)
    if (id === '100') throw new ApiProblem(browserProblem(kind, 'no'))
    return answerOf(3, true)
  })
  return { ...options(api), asked }
}

test.each(['bad-request', 'timeout', 'bad-answer', 'denied', 'not-offered'] as const)(
  'an execution that answers %s stays watched, and the others are asked about',
  async (kind) => {
    const { asked, ...rest } = failingFirst(kind)
    expect(await pollOnce(rest)).toBe(true)
    expect(asked).toEqual(['100', '101'])
    expect(rest.onFinish).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ to: other, status: 3 }))
    expect(readWatchList().entries[0]).toEqual(watched(job))
  },
)

test.each(['offline', 'not-signed-in', 'upstream-down', 'rate-limited'] as const)(
  'where nobody would be answered (%s) nobody else is asked, and nothing changes',
  async (kind) => {
    const { asked, ...rest } = failingFirst(kind)
    expect(await pollOnce(rest)).toBe(false)
    expect(asked).toEqual(['100'])
    expect(readWatchList().entries).toEqual([watched(job), watched(other)])
  },
)

test('what somebody stopped watching while it was asked about is not told, nor watched again', async () => {
  changeWatchList(() => ({ entries: [watched(job)] }))
  const asked = options(
    gateway(() => {
      changeWatchList(() => ({ entries: [] }))
      return answerOf(3, true)
    }),
  )
  await pollOnce(asked)
  expect(asked.onFinish).not.toHaveBeenCalled()
  expect(readWatchList().entries).toEqual([])
})

test('rounds become rarer when all fail', async () => {
  changeWatchList(() => ({ entries: [watched(job)] }))
  const failing = gateway(() => {
    throw new ApiProblem(browserProblem('timeout', 'no'))
  })
  expect(await pollOnce(options(failing))).toBe(false)
})

test('one that cannot be found any more is told of, and stays in the list', async () => {
  const { asked, ...rest } = failingFirst('gone')
  await pollOnce(rest)
  await pollOnce(rest)
  expect(asked).toEqual(['100', '101'])
  expect(rest.onFinish).toHaveBeenCalledTimes(2)
  const [lost] = readWatchList().entries
  expect(lost).toMatchObject({ to: job, status: null, finishedAt: expect.any(Number) })
})

test('of two tabs one asks; the other goes on when that one is closed', async () => {
  changeWatchList(() => ({ entries: [watched(job)] }))
  const open = () => {
    const answer = vi.fn(() => answerOf(2, false))
    const stop = new AbortController()
    onTestFinished(() => stop.abort())
    void pollWatched({ ...options(gateway(answer)), signal: stop.signal })
    return { answer, stop }
  }
  const first = open()
  await expect.poll(() => first.answer.mock.calls.length).toBe(1)
  const second = open()
  changeWatchList(({ entries }) => ({ entries: [watched(other), ...entries] }))
  // What is newly watched is asked about at once.
  await expect.poll(() => first.answer.mock.calls.length).toBeGreaterThan(1)
  expect(second.answer).not.toHaveBeenCalled()
  first.stop.abort()
  await expect.poll(() => second.answer.mock.calls.length).toBeGreaterThan(0)
})

test('only addresses of executions are asked about', async () => {
  const api = gateway(() => answerOf(3, true))
  expect(await askStatus(api, job)).toEqual({ status: 3, isFinished: true })
  expect(await askStatus(api, '/biz/2/job-instances')).toBeNull()
})
