import { expect, test } from 'vitest'
import type { LogStore, OpenOutcome, OpenRequest } from '#log'
import { checkHeader } from './check-header.ts'
import { createLogSession } from './log-session.ts'

/* The session over a log store whose streams the test itself plays. */

type Handlers = Parameters<LogStore['open']>[1]

function stage() {
  const opened: { readonly request: OpenRequest; readonly handlers: Handlers; aborted: boolean }[] = []
  const dropped: string[] = []
  const store = {
    open(request: OpenRequest, handlers: Handlers) {
      const stream = { request, handlers, aborted: false }
      opened.push(stream)
      return {
        abort() {
          stream.aborted = true
        },
      }
    },
    drop: (collection: string) => void dropped.push(collection),
  } as unknown as LogStore
  const session = createLogSession(store, 'c')
  const play = (index: number, headers: readonly object[], outcome?: OpenOutcome) => {
    const frames = headers.map((header) => ({
      header: checkHeader({ bytes: 0, ...header }),
      documentId: 'd',
    }))
    opened[index]?.handlers.onFrames(frames)
    if (outcome !== undefined) opened[index]?.handlers.onFinish(outcome)
  }
  return { session, opened, dropped, play }
}

const request = { url: '/x', collection: '' }
const complete: OpenOutcome = { kind: 'complete' }
const host = { kind: 'host', hostId: '1', cloudId: '0', ip: '10.0.0.1', ipv6: null, cloudName: null }
const log = (key: string) => ({ kind: 'script-log', key, executeObject: host, content: 'text' })
const step = (index: number) => ({
  kind: 'node-man-step',
  key: `step-${index}`,
  step: {
    index,
    name: 's',
    status: 'SUCCESS',
    startedAt: { text: null, at: null },
    finishedAt: { text: null, at: null },
  },
})
const transfer = (key: string, hostKey: string) => ({
  kind: 'transfer',
  key,
  hostKey,
  transfer: {
    direction: 'download',
    source: null,
    sourcePath: '/a',
    destination: null,
    destinationPath: '/b',
    status: 4,
    size: null,
    speed: null,
    progress: null,
  },
})
const totals = { hosts: 1, logs: 1, transfers: 0, missing: 0, failed: 0, bytes: 0 }
const end = { kind: 'end', totals }
const problem = {
  kind: 'upstream-down',
  message: 'm',
  code: null,
  requestId: 'r',
  requestIdOf: 'upstream',
  system: 'job',
  retryAfterSeconds: null,
  permissions: [],
  applyUrl: null,
  loginUrl: null,
}

test('the first frames are there at once, and a stream that ended is complete', () => {
  const { session, play } = stage()
  session.load(request, 'whole')
  expect(session.getState().phase).toBe('loading')
  play(0, [log('1')])
  expect([...session.getState().logs.keys()]).toEqual(['1'])
  play(0, [end], complete)
  expect(session.getState()).toMatchObject({ phase: 'settled', completedOnce: true, problem: null, totals })
})

test('a stream without its end is a problem, and what came stays', () => {
  const { session, play } = stage()
  session.load(request, 'whole')
  play(0, [log('1')], { kind: 'truncated', receivedBytes: 7 })
  const state = session.getState()
  expect(state.problem?.kind).toBe('truncated')
  expect(state.problem?.message).toContain('7')
  expect(state.logs.size).toBe(1)
  expect(state.completedOnce).toBe(false)
})

test('a later whole round forgets what it does not name; a broken one forgets nothing', () => {
  const { session, play } = stage()
  session.load(request, 'whole')
  play(0, [step(0), step(1), end], complete)
  session.load(request, 'whole')
  play(1, [step(0)], { kind: 'network', message: 'gone' })
  expect(session.getState().steps).toHaveLength(2)
  session.load(request, 'whole')
  play(2, [step(0), end], complete)
  expect(session.getState().steps).toHaveLength(1)
})

test('asking for some hosts again waits for the stream under way and settles their failure', () => {
  const { session, opened, play } = stage()
  session.load(request, 'whole')
  play(0, [transfer('a#1', 'a'), { kind: 'problem', keys: ['b'], problem }])
  session.load({ ...request, url: '/part' }, 'part')
  expect(opened).toHaveLength(1)
  expect(opened[0]?.aborted).toBe(false)
  play(0, [end], complete)
  expect(opened[1]?.request.url).toBe('/part')
  play(1, [transfer('b#1', 'b'), end], complete)
  const state = session.getState()
  expect(state.transfers.map(({ frame }) => frame.key)).toEqual(['a#1', 'b#1'])
  expect(state.failures).toEqual([])
})

test('while it is asked for again, what was missing or failed stays so until it is answered', () => {
  const { session, play } = stage()
  session.load(request, 'whole')
  play(0, [{ kind: 'missing', keys: ['m', 'n'] }, { kind: 'problem', keys: ['b'], problem }, end], complete)
  session.load(request, 'whole')
  play(1, [log('m')])
  expect([...session.getState().missing]).toEqual(['n'])
  expect(session.getState().failures).toHaveLength(1)
  play(1, [end], complete)
  expect(session.getState()).toMatchObject({ missing: new Set(), failures: [] })
})

test('of hosts that failed together only those stay failed that have not answered since', () => {
  const { session, play } = stage()
  session.load(request, 'whole')
  play(0, [{ kind: 'problem', keys: ['a', 'b'], problem }, end], complete)
  session.load(request, 'part')
  play(1, [log('a'), end], complete)
  expect(session.getState().failures.map(({ keys }) => keys)).toEqual([['b']])
})

test('a part that fails again is one failure, and does not change the totals of the whole', () => {
  const { session, play } = stage()
  session.load(request, 'whole')
  play(0, [{ kind: 'problem', keys: ['b'], problem }, end], complete)
  session.load(request, 'part')
  play(
    1,
    [
      { kind: 'problem', keys: ['b'], problem },
      { ...end, totals: { ...totals, hosts: 99 } },
    ],
    complete,
  )
  expect(session.getState().failures).toHaveLength(1)
  expect(session.getState().totals?.hosts).toBe(1)
})

test('what a stream brought before it broke off need not be asked for again', () => {
  const { session, play } = stage()
  const answered = () => [...(session.answered() ?? ['nothing is known'])]
  expect(session.answered()).toBeNull()
  session.load(request, 'whole')
  const first = [
    transfer('a#1', 'a'),
    { kind: 'missing', keys: ['m'] },
    { kind: 'problem', keys: ['f'], problem },
  ]
  // Of b there may have been more.
  play(0, [...first, transfer('b#1', 'b')], { kind: 'truncated', receivedBytes: 7 })
  expect(answered()).toEqual(['a', 'm'])
  session.load(request, 'part')
  play(1, [transfer('b#1', 'b'), transfer('b#2', 'b'), transfer('c#1', 'c')], {
    kind: 'network',
    message: 'gone',
  })
  expect(answered()).toEqual(['a', 'm', 'b'])
  session.load(request, 'part')
  play(2, [transfer('c#1', 'c'), transfer('f#1', 'f'), end], complete)
  expect(session.getState()).toMatchObject({ completedOnce: true, problem: null, failures: [] })
  expect(session.getState().transfers).toHaveLength(5)
  session.load(request, 'whole')
  play(3, [transfer('a#1', 'a'), end], complete)
  expect(session.answered()).toBeNull()
})

test('with the end of its rest a stream that broke off is whole, whatever failed: the next one asks for all', () => {
  const { session, play } = stage()
  const failed = { kind: 'problem', keys: ['f'], problem }
  session.load(request, 'whole')
  play(0, [log('a'), failed, log('b')], { kind: 'truncated', receivedBytes: 7 })
  session.load(request, 'rest')
  play(1, [log('b')], { kind: 'network', message: 'gone' })
  expect([...(session.answered() ?? [])]).toEqual(['a'])
  session.load(request, 'rest')
  play(2, [log('b'), failed, end], complete)
  expect(session.getState()).toMatchObject({ problem: null, failures: [{ keys: ['f'] }] })
  expect(session.getState().logs.size).toBe(2)
  expect(session.answered()).toBeNull()
})

test('the end of some hosts asked for again is not the end of what broke off', () => {
  const { session, play } = stage()
  session.load(request, 'whole')
  play(0, [log('a'), log('b')], { kind: 'truncated', receivedBytes: 7 })
  session.load(request, 'part')
  play(1, [log('c'), { kind: 'missing', keys: ['d'] }, end], complete)
  expect([...(session.answered() ?? [])]).toEqual(['a', 'c', 'd'])
})

test('what came before a stop need not be asked for again either', () => {
  const { session, play } = stage()
  session.load(request, 'whole')
  // The text of 2 may not have come to its end.
  play(0, [log('1'), log('2')])
  session.stop()
  expect([...(session.answered() ?? [])]).toEqual(['1'])
  expect(session.getState()).toMatchObject({ phase: 'settled', isStopped: true })
  session.load(request, 'rest')
  expect(session.getState().isStopped).toBe(false)
})

test('a newer whole load stops the one under way, whose late frames are ignored', () => {
  const { session, opened, play } = stage()
  session.load(request, 'whole')
  session.load(request, 'whole')
  expect(opened[0]?.aborted).toBe(true)
  play(0, [log('old')], complete)
  expect(session.getState().logs.size).toBe(0)
})

test('a frame of a newer gateway is counted, not fatal', () => {
  const { session, play } = stage()
  session.load(request, 'whole')
  play(0, [{ kind: 'hologram' }, log('1'), end], complete)
  expect(session.getState()).toMatchObject({ unreadableFrames: 1, problem: null })
})

test('a text that is not here any more is asked for again, whole and once', () => {
  const { session, opened, play } = stage()
  session.load({ ...request, continues: true }, 'whole')
  session.load({ ...request, url: '/part', continues: true }, 'part')
  play(0, [log('1'), { kind: 'problem', keys: ['b'], problem }, end], { kind: 'outdated' })
  expect(opened.map(({ request: { url, continues } }) => [url, continues])).toEqual([
    ['/x', true],
    ['/x', false],
  ])
  expect(session.getState()).toMatchObject({ phase: 'loading', completedOnce: false, problem: null })
  play(1, [log('1'), { kind: 'problem', keys: ['b'], problem }, end], { kind: 'outdated' })
  expect(session.getState()).toMatchObject({ completedOnce: false, problem: { kind: 'truncated' } })
  expect(session.getState().failures).toHaveLength(1)
  expect(opened).toHaveLength(3)
  expect(opened[2]?.request.url).toBe('/part')
})

test('a header tells the length of the whole text, however much of it travelled', () => {
  const { session, play } = stage()
  session.load(request, 'whole')
  play(0, [{ ...log('1'), bytes: 5, fromBytes: 7 }, end], complete)
  expect(session.getState().logs.get('1')?.frame.bytes).toBe(12)
})

test('closing stops and gives the texts back', () => {
  const { session, opened, dropped } = stage()
  session.load(request, 'whole')
  session.close()
  expect(opened[0]?.aborted).toBe(true)
  expect(dropped).toEqual(['c'])
})
