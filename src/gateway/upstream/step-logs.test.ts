import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test, vi } from 'vitest'
import { collect } from './job-upstream.fixture.ts'
import {
  allScripts,
  type Call,
  fail,
  files,
  ids,
  idsOf,
  keysOf,
  kinds,
  plain,
  run,
  scriptLog,
  scripts,
  totalsOf,
} from './step-logs.fixture.ts'

test('of many hosts the one being looked at is asked first and alone', async () => {
  const { chunks, frames } = run(allScripts, { keys: ids(1, 600) })
  const all = await collect(frames)
  expect(chunks[0]?.targets.map(({ key }) => key)).toEqual(['1'])
  expect(chunks.every(({ targets }) => targets.length <= 500)).toBe(true)
  expect(keysOf(all)).toHaveLength(600)
  expect(new Set(keysOf(all)).size).toBe(600)
  expect(totalsOf(all)).toMatchObject({ hosts: 600, logs: 600, missing: 0, failed: 0 })
})

test('a key given twice is asked for once', async () => {
  const { chunks, frames } = run(allScripts, { keys: ['1', '1', '2'] })
  expect(totalsOf(await collect(frames))).toMatchObject({ hosts: 2, logs: 2 })
  expect(chunks).toHaveLength(1)
})

test('at most four calls are under way, and none starts before somebody reads', async () => {
  let open = 0
  let most = 0
  const { chunks, frames } = run(
    async (chunk, index, signal, deadlineAt) => {
      open += 1
      most = Math.max(most, open)
      await sleep(1)
      open -= 1
      return allScripts(chunk, index, signal, deadlineAt)
    },
    { keys: ids(1, 400) },
    { hostsPerCall: 10 },
  )
  await sleep(5)
  expect(chunks).toHaveLength(0)
  const iterator = frames[Symbol.asyncIterator]()
  await iterator.next()
  await sleep(20)
  expect(chunks.length).toBeLessThanOrEqual(8)
  await collect({ [Symbol.asyncIterator]: () => iterator })
  expect(most).toBe(4)
})

test('frames come as each answer arrives, not in the order of asking', async () => {
  const { frames } = run(
    async (chunk, index, signal, deadlineAt) => {
      if (index === 0) await sleep(30)
      return allScripts(chunk, index, signal, deadlineAt)
    },
    { keys: ids(1, 25) },
  )
  expect(keysOf(await collect(frames)).at(-1)).toBe('1')
})

test('hosts that did not come back are missing; none at all (null) is no failure', async () => {
  const { frames } = run(() => scripts(null), { keys: ['1', '2'] })
  const all = await collect(frames)
  expect(kinds(all)).toEqual(['log-type', 'missing', 'end'])
  expect(all[1]?.header).toMatchObject({ keys: ['1', '2'] })
  expect(totalsOf(all)).toMatchObject({ hosts: 2, logs: 0, missing: 2 })
})

test('hosts nobody asked for are dropped, in script steps and in the file-step trap', async () => {
  const script = run(() => scripts(['3', '1', '2'].map((id) => scriptLog(id))), { keys: ['1'] })
  expect(keysOf(await collect(script.frames))).toEqual(['1'])
  const file = run(
    () => files([{ bk_host_id: 9, ip: '10.0.0.9', bk_cloud_id: 0, file_logs: [{ mode: 1 }] }]),
    { keys: ['1'] },
  )
  expect(kinds(await collect(file.frames))).toEqual(['log-type', 'missing', 'end'])
})

test('the key of a frame is the key as asked, whichever name the answer uses', async () => {
  const query = { keys: ['0:10.0.0.1', '2', '0:10.0.0.3'], addresses: { '2': '0:10.0.0.2' } }
  const { frames } = run(
    () =>
      scripts([
        scriptLog('1'),
        { ip: '10.0.0.2', bk_cloud_id: 0, log_content: 'x' },
        { ip: '10.0.0.3', log_content: 'y' },
      ]),
    query,
    { selectors: ['ip_list'] },
  )
  expect(keysOf(await collect(frames))).toEqual(['0:10.0.0.1', '2', '0:10.0.0.3'])
})

test('another host at the address once known for an id is not that host', async () => {
  const query = { keys: ['5'], addresses: { '5': '0:10.0.0.1' } }
  const { frames } = run(() => scripts([scriptLog('1')]), query)
  expect(kinds(await collect(frames))).toEqual(['log-type', 'missing', 'end'])
})

test('a null log is told apart from an empty one; a host answered twice counts once', async () => {
  const { frames } = run(() => scripts([scriptLog('1', null), scriptLog('2', ''), scriptLog('1', 'again')]), {
    keys: ['1', '2'],
  })
  const all = await collect(frames)
  expect(
    all.slice(1, 3).map(({ header, text }) => [header.kind === 'script-log' && header.content, text]),
  ).toEqual([
    ['null', ''],
    ['text', ''],
  ])
  expect(totalsOf(all)).toMatchObject({ logs: 2 })
})

test('a manual step has no logs: type none', async () => {
  const { frames } = run(() => ({ ...plain, data: { log_type: null, script_task_logs: null } }), {
    keys: ['1'],
  })
  expect((await collect(frames))[0]?.header).toMatchObject({ kind: 'log-type', logType: 'none' })
})

test('an IPv6 address nobody can ask by is looked up; what stays unknown is missing', async () => {
  const { chunks, frames } = run(allScripts, { keys: ['0:2001:db8::7', '0:2001:db8::8', 'rubbish'] })
  const all = await collect(frames)
  expect(chunks.map(idsOf)).toEqual([['7']])
  expect(keysOf(all)).toEqual(['0:2001:db8::7'])
  expect(totalsOf(all)).toMatchObject({ hosts: 3, logs: 1, missing: 2 })
})

test('containers are not offered where only hosts can be asked for; hosts are unharmed', async () => {
  const { frames } = run(allScripts, { keys: ['1', 'container:5'] })
  const all = await collect(frames)
  expect(keysOf(all)).toEqual(['1'])
  expect(all.find(({ header }) => header.kind === 'problem')?.header).toMatchObject({
    keys: ['container:5'],
    problem: { kind: 'not-offered' },
  })
})

test('a failed chunk is a problem for its hosts only', async () => {
  const { frames } = run(
    (chunk, index, signal, deadlineAt) =>
      idsOf(chunk).includes('15')
        ? fail({ kind: 'upstream-down' })
        : allScripts(chunk, index, signal, deadlineAt),
    { keys: ids(1, 30) },
    { hostsPerCall: 10 },
  )
  const all = await collect(frames)
  const problem = all.find(({ header }) => header.kind === 'problem')?.header
  expect(problem).toMatchObject({
    keys: ids(12, 21),
    problem: { kind: 'upstream-down', requestId: 'gateway-request-id' },
  })
  expect(totalsOf(all)).toMatchObject({ hosts: 30, logs: 20, failed: 10 })
})

test.each(['too-large', 'timeout'] as const)(
  'a chunk that is %s is halved, down to the host it is about',
  async (kind) => {
    const { frames } = run(
      (chunk, index, signal, deadlineAt) =>
        idsOf(chunk).includes('3') ? fail({ kind }) : allScripts(chunk, index, signal, deadlineAt),
      { keys: ids(1, 8) },
    )
    const all = await collect(frames)
    expect(keysOf(all).toSorted()).toEqual(['1', '2', '4', '5', '6', '7', '8'])
    expect(totalsOf(all)).toMatchObject({ logs: 7, failed: 1 })
  },
)

test.each(['denied', 'not-signed-in', 'gone', 'app-denied', 'not-found'] as const)(
  '%s at the first answer rejects at once',
  async (kind) => {
    const { chunks, frames } = run(() => fail({ kind }), { keys: ids(1, 5_000) })
    await expect(collect(frames)).rejects.toMatchObject({ facts: { kind } })
    expect(chunks.length).toBeLessThanOrEqual(4)
  },
)

test('when every chunk fails alike the whole request does, and a long list is not tried to its end', async () => {
  const { chunks, frames } = run(() => fail({ kind: 'upstream-down' }), { keys: ids(1, 5_000) })
  await expect(collect(frames)).rejects.toMatchObject({ facts: { kind: 'upstream-down' } })
  expect(chunks.length).toBeLessThan(12)
})

afterEach(() => {
  vi.useRealTimers()
})

test('halves of a chunk that took too long share what is left of its time: 25 s are all a host may take', async () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  const leftMs: number[] = []
  const hangs: Call = (chunk, index, signal, deadlineAt) => {
    leftMs.push(Math.round(deadlineAt - performance.now()))
    if (!idsOf(chunk).includes('8')) return allScripts(chunk, index, signal, deadlineAt)
    vi.advanceTimersByTime(index === 0 ? 20_000 : 3_000)
    return fail({ kind: 'timeout' })
  }
  const all = await collect(run(hangs, { keys: ids(1, 8) }).frames)
  expect(leftMs).toEqual([24_000, 4_000, 4_000])
  expect(totalsOf(all)).toMatchObject({ logs: 4, failed: 4 })
})

test('a slow upstream that failed once is not asked for more, unless a call under way comes out well', async () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  const slowly = (recovers: boolean): Call => {
    return async (chunk, index, signal, deadlineAt) => {
      await sleep(index * 2)
      if (index === 0) vi.advanceTimersByTime(5_000)
      return recovers && index === 3
        ? allScripts(chunk, index, signal, deadlineAt)
        : fail({ kind: 'upstream-down' })
    }
  }
  const down = run(slowly(false), { keys: ids(1, 200) })
  await expect(collect(down.frames)).rejects.toMatchObject({ facts: { kind: 'upstream-down' } })
  expect(down.chunks).toHaveLength(4)
  const slow = run(slowly(true), { keys: ids(1, 200) })
  const all = await collect(slow.frames)
  expect(slow.chunks.length).toBeGreaterThan(4)
  expect(totalsOf(all)).toMatchObject({ hosts: 200, logs: 20, failed: 180 })
})

test('chunks that fail in different ways are told one by one', async () => {
  const { frames } = run((_, index) => fail({ kind: index === 0 ? 'bad-answer' : 'upstream-down' }), {
    keys: ids(1, 30),
  })
  const all = await collect(frames)
  expect(new Set(kinds(all))).toEqual(new Set(['problem', 'end']))
  expect(totalsOf(all)).toMatchObject({ hosts: 30, failed: 30 })
})

test('a ticket that expires on the way ends the tries; what was read stays', async () => {
  const { chunks, frames } = run(
    (chunk, index, signal, deadlineAt) =>
      index === 0
        ? allScripts(chunk, index, signal, deadlineAt)
        : sleep(10).then(() => fail({ kind: 'not-signed-in' })),
    { keys: ids(1, 2_000) },
  )
  const all = await collect(frames)
  expect(keysOf(all)).toEqual(['1'])
  expect(totalsOf(all)).toMatchObject({ logs: 1, failed: 1_999 })
  expect(chunks.length).toBeLessThan(10)
})

test('the browser leaving cancels the calls and rejects with its reason', async () => {
  const controller = new AbortController()
  const signals: AbortSignal[] = []
  const { frames } = run(
    (_chunk, _index, signal) => {
      signals.push(signal)
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
    },
    { keys: ids(1, 100) },
    {},
    controller.signal,
  )
  const reading = collect(frames)
  while (signals.length < 4) await sleep(1)
  controller.abort(new Error('left'))
  await expect(reading).rejects.toThrow('left')
  expect(signals.every((signal) => signal.aborted)).toBe(true)
})

test('a reader that stops early cancels the calls under way', async () => {
  const signals: AbortSignal[] = []
  const { frames } = run(
    (chunk, index, signal, deadlineAt) => {
      signals.push(signal)
      if (index > 0) return new Promise(() => undefined)
      return sleep(5).then(() => allScripts(chunk, index, signal, deadlineAt))
    },
    { keys: ids(1, 100) },
  )
  for await (const frame of frames) if (frame.header.kind === 'script-log') break
  expect(signals.length).toBeGreaterThan(1)
  expect(signals.every((signal) => signal.aborted)).toBe(true)
})

test('a stream that goes on for too long ends with what it has not come to', async () => {
  // Logs so large that each host is a call of its own.
  const slow: Call = async (chunk) => {
    await sleep(10)
    const answer = scripts(idsOf(chunk).map((id) => scriptLog(id)))
    return { ...answer, bytes: 5 * 1024 * 1024 * chunk.targets.length }
  }
  const { frames, chunks } = run(slow, { keys: ids(1, 2_000) }, {}, undefined, { longestMs: 200 })
  const all = await collect(frames)
  const totals = totalsOf(all)
  expect(totals?.logs).toBeGreaterThan(0)
  expect(totals?.failed).toBeGreaterThan(0)
  expect((totals?.logs ?? 0) + (totals?.failed ?? 0)).toBe(2_000)
  expect(all.at(-2)?.header).toMatchObject({ kind: 'problem', problem: { kind: 'timeout' } })
  expect(chunks.length).toBeLessThan(1_000)
})
