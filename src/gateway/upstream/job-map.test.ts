import { expect, test, vi } from 'vitest'
import {
  jobInstanceDetailSchema,
  jobInstancePageSchema,
  type ScopeId,
  stepInstanceDetailSchema,
} from '#contract'
import {
  type Answer,
  callContext,
  type Generation,
  json,
  recordingFetch,
  stepAt,
  upstreamTo,
} from './job-upstream.fixture.ts'

const scope = { type: 'biz', id: '1' as ScopeId } as const
const step = stepAt('biz', '1', '20000000001', '20000000002')
const query = { from: 1_700_000_000_000, to: 1_700_086_400_000, start: 20, length: 10 }
const BIG = '9223372036854775807'

function connect(generation: Generation, answer: Answer) {
  const { fetch, sent } = recordingFetch(answer)
  return { upstream: upstreamTo(generation, fetch), sent }
}

const item = {
  bk_biz_id: 1,
  bk_scope_type: 'biz',
  bk_scope_id: '1',
  name: 'deploy',
  operator: 'admin',
  launch_mode: 1,
  start_time: 1_700_000_001_000,
  end_time: null,
  total_time: 1500,
  create_time: 1_700_000_000_500,
}
const mapped = {
  id: BIG,
  scope,
  name: 'deploy',
  status: 2,
  type: 1,
  launchMode: 1,
  operator: 'admin',
  createdAt: 1_700_000_000_500,
  startedAt: 1_700_000_001_000,
  endedAt: null,
  durationMs: 1500,
}

test.each([
  ['as the code answers', { job_instance_id: 1, status: 2, type: 1 }],
  ['as the document says', { id: 1, task_status: 2, task_type: 1 }],
])('v3 history, %s', async (_, ids) => {
  const row = JSON.stringify({ ...item, ...ids }).replace(/"(job_instance_id|id)":1/, `"$1":${BIG}`)
  const { upstream, sent } = connect('gateway-v3', () =>
    json(
      `{"result":true,"code":0,"data":{"start":20,"length":10,"total":31,"data":[${row}, {"name":"no id"}, null]}}`,
    ),
  )
  const page = await upstream.jobInstances(scope, { ...query, name: 'a&b', status: 3 }, callContext())
  expect(page).toEqual({ items: [mapped], total: 31, start: 20, length: 10 })
  expect(jobInstancePageSchema.safeParse(page).success).toBe(true)
  const url = new URL(sent[0]?.url ?? '')
  expect([sent[0]?.method, url.pathname]).toEqual(['GET', '/api/bk-job/prod/api/v3/get_job_instance_list'])
  expect(Object.fromEntries(url.searchParams)).toEqual({
    bk_scope_type: 'biz',
    bk_scope_id: '1',
    create_time_start: '1700000000000',
    create_time_end: '1700086400000',
    name: 'a&b',
    status: '3',
    start: '20',
    length: '10',
  })
})

test('an empty page comes as null', async () => {
  const { upstream } = connect('gateway-v3', () =>
    json({ result: true, code: 0, data: { start: 0, length: 20, total: 0, data: null } }),
  )
  expect(await upstream.jobInstances(scope, query, callContext())).toMatchObject({ items: [], total: 0 })
})

test('v4 history counts with offset and has no total', async () => {
  const { upstream, sent } = connect('gateway-v4', () =>
    json({ data: { job_instance_list: [{ ...item, job_instance_id: 5, status: 2, type: 1 }] } }),
  )
  expect(await upstream.jobInstances(scope, query, callContext())).toEqual({
    items: [{ ...mapped, id: '5' }],
    total: null,
    start: 20,
    length: 10,
  })
  expect(sent[0]?.url).toContain('/api/v4/get_job_instance_list?')
  expect(sent[0]?.url).toContain('&offset=20&length=10')
})

test('ESB history is a POST with business and scope', async () => {
  const { upstream, sent } = connect('esb', () =>
    json({ result: true, code: 0, data: { data: [], total: 0 } }),
  )
  await upstream.jobInstances(scope, query, callContext())
  expect(sent[0]).toMatchObject({
    method: 'POST',
    url: 'https://paas.test/api/c/compapi/v2/jobv3/get_job_instance_list/',
  })
  expect(JSON.parse(sent[0]?.body ?? '')).toMatchObject({
    bk_biz_id: 1,
    bk_scope_type: 'biz',
    bk_scope_id: '1',
    start: 20,
    length: 10,
  })
})

const v3Status = (rows: unknown[] | null, more: object = {}) => ({
  result: true,
  code: 0,
  data: {
    finished: false,
    job_instance: { ...item, job_instance_id: 20000000001, status: 2 },
    step_instance_list: [
      {
        step_instance_id: 20000000002,
        name: 's',
        status: 2,
        type: 1,
        execute_count: 1,
        create_time: 1,
        start_time: null,
        end_time: 0,
        total_time: null,
        step_ip_result_list: rows,
      },
    ],
    ...more,
  },
})
const row = (bk_host_id: number, status: number, tag: string | null) => ({
  bk_host_id,
  bk_cloud_id: 0,
  ip: `10.0.0.${bk_host_id}`,
  status,
  tag,
  exit_code: 0,
  error_code: 0,
  start_time: 5,
  end_time: null,
  total_time: 7,
})

test('a job instance tells its steps with results counted by status and tag', async () => {
  const { upstream, sent } = connect('gateway-v3', () =>
    json(v3Status([row(1, 9, ''), row(2, 104, 'x'), row(3, 9, null)])),
  )
  const detail = await upstream.jobInstance(scope, step.jobInstanceId, callContext())
  expect(sent[0]?.url).toContain(
    '/api/v3/get_job_instance_status?bk_scope_type=biz&bk_scope_id=1&job_instance_id=20000000001&return_ip_result=true',
  )
  expect(detail).toMatchObject({ finished: false, jobInstance: { id: '20000000001', type: null } })
  expect(detail.steps).toEqual([
    {
      id: '20000000002',
      name: 's',
      type: 1,
      status: 2,
      executeCount: 1,
      createdAt: 1,
      startedAt: null,
      endedAt: null,
      durationMs: null,
      resultCounts: [
        { status: 9, tag: null, count: 2 },
        { status: 104, tag: 'x', count: 1 },
      ],
    },
  ])
  expect(jobInstanceDetailSchema.safeParse(detail).success).toBe(true)
})

test('results upstream did not tell are unknown, not zero', async () => {
  const { upstream } = connect('gateway-v3', () => json(v3Status(null)))
  expect(
    (await upstream.jobInstance(scope, step.jobInstanceId, callContext())).steps[0]?.resultCounts,
  ).toBeNull()
})

test.each([
  [3, true],
  [2, false],
  [12, true],
])('where upstream does not say whether it is finished, status %i decides', async (status, finished) => {
  const job_instance = { job_instance_id: 1, status }
  const { upstream } = connect('gateway-v3', () => json(v3Status([], { finished: null, job_instance })))
  expect((await upstream.jobInstance(scope, step.jobInstanceId, callContext())).finished).toBe(finished)
})

test('v3 asks for the one step, all batches, and reads the groups', async () => {
  const data = {
    step_instance_id: 20000000002,
    execute_count: 0,
    name: 's',
    type: 1,
    status: 3,
    step_result_group_list: [
      {
        result_type: 9,
        tag: 'ok',
        host_size: 2,
        host_result_list: [
          { bk_host_id: 1, ip: null, ipv6: '::1', bk_cloud_id: 0, status: 9 },
          { bk_host_id: 2, status: 9, tag: '' },
        ],
      },
      { result_type: 104, tag: null, host_size: 3 },
    ],
  }
  const { upstream, sent } = connect('gateway-v3', () => json({ result: true, code: 0, data }))
  const detail = await upstream.stepInstance(step, callContext())
  expect(sent[0]?.url).toMatch(/get_step_instance_status\?.*&step_instance_id=20000000002&batch=0$/)
  expect(detail).toMatchObject({ jobInstance: null, finished: true })
  expect(detail.results.map(({ key, tag, status }) => [key, tag, status])).toEqual([
    ['1', 'ok', 9],
    ['2', 'ok', 9],
  ])
  expect(detail.step.resultCounts).toEqual([
    { status: 9, tag: 'ok', count: 2 },
    { status: 104, tag: null, count: 3 },
  ])
  expect(stepInstanceDetailSchema.safeParse(detail).success).toBe(true)
})

test.each([
  [
    'a server that lacks the call',
    () => json({ code: 1640401, code_name: 'API_NOT_FOUND', message: 'm', result: false }, 404),
    3,
  ],
  [
    'an app that was not granted the call',
    () => json({ code: 1640301, code_name: 'APP_NO_PERMISSION', message: 'm', result: false }, 403),
    3,
  ],
  ['a manual step', () => json({ result: false, code: 1241003, message: 'm' }), 4],
])('%s: the whole job instance is asked instead', async (_, refuse, calls) => {
  const { upstream, sent } = connect('gateway-v3', ({ url }) =>
    url.includes('get_step_') ? refuse() : json(v3Status([row(1, 9, null)])),
  )
  const detail = await upstream.stepInstance(step, callContext())
  expect(detail).toMatchObject({
    jobInstance: { name: 'deploy' },
    step: { id: '20000000002' },
    results: [{ key: '1' }],
  })
  await upstream.stepInstance(step, callContext())
  expect(sent).toHaveLength(calls)
})

test('a call that was lacking is tried again after a minute, and used once it is there', async () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  try {
    let offered = false
    const { upstream, sent } = connect('gateway-v3', ({ url }) => {
      if (!url.includes('get_step_')) return json(v3Status([row(1, 9, null)]))
      if (!offered) return json({ code: 1640401, message: 'm', result: false }, 404)
      return json({
        result: true,
        code: 0,
        data: { step_instance_id: 20000000002, name: 's', type: 1, status: 3, step_result_group_list: [] },
      })
    })
    const calls = async () => {
      const before = sent.length
      await upstream.stepInstance(step, callContext())
      return sent.slice(before).map(({ url }) => /get_\w+/.exec(url)?.[0])
    }
    expect(await calls()).toEqual(['get_step_instance_status', 'get_job_instance_status'])
    offered = true
    vi.advanceTimersByTime(59_000)
    expect(await calls()).toEqual(['get_job_instance_status'])
    vi.advanceTimersByTime(2_000)
    expect(await calls()).toEqual(['get_step_instance_status'])
  } finally {
    vi.useRealTimers()
  }
})

test('a step of another job instance is not found', async () => {
  const { upstream } = connect('esb', () => json(v3Status([])))
  const other = stepAt('biz', '1', '20000000001', '1')
  await expect(upstream.stepInstance(other, callContext())).rejects.toMatchObject({
    facts: { kind: 'not-found' },
  })
})

test('v4 results are hosts and containers', async () => {
  const host = {
    type: 1,
    resource_id: '7',
    host: { bk_host_id: 7, bk_cloud_id: 2, bk_cloud_name: 'c', ipv6: '::7' },
  }
  const container = {
    type: 2,
    resource_id: '9',
    container: { id: 9, container_id: 'docker://abc', name: 'web', node_host_id: 7 },
  }
  const step_instance_list = [
    {
      step_instance_id: 20000000002,
      status: 3,
      step_execute_object_result_list: [
        { execute_object: host, status: 9 },
        { execute_object: container, status: 101, exit_code: 2 },
        { execute_object: null, status: 9 },
      ],
    },
  ]
  const { upstream, sent } = connect('gateway-v4', () =>
    json({
      data: { finished: true, job_instance: { job_instance_id: 20000000001, status: 3 }, step_instance_list },
    }),
  )
  const detail = await upstream.stepInstance(step, callContext())
  expect(sent[0]?.url).toContain('/api/v4/get_job_instance_status?')
  expect(sent[0]?.url).toContain('return_execute_object_result=true')
  expect(detail.results.map(({ key, executeObject }) => [key, executeObject])).toEqual([
    ['7', { kind: 'host', hostId: '7', cloudId: '2', ip: null, ipv6: '::7', cloudName: 'c' }],
    ['container:9', { kind: 'container', id: '9', uid: 'docker://abc', name: 'web', nodeHostId: '7' }],
  ])
})

test('scopes are read page by page; where the call is missing there are none to pick from', async () => {
  const all = Array.from({ length: 201 }, (_, index) => ({
    bk_scope_type: index === 0 ? 'tenant_set' : 'biz',
    bk_scope_id: String(index),
    name: `n${index}`,
  }))
  const { upstream, sent } = connect('gateway-v4', ({ url }) => {
    const offset = Number(new URL(url).searchParams.get('offset'))
    return json({ data: { total: 201, offset, length: 200, scope_list: all.slice(offset, offset + 200) } })
  })
  const scopes = await upstream.scopes(callContext())
  expect(scopes).toHaveLength(201)
  expect(scopes?.[0]).toEqual({ type: 'tenant_set', id: '0', name: 'n0' })
  expect(sent.map(({ url }) => new URL(url).search)).toEqual([
    '?offset=0&length=200',
    '?offset=200&length=200',
  ])
  const old = connect('gateway-v4', () => json({ code: 1640401, message: 'm', result: false }, 404))
  expect(await old.upstream.scopes(callContext())).toBeNull()
  expect(await connect('gateway-v3', () => json({})).upstream.scopes(callContext())).toBeNull()
})

test('an answer without a job instance is a bad answer', async () => {
  const { upstream } = connect('gateway-v3', () => json({ result: true, code: 0, data: null }))
  await expect(upstream.jobInstance(scope, step.jobInstanceId, callContext())).rejects.toMatchObject({
    facts: { kind: 'bad-answer' },
  })
})
