import { describe, expect, test, vi } from 'vitest'
import { isResultFailed, type JobInstanceId, type ScopeId } from '#contract'
import { createSandbox } from '#sandbox'
import { createJobUpstream } from './create-job-upstream.ts'
import { callBy } from './fetch-call.ts'
import { callContext, collect, type Generation, stepAt } from './job-upstream.fixture.ts'
import { createRoom } from './room.ts'
import { createTransport } from './transport.ts'
import type { LogFrame } from './upstream.ts'

// Large steps on a busy machine: what is tested is the answer, not its speed.
vi.setConfig({ testTimeout: 60_000 })

/** A Monday noon in Shanghai; the sandbox tells its story from there. */
const startedAt = Date.UTC(2026, 2, 9, 4)
const sandbox = createSandbox({ now: () => startedAt, startedAt })

function connect(generation: Generation) {
  const style = generation === 'esb' ? 'esb' : 'gateway'
  const baseUrl = style === 'esb' ? 'http://bk.test' : 'http://bk.test/api/bk-job/prod'
  const shared = {
    ask: callBy(sandbox.fetch),
    system: 'job',
    appCode: 'joblens',
    appSecret: 'secret',
    room: createRoom(),
  } as const
  return createJobUpstream({ generation, transport: createTransport({ ...shared, style, baseUrl }) })
}

function as(user: string) {
  return { ...callContext(), identity: { by: 'token', cookie: 'bk_token', value: user } as const }
}
const demo = as('demo')
const scope = { type: 'biz', id: '2' as ScopeId } as const
const storyStep = (instance: number, position: number) =>
  stepAt('biz', '2', String(20_000_000_000 + instance), String(20_000_000_000 + instance * 100 + position))

function totalsOf(frames: readonly LogFrame[]) {
  const header = frames.at(-1)?.header
  return header?.kind === 'end' ? header.totals : null
}
const textsOf = (frames: readonly LogFrame[]) =>
  frames.flatMap(({ header, text }) => (header.kind === 'script-log' ? [[header.key, text]] : []))

const generations: readonly Generation[] = ['gateway-v3', 'gateway-v4', 'gateway-v4-ip-log', 'esb']

describe.each(generations)('%s', (generation) => {
  const upstream = connect(generation)

  /** Hosts of a step as a page asks for them: keys, and the addresses known from the results. */
  async function hostsOf(step: ReturnType<typeof storyStep>) {
    const { results } = await upstream.stepInstance(step, demo)
    const addresses: Record<string, string> = {}
    for (const { key, executeObject } of results) {
      if (executeObject.kind === 'host' && executeObject.ip !== null) {
        addresses[key] = `${executeObject.cloudId ?? '0'}:${executeObject.ip}`
      }
    }
    return { results, query: { keys: results.map(({ key }) => key), addresses } }
  }

  test("the specification's script example, asked by id and by address", async () => {
    const step = stepAt('biz', '1', '100', '200')
    const texts = [
      '[2018-03-15 14:39:30][PID:56875] job_start\n',
      '[2018-03-15 14:39:30][PID:16789] job_start\n',
    ]
    for (const keys of [
      ['1', '2'],
      ['0:127.0.0.1', '0:127.0.0.2'],
    ]) {
      const frames = await collect(upstream.stepLogs(step, { keys }, demo))
      expect(textsOf(frames).toSorted()).toEqual(keys.map((key, index) => [key, texts[index]]))
    }
  })

  test("the specification's file examples, with the source found on the way", async () => {
    const spec1 = await collect(
      upstream.stepLogs(stepAt('biz', '1', '100', '201'), { keys: ['1'], withSources: true }, demo),
    )
    const spec2 = await collect(
      upstream.stepLogs(stepAt('biz', '1', '100', '202'), { keys: ['0:10.0.0.1'], withSources: true }, demo),
    )
    for (const frames of [spec1, spec2]) {
      expect(
        frames.map(({ header }) => (header.kind === 'transfer' ? header.transfer.direction : header.kind)),
      ).toEqual(['log-type', 'download', 'upload', 'end'])
    }
  })

  test('the history has the executions of the last days', async () => {
    const query = { from: startedAt - 7 * 86_400_000, to: startedAt, start: 0, length: 50 }
    const page = await upstream.jobInstances(scope, query, demo)
    expect(page.items).toHaveLength(50)
    expect(
      page.items.every(
        ({ scope: { type, id }, createdAt }) => type === 'biz' && id === '2' && createdAt !== null,
      ),
    ).toBe(true)
  })

  test('2,000 hosts: seven failed, every log arrives', async () => {
    const { results, query } = await hostsOf(storyStep(1, 2))
    expect(results).toHaveLength(2_000)
    expect(results.filter(({ status }) => isResultFailed(status))).toHaveLength(7)
    const frames = await collect(upstream.stepLogs(storyStep(1, 2), query, demo))
    const totals = totalsOf(frames)
    expect(totals).toMatchObject({ hosts: 2_000, failed: 0 })
    expect((totals?.logs ?? 0) + (totals?.missing ?? 0)).toBe(2_000)
    expect(totals?.logs).toBeGreaterThan(1_990)
  })

  test('a log of 5 MiB is whole', async () => {
    const { query } = await hostsOf(storyStep(3, 1))
    const frames = await collect(upstream.stepLogs(storyStep(3, 1), query, demo))
    expect(totalsOf(frames)).toMatchObject({ logs: 1, bytes: 5 * 1024 * 1024 })
  })

  test('IPv6-only hosts are read too', async () => {
    const { query } = await hostsOf(storyStep(5, 1))
    const frames = await collect(upstream.stepLogs(storyStep(5, 1), query, demo))
    expect(totalsOf(frames)).toMatchObject({ hosts: 15, logs: 15, missing: 0, failed: 0 })
  })

  test('a distribution in every state: targets, sources, third-party source', async () => {
    const { query } = await hostsOf(storyStep(15, 1))
    const frames = await collect(upstream.stepLogs(storyStep(15, 1), { ...query, withSources: true }, demo))
    const transfers = frames.flatMap(({ header }) => (header.kind === 'transfer' ? [header] : []))
    expect(new Set(transfers.map(({ key }) => key)).size).toBe(transfers.length)
    expect(new Set(transfers.map(({ transfer }) => transfer.direction))).toEqual(
      new Set(['upload', 'download']),
    )
    expect(new Set(transfers.map(({ transfer }) => transfer.status))).toEqual(new Set([0, 1, 2, 3, 4, 5]))
    const again = await collect(upstream.stepLogs(storyStep(15, 1), { ...query, withSources: true }, demo))
    const keysAgain = again.flatMap(({ header }) => (header.kind === 'transfer' ? [header.key] : []))
    expect(keysAgain.toSorted()).toEqual(transfers.map(({ key }) => key).toSorted())
  })

  test('a target listed once per batch is one host', async () => {
    const { results } = await upstream.stepInstance(storyStep(26, 1), demo)
    expect(results).toHaveLength(5)
  })

  test('a confirmation step has neither hosts nor logs', async () => {
    const detail = await upstream.stepInstance(storyStep(11, 2), demo)
    expect(detail).toMatchObject({ step: { type: 3 }, finished: false, results: [] })
  })

  test('the largest ids there are', async () => {
    const step = stepAt('biz', '2', '9223372036854775807', '9223372036854775806')
    const detail = await upstream.jobInstance(scope, step.jobInstanceId, demo)
    expect(detail).toMatchObject({
      jobInstance: { id: step.jobInstanceId },
      steps: [{ id: step.stepInstanceId }],
    })
    const { query } = await hostsOf(step)
    expect(totalsOf(await collect(upstream.stepLogs(step, query, demo)))).toMatchObject({ hosts: 3, logs: 3 })
  })

  test('an expired instance is gone, with the id of the answer', async () => {
    const gone = { facts: { kind: 'gone', requestIdOf: 'upstream' } }
    await expect(upstream.jobInstance(scope, '20000000099' as JobInstanceId, demo)).rejects.toMatchObject(
      gone,
    )
    const step = stepAt('biz', '2', '20000000099', '20000009901')
    const frames = upstream.stepLogs(step, { keys: ['0:10.0.0.1'] }, demo)
    // Spec 1's envelope has no details, so its NOT_FOUND leaves open what was not found.
    const kind = generation === 'gateway-v4-ip-log' ? 'not-found' : 'gone'
    await expect(collect(frames)).rejects.toMatchObject({ facts: { kind } })
  })

  test('a denial names action and scope', async () => {
    const denied = upstream.jobInstance(
      { type: 'biz', id: '1' as ScopeId },
      '100' as JobInstanceId,
      as('zhangsan'),
    )
    await expect(denied).rejects.toMatchObject({
      facts: {
        kind: 'denied',
        permissions: [{ action: 'access_business', resources: [{ id: '1', name: 'blueking' }] }],
      },
    })
  })

  test('an expired ticket means signing in again', async () => {
    const denied = upstream.jobInstance(scope, '20000000001' as JobInstanceId, as('expired'))
    await expect(denied).rejects.toMatchObject({ facts: { kind: 'not-signed-in' } })
  })
})

test('50,000 hosts are counted', async () => {
  const detail = await connect('gateway-v3').jobInstance(scope, '20000000002' as JobInstanceId, demo)
  const counts = detail.steps[0]?.resultCounts ?? []
  expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(50_000)
  expect(counts.filter(({ status }) => isResultFailed(status)).map(({ count }) => count)).toEqual([12])
})

test('100,000 transfers arrive whole', async () => {
  const upstream = connect('gateway-v3')
  const { results } = await upstream.stepInstance(storyStep(14, 1), demo)
  const query = { keys: results.map(({ key }) => key), withSources: true }
  let transfers = 0
  for await (const { header } of upstream.stepLogs(storyStep(14, 1), query, demo)) {
    if (header.kind === 'transfer' && header.transfer.direction === 'download') transfers += 1
  }
  expect(transfers).toBe(100_000)
})

test.each(['gateway-v3', 'esb'] as const)(
  '%s cannot count container steps, but shows the steps of their job instance',
  async (generation) => {
    const id = '20000000006' as JobInstanceId
    const { steps } = await connect(generation).jobInstance(scope, id, demo)
    expect(steps).toHaveLength(1)
    expect(steps[0]?.resultCounts).toBeNull()
    // Neither "no hosts" nor "try again later".
    await expect(connect(generation).stepInstance(storyStep(6, 1), demo)).rejects.toMatchObject({
      facts: { kind: 'not-offered', message: expect.stringContaining('containers') },
    })
  },
)

test('containers are read where they exist', async () => {
  const upstream = connect('gateway-v4')
  const { results } = await upstream.stepInstance(storyStep(6, 1), demo)
  expect(results).toHaveLength(24)
  const keys = results.map(({ key }) => key)
  const frames = await collect(upstream.stepLogs(storyStep(6, 1), { keys }, demo))
  expect(
    textsOf(frames)
      .map(([key]) => key)
      .toSorted(),
  ).toEqual(keys.toSorted())
})

test('scopes are listed where they can be, those the user may see', async () => {
  const scopes = await connect('gateway-v4').scopes(demo)
  expect(scopes?.map(({ type, id }) => `${type}:${id}`)).toContain('tenant_set:1')
  expect(await connect('gateway-v3').scopes(demo)).toBeNull()
})
