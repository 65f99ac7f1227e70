import { expect, test } from 'vitest'
import { createTestGateway, origin, realEnvironment } from '../gateway.fixture.ts'

/* What operators, orchestrators and Prometheus read of a running gateway. */

const signedIn = { headers: { cookie: 'bk_token=very-secret-ticket' } }
const list = `/api/job-instances/biz/2?from=${Date.now() - 864e5}&to=${Date.now()}&start=0&length=20`

/** Every sample of the text by its name and labels. */
async function samples(answer: Response): Promise<ReadonlyMap<string, number>> {
  const lines = (await answer.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return new Map(
    lines.map((line) => {
      const at = line.lastIndexOf(' ')
      expect(line).toMatch(/^[a-z_]+(\{([a-z]+="[^"]*",?)+\})? [\d.e+-]+$/)
      return [line.slice(0, at), Number(line.slice(at + 1))]
    }),
  )
}

test.each(['/health', '/healthz', '/tools/joblens/health', '/tools/joblens/healthz'])(
  '%s: alive',
  async (path) => {
    const { get, upstreamRequests } = createTestGateway({
      environment: { ...realEnvironment, JOBLENS_BASE_PATH: '/tools/joblens' },
      fetch: () => Promise.reject(new Error('down')),
    })
    const answer = await get(path)
    expect([answer.status, await answer.text()]).toEqual([200, 'ok\n'])
    expect(upstreamRequests).toEqual([])
  },
)

test('ready when an upstream answers at all, whatever it says, and it hears of it without any credentials', async () => {
  const { get, upstreamRequests } = createTestGateway({
    environment: { ...realEnvironment, JOBLENS_NODEMAN_URL: 'http://down.invalid' },
    fetch: async ({ url }) => {
      if (url.includes('down')) throw new Error('down')
      return new Response('no such path', { status: 404 })
    },
  })
  const answer = await get('/ready')
  expect(answer.status).toBe(200)
  expect(await answer.json()).toEqual({
    ready: true,
    stopping: false,
    upstreams: [
      { system: 'job', reachable: true, reason: null },
      { system: 'node-man', reachable: false, reason: 'no connection' },
    ],
  })
  await get('/readyz', signedIn)
  expect(upstreamRequests).toHaveLength(2)
  for (const { headers } of upstreamRequests) expect([...headers]).toEqual([])
})

test('not ready when no upstream is reachable, unless asked for itself only', async () => {
  const { get } = createTestGateway({
    environment: realEnvironment,
    fetch: async () => new Response('<h1>Bad gateway</h1>', { status: 502 }),
  })
  const answer = await get('/ready')
  expect([answer.status, (await answer.json()).upstreams[0].reason]).toEqual([503, 'HTTP 502'])
  expect((await get('/ready?only=self')).status).toBe(200)
})

test('it finds out by itself that an upstream is back, though nobody asks', async () => {
  let isDown = true
  const { get, upstreamRequests } = createTestGateway({
    environment: realEnvironment,
    fetch: async () => new Response('{}', { status: isDown ? 503 : 404 }),
    limits: { breaker: { leastCalls: 2, firstPauseMs: 60_000 }, lookMs: 5 },
  })
  const isOpen = async () =>
    (await samples(await get('/metrics'))).get('joblens_upstream_breaker_open{system="job"}')
  for (let call = 0; call < 2; call += 1) await get(list, signedIn)
  expect(await isOpen()).toBe(1)
  const tries = upstreamRequests.length
  await expect.poll(() => upstreamRequests.length, { timeout: 20_000 }).toBeGreaterThan(tries + 1)
  expect((await get('/ready')).status).toBe(503)
  isDown = false
  await expect.poll(isOpen, { timeout: 20_000 }).toBe(0)
  expect((await get('/ready')).status).toBe(200)
  for (const { headers } of upstreamRequests.slice(tries)) expect([...headers]).toEqual([])
})

test('not ready any more once told to stop, though it answers', async () => {
  const { get, gateway } = createTestGateway()
  expect((await get('/ready')).status).toBe(200)
  gateway.stop()
  expect(await (await get('/ready?only=self')).json()).toMatchObject({ ready: false, stopping: true })
  expect((await get('/api/capabilities')).status).toBe(200)
})

test('metrics count requests, upstream calls and bytes, and name nobody', async () => {
  const { get } = createTestGateway({ environment: realEnvironment })
  const answer = await get(list, signedIn)
  const size = (await answer.arrayBuffer()).byteLength
  await get('/api/none', signedIn)
  const text = await (await get('/metrics')).text()
  const found = await samples(new Response(text))
  expect(found.get('joblens_requests_total{operation="jobInstances",status="200",outcome="ok"}')).toBe(1)
  expect(found.get('joblens_requests_total{operation="none",status="404",outcome="problem"}')).toBe(1)
  expect(found.get('joblens_request_duration_seconds_count{operation="jobInstances"}')).toBe(1)
  expect(found.get('joblens_response_bytes_total{operation="jobInstances"}')).toBe(size)
  const call = 'system="job",generation="gateway-v4",operation="get_job_instance_list",status="200"'
  expect(found.get(`joblens_upstream_calls_total{${call}}`)).toBe(1)
  expect(
    found.get('joblens_upstream_bytes_total{system="job",operation="get_job_instance_list"}'),
  ).toBeGreaterThan(100)
  for (const system of ['job', 'node-man']) {
    expect(found.get(`joblens_upstream_breaker_open{system="${system}"}`)).toBe(0)
    expect(found.get(`joblens_upstream_calls_waiting{system="${system}"}`)).toBe(0)
  }
  // The request for the metrics is one of them.
  expect(found.get('joblens_requests_in_flight')).toBe(1)
  expect(found.get('process_resident_memory_bytes')).toBeGreaterThan(1e7)
  expect(text).not.toMatch(/very-secret|job-instances\/|biz/)
})

test('an ingress that passes a sub-path on publishes neither the metrics nor what upstream is like', async () => {
  const { get, upstreamRequests } = createTestGateway({
    environment: { ...realEnvironment, JOBLENS_BASE_PATH: '/tools/joblens' },
  })
  const hidden = await get('/tools/joblens/metrics')
  expect([hidden.status, await hidden.text()]).toEqual([404, expect.stringMatching(/^Not published here/)])
  expect(await (await get('/metrics')).text()).toContain('joblens_requests_total')
  for (const path of ['ready', 'readyz']) {
    expect((await get(`/tools/joblens/${path}`)).status).toBe(404)
    expect(upstreamRequests).toEqual([])
  }
  expect(await (await get('/ready')).text()).toContain('upstreams')
})

test('metrics can be kept to who has the token', async () => {
  const token = 'very-secret-metrics-token'
  const { get, logLines } = createTestGateway({ environment: { JOBLENS_METRICS_TOKEN: token } })
  const statusWith = async (authorization: string) =>
    (await get('/metrics', { headers: { authorization } })).status
  expect((await get('/metrics')).status).toBe(401)
  expect(await statusWith(`Bearer ${token}x`)).toBe(401)
  expect(await statusWith(`Bearer ${token}`)).toBe(200)
  expect(logLines.join('')).not.toContain(token)
})

test('what orchestrators ask every few seconds is no line of the log, and nothing else than asking is answered', async () => {
  const { get, logLines } = createTestGateway()
  for (const path of ['/health', '/ready', '/metrics']) {
    expect((await get(path, { method: 'POST', headers: { origin } })).status).toBe(405)
    expect((await get(path)).headers.get('cache-control')).toBe('no-store')
  }
  // 20 is debug: `info` and above are written by default.
  expect(logLines.map((line) => JSON.parse(line).level).filter((level) => level > 20)).toEqual([])
})

test.each([
  ...['ready/', '/ready', 'ready%2f', 'ready%2F', 'READY', 'metrics/', '/health/', 'healthz//'],
  ...[
    '%72eady',
    '%2572eady',
    'ready;x',
    'ready;x/y',
    'ready%3Bx',
    'ready%00',
    'ready%20',
    'ready.',
    'ready.json',
  ],
  ...[
    '%2fready',
    '%5cready',
    '\uff52eady',
    'livez',
    'live',
    'health/live',
    'ready/x',
    '-/healthy',
    '.;/metrics',
  ],
])('nearly one of these addresses (%s) is no page of the app, which would pass for "ready"', async (path) => {
  const { get } = createTestGateway({
    environment: { JOBLENS_BASE_PATH: '/tools/joblens' },
    assets: { indexHtml: '<html lang="en"></html>', files: new Map() },
  })
  for (const page of [
    'readying',
    'links',
    'biz/2/job-instances',
    'a/ready',
    'node-man/jobs/1/instances/live',
  ])
    expect((await get(`/tools/joblens/${page}`)).status).toBe(200)
  expect((await get(`/tools/joblens/${path}`)).status).toBe(404)
  expect((await get(`/${path}`)).status).toBe(404)
})
