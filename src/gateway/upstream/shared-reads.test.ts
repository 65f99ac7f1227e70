import { expect, test } from 'vitest'
import { ProblemError } from '../problem-error.ts'
import { noTexts } from './cut-texts.ts'
import { shareReads } from './shared-reads.ts'
import type { TransportCall, UpstreamAnswer } from './transport-call.ts'
import type { CallContext } from './upstream.ts'

const answerOf = (call: TransportCall, more: Partial<UpstreamAnswer> = {}): UpstreamAnswer => ({
  json: { path: call.path },
  status: 200,
  headers: new Headers(),
  requestId: call.context.requestId,
  requestIdOf: 'gateway',
  bytes: 10,
  redact: (words) => words,
  texts: noTexts,
  free: () => undefined,
  ...more,
})

let requests = 0
function callBy(user: string, more: Partial<TransportCall> = {}, context: Partial<CallContext> = {}) {
  requests += 1
  const call: TransportCall = {
    method: 'GET',
    path: '/thing',
    query: { id: 1 },
    operation: 'thing',
    context: {
      identity: { by: 'token', cookie: 'bk_token', value: user },
      language: 'en',
      signal: new AbortController().signal,
      requestId: `request-${requests}`,
      ...context,
    },
    ...more,
  }
  return call
}

/** Calls that end when the test says so. */
function setUp(joinMs?: number) {
  const made: {
    call: TransportCall
    answer: (more?: Partial<UpstreamAnswer>) => void
    fail: (e: unknown) => void
  }[] = []
  const share = shareReads(
    (call) =>
      new Promise((resolve, reject) => {
        call.context.signal.addEventListener('abort', () => reject(call.context.signal.reason))
        made.push({ call, answer: (more) => resolve(answerOf(call, more)), fail: reject })
      }),
    'job',
    joinMs,
  )
  return { made, share }
}

test('identical reads by one user at the same time are one call, each answered under its own id', async () => {
  const { made, share } = setUp()
  const calls = [callBy('zhang'), callBy('zhang'), callBy('zhang')]
  const answers = Promise.all(calls.map(share))
  expect(made).toHaveLength(1)
  made[0]?.answer()
  expect((await answers).map(({ requestId }) => requestId)).toEqual(
    calls.map(({ context }) => context.requestId),
  )
  share(callBy('zhang')).catch(() => undefined)
  expect(made).toHaveLength(2)
})

test("an upstream's own id is everybody's", async () => {
  const { made, share } = setUp()
  const answers = Promise.all([share(callBy('zhang')), share(callBy('zhang'))])
  made[0]?.answer({ requestId: 'upstream-1', requestIdOf: 'upstream' })
  expect((await answers).map(({ requestId }) => requestId)).toEqual(['upstream-1', 'upstream-1'])
})

test.each<[string, TransportCall]>([
  ['another user', callBy('li')],
  ['another cookie', callBy('zhang', {}, { identity: { by: 'token', cookie: 'bk_ticket', value: 'zhang' } })],
  ['a fixed name', callBy('', {}, { identity: { by: 'name', userName: 'zhang' } })],
  ['another language', callBy('zhang', {}, { language: 'zh-cn' })],
  ['another question', callBy('zhang', { query: { id: 2 } })],
  ['another path', callBy('zhang', { path: '/other' })],
  ['another body', callBy('zhang', { method: 'POST', body: { ids: [1] } })],
])('%s is a call of its own', (_name, other) => {
  const { made, share } = setUp()
  share(callBy('zhang')).catch(() => undefined)
  share(other).catch(() => undefined)
  expect(made).toHaveLength(2)
})

test.each<[string, Partial<CallContext>, Partial<CallContext>, number]>([
  ['ends long before the own deadline', { deadlineAt: 12_000 }, { deadlineAt: 24_000 }, 2],
  ['ends at about the own deadline', { deadlineAt: 24_000 }, { deadlineAt: 24_900 }, 1],
  ['ends after the own deadline', { deadlineAt: 24_000 }, { deadlineAt: 12_000 }, 1],
  ['waits as bulk while somebody looks', { isBulk: true }, {}, 2],
  ['goes first though nobody looks', {}, { isBulk: true }, 1],
])('a call that %s', (_name, first, second, calls) => {
  const { made, share } = setUp()
  for (const limits of [first, second]) share(callBy('zhang', {}, limits)).catch(() => undefined)
  expect(made).toHaveLength(calls)
})

test('one that leaves takes nothing from the others; when all have left the call ends', async () => {
  const { made, share } = setUp()
  const leaving = [new AbortController(), new AbortController()] as const
  const first = share(callBy('zhang', {}, { signal: leaving[0].signal }))
  const second = share(callBy('zhang', {}, { signal: leaving[1].signal }))
  leaving[0].abort(new Error('left'))
  await expect(first).rejects.toThrow('left')
  expect(made[0]?.call.context.signal.aborted).toBe(false)
  leaving[1].abort(new Error('left too'))
  await expect(second).rejects.toThrow('left too')
  expect(made[0]?.call.context.signal.aborted).toBe(true)
  share(callBy('zhang')).catch(() => undefined)
  expect(made).toHaveLength(2)
})

test('a failure is told to each under its own id, and the next call is a new one', async () => {
  const { made, share } = setUp()
  const calls = [callBy('zhang'), callBy('zhang')]
  const ended = Promise.allSettled(calls.map(share))
  const down = { kind: 'upstream-down', message: 'down', requestId: 'x', requestIdOf: 'gateway' } as const
  made[0]?.fail(new ProblemError(down))
  expect((await ended).map((each) => (each.status === 'rejected' ? each.reason.facts : null))).toEqual(
    calls.map(({ context }) => ({ ...down, requestId: context.requestId })),
  )
  share(callBy('zhang')).catch(() => undefined)
  expect(made).toHaveLength(2)
})

test('each has its own deadline', async () => {
  const { made, share } = setUp()
  const patient = share(callBy('zhang'))
  const hasty = share(callBy('zhang', {}, { deadlineAt: performance.now() + 5 }))
  await expect(hasty).rejects.toMatchObject({ facts: { kind: 'timeout', system: 'job' } })
  made[0]?.answer()
  expect((await patient).status).toBe(200)
  expect(made).toHaveLength(1)
})

test('who asks later than the call was made may know more, and gets a call of its own', async () => {
  const { made, share } = setUp(0)
  const answers = [share(callBy('zhang')), share(callBy('zhang'))]
  expect(made).toHaveLength(2)
  for (const { answer } of made) answer()
  await Promise.all(answers)
})

test('the memory of the texts is given back when the last reader has let go, and not before', async () => {
  const { made, share } = setUp()
  let freed = 0
  const leaving = new AbortController()
  const logs = { texts: 'log_content' } as const
  const answers = Promise.all([share(callBy('zhang', logs)), share(callBy('zhang', logs))])
  const left = share(callBy('zhang', logs, { signal: leaving.signal }))
  leaving.abort(new Error('left'))
  await expect(left).rejects.toThrow('left')
  made[0]?.answer({
    free: () => {
      freed += 1
    },
  })
  const [first, second] = await answers
  first.free()
  first.free()
  await made[0]
  expect(freed).toBe(0)
  second.free()
  await made[0]
  expect(freed).toBe(1)
})

test('values of an answer are held until all who asked have made theirs of it', async () => {
  const { made, share } = setUp()
  let freed = 0
  const kept: (() => void)[] = []
  const keep = (free: () => void) => void kept.push(free)
  const answers = Promise.all([
    share(callBy('zhang', {}, { keep })),
    share(callBy('zhang', {}, { keep })),
    share(callBy('zhang')),
  ])
  made[0]?.answer({
    free: () => {
      freed += 1
    },
  })
  await answers
  kept[0]?.()
  await made[0]
  expect(freed).toBe(0)
  kept[1]?.()
  await made[0]
  expect(freed).toBe(1)
})
