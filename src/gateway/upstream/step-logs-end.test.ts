import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createJobUpstream } from './create-job-upstream.ts'
import { callContext, collect, json, stepAt, transportTo } from './job-upstream.fixture.ts'
import { createTurns, type Turns } from './turns.ts'
import type { UpstreamFetch } from './upstream.ts'

/* How a stream ends when upstream stops answering: the real transport with its real limits, on a clock of our own. */

const step = stepAt('biz', '2', '20000000001', '20000000002')
const keys = Array.from({ length: 3_000 }, (_, index) => String(index + 1))
const product = { callMs: 20_000, totalMs: 24_000, backoffMs: 300 }

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

interface Asked {
  readonly hosts: readonly number[]
  readonly signal: AbortSignal
}

type Reply = (hosts: readonly number[], index: number) => Response | null

/** An upstream that hangs where `reply` says nothing. */
function upstreamThat(reply: Reply) {
  const asked: Asked[] = []
  const fetch: UpstreamFetch = async (request) => {
    const body = (await request.json()) as { readonly host_id_list: readonly number[] }
    asked.push({ hosts: body.host_id_list, signal: request.signal })
    const answer = reply(body.host_id_list, asked.length - 1)
    return answer ?? new Promise(() => undefined)
  }
  return { asked, fetch }
}

function answerFor(hosts: readonly number[]): Response {
  const rows = hosts.map((id) => ({ host_id: id, bk_cloud_id: 0, ip: '10.0.0.1', log_content: `log ${id}` }))
  return json({ result: true, code: 0, data: { log_type: 1, script_task_logs: rows } })
}

const failure = (code: number) => json({ result: false, code, message: 'no' })

/** Reads to the end, on the false clock; how long it took by it. */
async function read(fetch: UpstreamFetch, turns: Turns = createTurns(), signal?: AbortSignal) {
  const transport = transportTo(fetch, { timeouts: product })
  const upstream = createJobUpstream({ generation: 'gateway-v3', transport, turns })
  const began = performance.now()
  let endedAt: number | null = null
  const reading = collect(upstream.stepLogs(step, { keys }, callContext(signal))).finally(() => {
    endedAt = performance.now()
  })
  reading.catch(() => undefined)
  while (endedAt === null && performance.now() - began < 400_000) await vi.advanceTimersByTimeAsync(100)
  return { reading, ms: (endedAt ?? Number.POSITIVE_INFINITY) - began }
}

const totalsOf = (frames: Awaited<ReturnType<typeof collect>>) => {
  const header = frames.at(-1)?.header
  return header?.kind === 'end' ? header.totals : null
}

test('the first host answered and then every call hangs: told and ended within 26 s, everything cancelled', async () => {
  const { asked, fetch } = upstreamThat((hosts, index) => (index === 0 ? answerFor(hosts) : null))
  const { reading, ms } = await read(fetch)
  expect(ms).toBeLessThanOrEqual(26_000)
  expect(totalsOf(await reading)).toMatchObject({ hosts: 3_000, logs: 1, failed: 2_999 })
  expect(asked.slice(1).every(({ signal }) => signal.aborted)).toBe(true)
})

test('it hangs after a while of working: 26 s after the last good answer', async () => {
  const { fetch } = upstreamThat((hosts, index) => (index < 5 ? answerFor(hosts) : null))
  const { reading, ms } = await read(fetch)
  expect(ms).toBeLessThanOrEqual(26_000)
  const totals = totalsOf(await reading)
  expect((totals?.logs ?? 0) + (totals?.failed ?? 0)).toBe(3_000)
})

test('nothing ever answers: one problem for the whole request within 26 s', async () => {
  const { reading, ms } = await read(upstreamThat(() => null).fetch)
  expect(ms).toBeLessThanOrEqual(26_000)
  await expect(reading).rejects.toMatchObject({ facts: { kind: 'timeout' } })
})

test('a failure no other chunk escapes cancels the calls that hang, and nothing begins after it', async () => {
  const signedOut = json({ result: false, code: 1302403, message: 'no ticket' }, 401)
  const { asked, fetch } = upstreamThat((hosts, index) =>
    index === 0 ? answerFor(hosts) : index === 3 ? signedOut : null,
  )
  const { reading, ms } = await read(fetch)
  expect(ms).toBeLessThan(1_000)
  expect(totalsOf(await reading)).toMatchObject({ hosts: 3_000, logs: 1, failed: 2_999 })
  const count = asked.length
  expect([1, 2].map((index) => asked[index]?.signal.aborted)).toEqual([true, true])
  await vi.advanceTimersByTimeAsync(60_000)
  expect(asked).toHaveLength(count)
})

test('six failures in a row end it, though one more call hangs', async () => {
  const { asked, fetch } = upstreamThat((hosts, index) =>
    index === 0 ? answerFor(hosts) : index === 1 ? null : failure(1),
  )
  const { reading, ms } = await read(fetch)
  expect(ms).toBeLessThan(1_000)
  expect(totalsOf(await reading)).toMatchObject({ logs: 1, failed: 2_999 })
  expect(asked.length).toBeLessThan(12)
})

test('hosts that hang among hosts that answer take nobody else down', async () => {
  const { fetch } = upstreamThat((hosts) => (hosts.includes(77) ? null : answerFor(hosts)))
  const { reading } = await read(fetch)
  const totals = totalsOf(await reading)
  expect(totals?.logs).toBeGreaterThan(2_500)
  expect((totals?.logs ?? 0) + (totals?.failed ?? 0)).toBe(3_000)
})

test('waiting for a turn takes nothing from the time of a call; too long a wait is told in words', async () => {
  const turns = createTurns({ mostBytes: 1, mostBulkBytes: 1 })
  const holder = turns.join('somebody')
  await holder.take({ isUrgent: true, bytes: () => 1 })
  setTimeout(() => holder.leave(), 19_000)
  const waits = await read(upstreamThat(answerFor).fetch, turns)
  expect(totalsOf(await waits.reading)).toMatchObject({ logs: 3_000 })
  const other = turns.join('somebody')
  await other.take({ isUrgent: true, bytes: () => 1 })
  const { asked, fetch } = upstreamThat(answerFor)
  const busy = await read(fetch, turns)
  expect(busy.ms).toBeLessThanOrEqual(21_000)
  await expect(busy.reading).rejects.toMatchObject({ facts: { kind: 'rate-limited', retryAfterSeconds: 5 } })
  expect(asked).toHaveLength(0)
})

test('a reader that leaves while it waits makes no call, and the next one goes on', async () => {
  const turns = createTurns({ mostBytes: 1, mostBulkBytes: 1 })
  const holder = turns.join('somebody')
  await holder.take({ isUrgent: true, bytes: () => 1 })
  const leaving = new AbortController()
  setTimeout(() => leaving.abort(new Error('left')), 500)
  const { asked, fetch } = upstreamThat(answerFor)
  const gone = await read(fetch, turns, leaving.signal)
  await expect(gone.reading).rejects.toThrow('left')
  expect(gone.ms).toBeLessThan(1_000)
  holder.leave()
  await read(fetch, turns)
  expect(asked.length).toBeGreaterThan(0)
})
