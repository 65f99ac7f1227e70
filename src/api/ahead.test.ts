import { expect, test, vi } from 'vitest'
import { askOnce, questionsOf } from './ahead.ts'

const step = 'biz/2/job-instances/100/steps/200'

test('the page of a step has its step asked for, whole, and what the deployment can do', () => {
  const whole = ['job-instances/biz/2/100/steps/200', 'capabilities']
  expect(questionsOf(step, '?host=17&line=3')).toEqual(whole)
  expect(questionsOf(`${step}/`, '')).toEqual(whole)
  expect(questionsOf(step, '?host=17&executeCount=1')).toEqual(['capabilities'])
})

test('no other page, and no address that gets no answer, has anything asked for', () => {
  for (const path of [
    '',
    'biz/2/job-instances/100',
    'biz/2/job-instances/100/steps/007',
    'biz/2/job-instances/100/steps/x',
    'team/2/job-instances/100/steps/200',
    `x/${step}`,
  ])
    expect(questionsOf(path, '')).toEqual([])
})

const url = 'http://localhost/api/capabilities'

test('what was asked ahead is asked once, with the headers given, and answers one question', async () => {
  const send = vi.fn(async () => new Response('ahead'))
  const ahead = askOnce([url], { accept: 'application/json' }, send)
  expect(send).toHaveBeenCalledExactlyOnceWith(
    url,
    expect.objectContaining({ credentials: 'same-origin', headers: { accept: 'application/json' } }),
  )
  const answer = await ahead(url)
  expect(await answer.text()).toBe('ahead')
  expect(send).toHaveBeenCalledOnce()
  await ahead(url)
  expect(send).toHaveBeenCalledTimes(2)
})

test('what could not be answered ahead is asked again, in the words of who wants it', async () => {
  const send = vi.fn(async () => new Response('now'))
  send.mockRejectedValueOnce(new TypeError('no connection'))
  const ahead = askOnce([url], {}, send)
  const init = { headers: { accept: 'text/plain' } }
  expect(await (await ahead(url, init)).text()).toBe('now')
  expect(send).toHaveBeenLastCalledWith(url, init)
})

test('who takes an answer may give it up', async () => {
  const send = vi.fn(
    (_input: RequestInfo | URL, init?: RequestInit) =>
      new Promise<Response>((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason))
      }),
  )
  const ahead = askOnce([url], {}, send)
  const wanted = new AbortController()
  void ahead(url, { signal: wanted.signal })
  wanted.abort()
  expect(send.mock.calls[0]?.[1]?.signal?.aborted).toBe(true)
})
