import { expect, test } from 'vitest'
import {
  capabilitiesSchema,
  jobInstanceDetailSchema,
  nodeManJobDetailSchema,
  nodeManJobPageSchema,
  type Problem,
  problemAnswerSchema,
  stepInstanceDetailSchema,
} from '#contract'
import { readFrames } from './frames.fixture.ts'
import { createTestGateway, realEnvironment, type TestGateway } from './gateway.fixture.ts'

const signedIn = { headers: { cookie: 'bk_token=very-secret-user-ticket' } }
const specLog = '/api/node-man/jobs/1/instances/host%7Cinstance%7Chost%7C1/log'
const stepPath = '/api/job-instances/biz/1/100/steps/200'

async function problemIn(answer: Response): Promise<Problem> {
  return problemAnswerSchema.parse(await answer.json()).problem
}

test("spec 3's example arrives value for value as frames, malformed dates included", async () => {
  const answer = await createTestGateway().get(specLog)
  const frames = await readFrames(answer)
  const steps = frames.slice(0, -1).map(({ header, text }) => {
    if (header.kind !== 'node-man-step') throw new Error(header.kind)
    const { name, status, startedAt, finishedAt } = header.step
    return [name, status, text, startedAt.text, finishedAt.text, startedAt.at !== null]
  })
  const [first, second, third] = ['2021-09-16 15:06:04', '2021-09-16 15:06:39', '2021-09-16 15:06:45']
  expect(steps).toEqual([
    ['更新任务状态', 'SUCCESS', '[2021-09-16 15:06:04 INFO] 开始更新任务状态', first, first, true],
    ['批量下发升级包', 'SUCCESS', '[2021-09-16 15:06:04 INFO] 开始下发升级包......', first, second, true],
    [
      '执行升级脚本',
      'SUCCESS',
      '[2021-09-16 15:06:39 INFO] 开始执行升级脚本\n[2021-09-16 15:06:39 INFO]...........',
      second,
      third,
      true,
    ],
    [
      '查询Agent状态',
      'SUCCESS',
      '[2021-09-16 15:06:45 INFO] 开始查询 GSE 状态期望的GSE主机状态为RUNNING......',
      '2021-09-1615: 06: 45',
      '2021-09-1615: 07: 20',
      true,
    ],
    [
      '更新任务状态',
      'SUCCESS',
      '[2021-09-1615: 0720 INFO]开始更新任务状态',
      '2021-09-1615: 07: 20',
      '2021-09-1615: 07: 20',
      true,
    ],
  ])
  expect(frames.at(-1)?.header).toMatchObject({ kind: 'end', totals: { hosts: 1, logs: 5, missing: 0 } })
})

const nodeManElsewhere: readonly [string, Record<string, string>][] = [
  [
    'the first generation of gateway paths',
    {
      JOBLENS_NODEMAN_URL: 'http://sandbox.invalid/api/bk-nodeman/gen1',
      JOBLENS_NODEMAN_LOG_PATH: '/open/api/job/{id}/log/',
    },
  ],
  ['ESB', { JOBLENS_NODEMAN_API: 'esb', JOBLENS_NODEMAN_URL: 'http://sandbox.invalid' }],
]
test.each(nodeManElsewhere)('the same log and hosts through %s', async (_name, environment) => {
  const there = createTestGateway({ environment: { ...realEnvironment, ...environment } })
  const here = createTestGateway({ environment: realEnvironment })
  expect(await readFrames(await there.get(specLog, signedIn))).toEqual(
    await readFrames(await here.get(specLog, signedIn)),
  )
  const hosts = async ({ get }: TestGateway) => {
    const answer = await get('/api/node-man/jobs/1', signedIn)
    return nodeManJobDetailSchema.parse(await answer.json()).instances
  }
  expect(await hosts(there)).toEqual(await hosts(here))
  const list = await there.get('/api/node-man/jobs', signedIn)
  expect(await problemIn(list)).toMatchObject({ kind: 'not-offered', system: 'node-man' })
})

test('node-man jobs are listed and filtered where the deployment can', async () => {
  const { get } = createTestGateway()
  const answer = await get('/api/node-man/jobs?pageSize=5&status=FAILED')
  const page = nodeManJobPageSchema.parse(await answer.json())
  expect(page.items.length).toBeGreaterThan(0)
  expect(page.items.every(({ status }) => status === 'FAILED')).toBe(true)
})

test('what the deployment offers is told without a user', async () => {
  const { get, upstreamRequests } = createTestGateway({ environment: realEnvironment })
  const answer = await get('/api/capabilities')
  expect(capabilitiesSchema.parse(await answer.json())).toMatchObject({
    job: { generation: 'gateway-v4', sandbox: false, hostsPerCall: 50, containers: true, scopes: true },
    nodeMan: { api: 'gateway', sandbox: false, jobList: true },
    links: { login: 'https://login.example/' },
    version: '1.2.3',
  })
  expect(upstreamRequests).toEqual([])
})

test('an upstream that is off answers not-offered', async () => {
  const { get } = createTestGateway({ environment: { JOBLENS_NODEMAN_API: 'off' } })
  const answer = await get('/api/node-man/jobs')
  expect(answer.status).toBe(501)
  expect(await problemIn(answer)).toMatchObject({ kind: 'not-offered' })
})

test('nobody signed in: 401 and where to sign in, before any upstream call', async () => {
  const { get, upstreamRequests } = createTestGateway({ environment: realEnvironment })
  const answer = await get(specLog)
  expect(answer.status).toBe(401)
  expect(await problemIn(answer)).toMatchObject({
    kind: 'not-signed-in',
    loginUrl: 'https://login.example/',
    requestId: answer.headers.get('x-joblens-request-id'),
  })
  expect(upstreamRequests).toEqual([])
})

test('an expired ticket, noticed by upstream, is told where to sign in too', async () => {
  const { get } = createTestGateway({ environment: realEnvironment })
  const answer = await get(specLog, { headers: { cookie: 'bk_token=expired' } })
  expect(answer.status).toBe(401)
  expect(await problemIn(answer)).toMatchObject({
    kind: 'not-signed-in',
    loginUrl: 'https://login.example/',
    requestIdOf: 'upstream',
  })
})

test.each<[string, string, string]>([
  ['/api/job-instances/planet/1/100', 'GET', 'scopeType'],
  ['/api/job-instances/biz/0x1/100', 'GET', 'scopeId'],
  ['/api/job-instances/biz/1/9223372036854775808', 'GET', 'jobInstanceId'],
  ['/api/job-instances/biz/1/100/steps/1e3', 'GET', 'stepInstanceId'],
  ['/api/job-instances/biz/1/100/steps/-1/log', 'POST', 'stepInstanceId'],
  ['/api/job-instances/biz/1?to=5', 'GET', 'from'],
  ['/api/job-instances/biz/1?from=1&to=5&length=201', 'GET', 'length'],
  ['/api/node-man/jobs/01', 'GET', 'nodeManJobId'],
  ['/api/node-man/jobs?page=0', 'GET', 'page'],
  ['/api/node-man/jobs/1/instances/a%2Fb/log', 'GET', 'instanceId'],
  ['/api/node-man/jobs/1/instances/a%0d%0ab/log', 'GET', 'instanceId'],
  ['/api/node-man/jobs/1/instances/%E0%A4%A/log', 'GET', 'instanceId'],
])('%s names the wrong field, before any upstream call', async (path, method, field) => {
  const { get, upstreamRequests } = createTestGateway()
  const body = method === 'POST' ? { body: '{"keys":[]}' } : {}
  const answer = await get(path, { method, headers: { 'content-type': 'application/json' }, ...body })
  expect(answer.status).toBe(400)
  const problem = await problemIn(answer)
  expect(problem.kind).toBe('bad-request')
  expect(problem.message).toMatch(new RegExp(`^${field} is not valid: `))
  expect(upstreamRequests).toEqual([])
})

test.each<[string, RequestInit, number]>([
  ['no JSON', { body: 'nonsense', headers: { 'content-type': 'application/json' } }, 400],
  ['no keys', { body: '{}', headers: { 'content-type': 'application/json' } }, 400],
  ['a form', { body: '{"keys":[]}', headers: { 'content-type': 'text/plain' } }, 415],
  [
    'too large',
    {
      body: `{"keys":["${'x'.repeat(4 * 1024 * 1024)}"]}`,
      headers: { 'content-type': 'application/json' },
    },
    413,
  ],
  [
    'too large, and not saying so',
    // Streams of a body need `duplex`, which the DOM's type of RequestInit does not have.
    {
      body: new Blob(['x'.repeat(5 * 1024 * 1024)]).stream(),
      duplex: 'half',
      headers: { 'content-type': 'application/json' },
    } as RequestInit,
    413,
  ],
])('a log query that is %s is refused', async (_name, init, status) => {
  const { get, upstreamRequests } = createTestGateway()
  const answer = await get(`${stepPath}/log`, { method: 'POST', ...init })
  expect(answer.status).toBe(status)
  await problemIn(answer)
  expect(upstreamRequests).toEqual([])
})

test.each<[string, string, string]>([
  ['PUT', '/api/capabilities', 'GET, POST'],
  ['DELETE', specLog, 'GET, POST'],
  ['OPTIONS', specLog, 'GET, POST'],
  ['HEAD', specLog, 'GET, POST'],
  ['POST', '/api/node-man/jobs/1', 'GET'],
  ['GET', `${stepPath}/log`, 'POST'],
])('%s %s is 405 before any upstream call', async (method, path, allow) => {
  const { get, upstreamRequests } = createTestGateway()
  const answer = await get(path, { method })
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, allow])
  expect(upstreamRequests).toEqual([])
})

test.each(['/api', '/api/', '/api/nothing', '/api/capabilities/', '/api/job-instances/biz'])(
  '%s is no address of the API',
  async (path) => {
    const answer = await createTestGateway().get(path)
    expect(answer.status).toBe(404)
    expect(await problemIn(answer)).toMatchObject({ kind: 'not-found' })
  },
)

test('an absurdly long address is refused in words', async () => {
  const { get } = createTestGateway()
  const api = await get(`/api/node-man/jobs?ip=${'1'.repeat(9000)}`)
  expect(api.status).toBe(414)
  await problemIn(api)
  const page = await get(`/?q=${'1'.repeat(9000)}`)
  expect([page.status, await page.text()]).toEqual([414, expect.stringContaining('too long')])
})

test.each([specLog, '/api/capabilities', '/api/nothing', '/api/node-man/jobs/01'])(
  'the answer of %s is private, typed and numbered',
  async (path) => {
    const { headers } = await createTestGateway().get(path)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-joblens-request-id')).toMatch(/^[0-9a-f]{32}$/)
    expect(headers.get('access-control-allow-origin')).toBeNull()
  },
)

test('browsers are told to come by HTTPS only where the operator says so', async () => {
  const told = async (environment: Record<string, string>) => {
    const { get } = createTestGateway({ environment })
    const answers = await Promise.all(
      ['/', '/api/capabilities', '/api/nothing', '/healthz'].map((path) => get(path)),
    )
    return new Set(answers.map(({ headers }) => headers.get('strict-transport-security')))
  }
  expect(await told({ JOBLENS_HSTS_SECONDS: '31536000' })).toEqual(new Set(['max-age=31536000']))
  expect(await told({ JOBLENS_HSTS_SECONDS: '0' })).toEqual(new Set(['max-age=0']))
  expect(await told({})).toEqual(new Set([null]))
})

test('a deployment with tenants names its own, whatever the browser says', async () => {
  const environment = { ...realEnvironment, JOBLENS_TENANT_ID: 'tenant-1' }
  const { get, upstreamRequests } = createTestGateway({ environment })
  const headers = { ...signedIn.headers, 'x-bk-tenant-id': 'other' }
  await readFrames(await get(specLog, { headers }))
  await get('/api/scopes', { headers })
  expect(upstreamRequests.map(({ headers: sent }) => sent.get('x-bk-tenant-id'))).toEqual([
    'tenant-1',
    'tenant-1',
  ])
})

test('nothing of the browser goes upstream but the ticket', async () => {
  const { get, upstreamRequests } = createTestGateway({ environment: realEnvironment })
  const headers = {
    cookie: 'sessionid=private; bk_token=user-1',
    'user-agent': 'Browser/1',
    'x-forwarded-for': '10.9.9.9',
    'x-custom': 'x',
    referer: 'http://joblens.test/private',
    'accept-language': 'zh-CN',
  }
  await readFrames(await get(specLog, { headers }))
  const [upstream] = upstreamRequests
  expect(upstream && Object.fromEntries(upstream.headers)).toEqual({
    accept: 'application/json',
    'blueking-language': 'zh-cn',
    'content-type': 'application/json',
    'x-bkapi-authorization': JSON.stringify({
      bk_app_code: 'joblens-app',
      bk_app_secret: 'very-secret-app-secret',
      bk_token: 'user-1',
    }),
  })
})

test('our own failure is told without its words, and logged with them under the same id', async () => {
  const broken = () => {
    throw new RangeError('inner words')
  }
  const { get, logLines } = createTestGateway({
    nodeMan: { jobs: broken, job: broken, attempts: broken, stepLogs: broken },
  })
  const answer = await get(specLog)
  expect(answer.status).toBe(500)
  const problem = await problemIn(answer)
  expect(problem).toMatchObject({ kind: 'internal', requestIdOf: 'gateway' })
  expect(problem.message).not.toContain('inner words')
  const logged = logLines.map((line) => JSON.parse(line)).find(({ msg }) => msg === 'failed')
  expect(logged).toMatchObject({ requestId: problem.requestId, error: { message: 'inner words' } })
})

test('a request is one log line: operation, status, outcome, and no ids of anybody', async () => {
  const { get, logLines } = createTestGateway({ environment: realEnvironment })
  const answer = await get(`${specLog}?x=private`, signedIn)
  await readFrames(answer)
  const lines = logLines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'request')
  expect(lines).toEqual([
    expect.objectContaining({
      requestId: answer.headers.get('x-joblens-request-id'),
      method: 'GET',
      operation: 'nodeManLog',
      upstreamRequestIds: [expect.any(String)],
      status: 200,
      outcome: 'ok',
      user: expect.stringMatching(/^[0-9a-f]{12}$/),
      bytes: expect.any(Number),
    }),
  ])
  expect(logLines.join('')).not.toMatch(/private|host%7C|very-secret/)
})

test('behind an ingress that strips the base path everything is served at the root and says the whole path', async () => {
  const { get } = createTestGateway({
    environment: { JOBLENS_BASE_PATH: '/tools/joblens', JOBLENS_BASE_PATH_STRIPPED: 'yes' },
    assets: { indexHtml: '<meta content="__BASE__"><script src="./assets/a.js">', files: new Map() },
  })
  expect((await get(specLog)).status).toBe(200)
  expect((await get('/healthz')).status).toBe(200)
  for (const path of ['/', '/biz/2/job-instances']) {
    expect(await (await get(path)).text()).toBe(
      '<meta content="/tools/joblens/"><script src="/tools/joblens/assets/a.js">',
    )
  }
})

test('below a base path everything lives there and nothing elsewhere', async () => {
  const { get } = createTestGateway({ environment: { JOBLENS_BASE_PATH: '/tools/joblens' } })
  expect((await get(`/tools/joblens${specLog}`)).status).toBe(200)
  expect((await get('/tools/joblens/healthz')).status).toBe(200)
  expect((await get('/healthz')).status).toBe(200)
  expect((await get('/api/capabilities')).status).toBe(404)
  const bare = await get('/tools/joblens?lang=en')
  expect([bare.status, bare.headers.get('location')]).toEqual([308, '/tools/joblens/?lang=en'])
})

test.each<[string, Record<string, string>]>([
  ['gateway-v3', {}],
  ['gateway-v4', {}],
  ['gateway-v4-ip-log', {}],
  ['esb', { JOBLENS_JOB_URL: 'http://sandbox.invalid' }],
])('the job platform through %s: a job instance, a step, its logs', async (api, url) => {
  const environment = { ...realEnvironment, JOBLENS_JOB_API: api, ...url }
  const { get } = createTestGateway({ environment })
  const job = jobInstanceDetailSchema.parse(
    await (await get('/api/job-instances/biz/1/100', signedIn)).json(),
  )
  expect(job.steps.map(({ id }) => id)).toContain('200')
  const step = stepInstanceDetailSchema.parse(await (await get(stepPath, signedIn)).json())
  const keys = step.results.map(({ key }) => key)
  const answer = await get(`${stepPath}/log`, {
    method: 'POST',
    headers: { ...signedIn.headers, 'content-type': 'application/json' },
    body: JSON.stringify({ keys }),
  })
  const frames = await readFrames(answer)
  const logs = frames.flatMap(({ header, text }) => (header.kind === 'script-log' ? [text] : []))
  expect(logs).toHaveLength(keys.length)
  expect(logs.every((text) => text !== '')).toBe(true)
  expect(frames.at(-1)?.header.kind).toBe('end')
})
