import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { type Api, ApiProblem, browserProblem } from '#api'
import { changeWatchList, readWatchList, type Watched } from '#ui'
import { askStatus } from './ask-status.ts'
import { pollOnce, pollWatched } from './poll-watched.ts'

const job = '/biz/2/job-instances/100'

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

test('what is gone is watched no more; a gateway out of reach changes nothing', async () => {
  changeWatchList(() => ({ entries: [watched(job)] }))
  const failing = (kind: 'offline' | 'gone') =>
    options(
      gateway(() => {
        throw new ApiProblem(browserProblem(kind, 'no'))
      }),
    )
  expect(await pollOnce(failing('offline'))).toBe(false)
  expect(readWatchList().entries).toHaveLength(1)
  expect(await pollOnce(failing('gone'))).toBe(true)
  expect(readWatchList().entries).toEqual([])
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
  changeWatchList(({ entries }) => ({ entries: [watched('/biz/2/job-instances/101'), ...entries] }))
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
