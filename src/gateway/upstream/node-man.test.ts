import { isUtf8 } from 'node:buffer'
import { expect, test } from 'vitest'
import { type NodeManInstanceId, type NodeManJobId, nodeManStepFrameSchema } from '#contract'
import { ProblemError } from '../problem-error.ts'
import { callBy } from './fetch-call.ts'
import { createNodeManUpstream } from './node-man.ts'
import type { NodeManDialect } from './node-man-calls.ts'
import { createRoom } from './room.ts'
import { createTransport } from './transport.ts'
import type { CallContext, LogFrame, NodeManUpstream } from './upstream.ts'

const gen2: NodeManDialect = { api: 'gateway', logPath: '/api/job/{pk}/log/' }
const gen1: NodeManDialect = { api: 'gateway', logPath: '/open/api/job/{id}/log/' }
const esb: NodeManDialect = { api: 'esb', logPath: '' }

const jobId = '1' as NodeManJobId
const instanceId = 'host|instance|host|1' as NodeManInstanceId
const context: CallContext = {
  identity: { by: 'token', cookie: 'bk_token', value: 'ticket-of-user' },
  language: 'zh-cn',
  signal: new AbortController().signal,
  requestId: 'own-id',
}

interface Seen {
  readonly line: string
  readonly body: string
  readonly headers: Headers
}

/** A node-man that answers each call with the next of `answers`, and what it was asked. */
function nodeManAnswering(dialect: NodeManDialect, ...answers: unknown[]) {
  const seen: Seen[] = []
  const transport = createTransport({
    ask: callBy(async (request) => {
      const line = `${request.method} ${request.url}`
      seen.push({ line, body: await request.text(), headers: request.headers })
      const answer = answers[Math.min(seen.length, answers.length) - 1]
      const text =
        typeof answer === 'string'
          ? answer
          : answer instanceof Buffer
            ? Uint8Array.from(answer)
            : JSON.stringify(answer)
      return new Response(text, { headers: { 'X-Bkapi-Request-Id': 'upstream-id' } })
    }),
    baseUrl: dialect.api === 'esb' ? 'https://esb.example' : 'https://bkapi.example/api/bk-nodeman/prod',
    style: dialect.api,
    system: 'node-man',
    appCode: 'joblens',
    appSecret: 'app-secret',
    room: createRoom(),
    timeouts: { backoffMs: 1 },
  })
  return { seen, nodeMan: createNodeManUpstream({ ...dialect, transport, timeZone: 'Asia/Shanghai' }) }
}

const ok = (data: unknown) => ({ result: true, code: 0, message: '', data })

/** Bytes hold only until the next frame. One character each, where they are no UTF-8. */
function keptText(text: string | Buffer): string {
  if (typeof text === 'string') return text
  return isUtf8(text) ? text.toString('utf8') : text.toString('latin1')
}

async function framesOf(nodeMan: NodeManUpstream, id = instanceId): Promise<LogFrame[]> {
  const frames: LogFrame[] = []
  for await (const frame of nodeMan.stepLogs(jobId, id, context))
    frames.push({ ...frame, text: keptText(frame.text) })
  return frames
}

async function problemOf(promise: Promise<unknown>) {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(ProblemError)
  return (error as ProblemError).facts
}

test.each([
  [
    'gateway, second generation',
    gen2,
    'GET https://bkapi.example/api/bk-nodeman/prod/api/job/1/log/?instance_id=host%7Cinstance%7Chost%7C1',
    '',
  ],
  [
    'gateway, first generation',
    gen1,
    'GET https://bkapi.example/api/bk-nodeman/prod/open/api/job/1/log/?instance_id=host%7Cinstance%7Chost%7C1',
    '',
  ],
  [
    'ESB',
    esb,
    'POST https://esb.example/api/c/compapi/v2/nodeman/api/job/log/',
    '{"bk_app_code":"joblens","bk_app_secret":"app-secret","bk_token":"ticket-of-user","job_id":1,"instance_id":"host|instance|host|1"}',
  ],
])('the log is asked for to the letter: %s', async (_name, dialect, line, body) => {
  const { nodeMan, seen } = nodeManAnswering(dialect, ok([]))
  await framesOf(nodeMan)
  expect(seen).toEqual([expect.objectContaining({ line, body })])
})

test('on the gateway the credentials are in the header, and only there', async () => {
  const { nodeMan, seen } = nodeManAnswering(gen2, ok([]))
  await framesOf(nodeMan)
  expect(seen[0]?.headers.get('x-bkapi-authorization')).toBe(
    '{"bk_app_code":"joblens","bk_app_secret":"app-secret","bk_token":"ticket-of-user"}',
  )
  expect(seen[0]?.headers.get('blueking-language')).toBe('zh-cn')
})

test('a bare number as instance id stays a number on ESB, however long (spec 3)', async () => {
  const { nodeMan, seen } = nodeManAnswering(esb, ok([]))
  await framesOf(nodeMan, '9223372036854775807' as NodeManInstanceId)
  expect(seen[0]?.body).toContain('"instance_id":9223372036854775807}')
})

test('a log whose bytes are no UTF-8, or half a pair, is told as those bytes', async () => {
  const log = '\xc4\xe3\xba\xc3 \xe4\xb8'
  const { nodeMan } = nodeManAnswering(
    gen2,
    Buffer.from(
      `{"result":true,"data":[{"step":"a","log":"${log}"},{"step":"b","log":"\\ud83d"}]}`,
      'latin1',
    ),
  )
  const [first, second, end] = await framesOf(nodeMan)
  expect([first?.text, second?.text]).toEqual([log, '\xed\xa0\xbd'])
  expect(end?.header).toMatchObject({ kind: 'end', totals: { bytes: log.length + 3 } })
})

test('steps become frames by position, with times as written and as read, then the end', async () => {
  const { nodeMan } = nodeManAnswering(
    gen2,
    ok([
      {
        step: '更新任务状态',
        status: 'SUCCESS',
        log: '开始',
        start_time: '2021-09-1615: 06: 45',
        finish_time: null,
      },
      { step: '更新任务状态', status: 'STRANGE', log: null, start_time: null, finish_time: 'soon' },
      { step: null, log: 17 },
    ]),
  )
  const frames = await framesOf(nodeMan)
  expect(frames.map(({ text }) => text)).toEqual(['开始', '', '', ''])
  const steps = frames.slice(0, 3).map(({ header }) => nodeManStepFrameSchema.parse({ ...header, bytes: 0 }))
  expect(steps.map(({ key }) => key)).toEqual(['step-0', 'step-1', 'step-2'])
  expect(steps[0]?.step).toEqual({
    index: 0,
    name: '更新任务状态',
    status: 'SUCCESS',
    startedAt: { text: '2021-09-1615: 06: 45', at: Date.UTC(2021, 8, 16, 7, 6, 45) },
    finishedAt: { text: null, at: null },
  })
  expect(steps[1]?.step).toMatchObject({ status: 'STRANGE', finishedAt: { text: 'soon', at: null } })
  expect(steps[2]?.step).toMatchObject({ index: 2, name: '', status: 'UNKNOWN' })
  const totals = { hosts: 1, logs: 3, transfers: 0, missing: 0, failed: 0, bytes: 6 }
  expect(frames.at(-1)?.header).toEqual({ kind: 'end', totals })
})

test('a log without steps is a success with nothing in it (bk-nodeman A4)', async () => {
  const { nodeMan } = nodeManAnswering(gen2, ok([]))
  expect((await framesOf(nodeMan)).map(({ header }) => header.kind)).toEqual(['end'])
})

const denied = {
  permission: {
    actions: [
      {
        id: 'task_history_view',
        name: '任务历史查看',
        related_resource_types: [
          { type: 'biz', type_name: '业务', instances: [[{ type: 'biz', id: '2', name: 'demo' }]] },
        ],
      },
    ],
  },
  apply_url: 'https://iam.example/apply',
}

test.each([
  [3800007, 'not-ready'],
  ['3800015', 'not-ready'],
  [3801012, 'not-found'],
  [3800001, 'bad-request'],
  [3800100, 'bad-request'],
  [3800500, 'upstream-down'],
])('code %s is %s (bk-nodeman A9)', async (code, kind) => {
  const { nodeMan } = nodeManAnswering(gen2, { result: false, code, data: null, message: `失败（${code}）` })
  expect(await problemOf(framesOf(nodeMan))).toMatchObject({
    kind,
    code: String(code),
    message: `失败（${code}）`,
    system: 'node-man',
    requestId: 'upstream-id',
    requestIdOf: 'upstream',
  })
})

test('a denial names the action and its resource, and where to apply', async () => {
  const refusal = { result: false, code: '9900403', data: denied, message: '当前用户无 [任务历史查看] 权限' }
  const { nodeMan } = nodeManAnswering(gen2, refusal)
  expect(await problemOf(framesOf(nodeMan))).toMatchObject({
    kind: 'denied',
    applyUrl: 'https://iam.example/apply',
    permissions: [
      {
        action: 'task_history_view',
        actionName: '任务历史查看',
        resources: [{ id: '2', name: 'demo' }],
      },
    ],
  })
})

test('an address to apply at that is no web address is dropped', async () => {
  const data = { ...denied, apply_url: 'javascript:alert(1)' }
  const { nodeMan } = nodeManAnswering(gen2, { result: false, code: '9900403', data, message: 'no' })
  expect(await problemOf(framesOf(nodeMan))).toMatchObject({ kind: 'denied', applyUrl: null })
})

test.each([[{}], [null], ['text'], [[1, 2]]])('data %j is no log', async (data) => {
  const { nodeMan } = nodeManAnswering(gen2, ok(data))
  expect(await problemOf(framesOf(nodeMan))).toMatchObject({ kind: 'bad-answer', requestId: 'upstream-id' })
})

test.each([
  ['gateway, second generation', gen2, 'https://bkapi.example/api/bk-nodeman/prod/api/job/1/details/'],
  ['gateway, first generation', gen1, 'https://bkapi.example/api/bk-nodeman/prod/open/api/job/1/details/'],
  ['ESB', esb, 'https://esb.example/api/c/compapi/v2/nodeman/api/job/details/'],
])('details are asked for with lists as conditions: %s', async (_name, dialect, url) => {
  const { nodeMan, seen } = nodeManAnswering(dialect, ok({ total: 0, list: [] }))
  await nodeMan.job(
    jobId,
    { page: 2, pageSize: 500, status: 'FAILED,RUNNING', ip: '10.0.0.1 ::1', instanceId },
    context,
  )
  expect(seen[0]?.line).toBe(`POST ${url}`)
  expect(JSON.parse(seen[0]?.body ?? '')).toMatchObject({
    page: 2,
    pagesize: 500,
    conditions: [
      { key: 'status', value: ['FAILED', 'RUNNING'] },
      { key: 'ip', value: ['10.0.0.1', '::1'] },
      { key: 'instance_id', value: [instanceId] },
    ],
    ...(dialect.api === 'esb' ? { job_id: 1, bk_token: 'ticket-of-user' } : {}),
  })
})

test('hosts are read whatever is missing, and ignored ones are marked', async () => {
  const { nodeMan } = nodeManAnswering(
    gen2,
    `{"result":true,"code":0,"data":{"job_id":9007199254740993,"total":2,"job_type":"INSTALL_AGENT",
      "job_type_display":"安装 Agent","status":"RUNNING","start_time":"2021-09-16 15:06:03+0800","end_time":null,
      "cost_time":"12","statistics":{},"meta":{},"list":[
      {"instance_id":"host|instance|host|10.0.0.3-0-0","ip":"10.0.0.3","inner_ip":"10.0.0.3","inner_ipv6":null,
       "bk_host_id":null,"bk_cloud_id":0,"bk_cloud_name":"直连区域","bk_biz_id":2,"bk_biz_name":"demo","status":"RUNNING",
       "status_display":"正在 安装","step":"安装","start_time":"2021-09-16 15:06:03","cost_time":3.456},
      {"instance_id":"host|instance|host|2","bk_host_id":9223372036854775807,"status":"SUCCESS","cost_time":""},
      {"ip":"10.0.0.9","status":"IGNORED","status_display":"主机已存在","filter_host":true,"step":""},
      {"ip":""}]}}`,
  )
  const detail = await nodeMan.job('9007199254740993' as NodeManJobId, { page: 1, pageSize: 50 }, context)
  expect(detail.job).toMatchObject({
    id: '9007199254740993',
    name: '安装 Agent',
    status: 'RUNNING',
    startedAt: Date.UTC(2021, 8, 16, 7, 6, 3),
    endedAt: null,
    durationMs: 12_000,
    counts: null,
  })
  expect(detail.total).toBe(2)
  expect(detail.instances).toMatchObject([
    {
      id: 'host|instance|host|10.0.0.3-0-0',
      hostId: null,
      cloudId: '0',
      businessId: '2',
      ip: '10.0.0.3',
      statusText: '正在 安装',
      durationMs: 3456,
      ignored: false,
    },
    { id: 'host|instance|host|2', hostId: '9223372036854775807', ip: null, businessId: null, ignored: false },
    { id: null, ip: '10.0.0.9', status: 'IGNORED', statusText: '主机已存在', stepName: null, ignored: true },
    { id: null, ip: null, status: 'UNKNOWN', ignored: true },
  ])
})

const listedJob = {
  id: 7,
  created_by: 'admin',
  job_type: 'MAIN_START_PLUGIN',
  job_type_display: '',
  status: 'SUCCESS',
  start_time: '2021-09-16 15:06:03+0800',
  end_time: '2021-09-18 15:06:03+0800',
  // Wrapped at 24 hours by upstream (bk-nodeman B2).
  cost_time: '0',
  statistics: {
    total_count: 3,
    success_count: 1,
    failed_count: 2,
    ignored_count: 0,
    pending_count: 0,
    running_count: 0,
  },
  bk_biz_scope_display: ['blueking', null],
}

test('jobs are listed where the deployment can, ids unquoted, filters as lists', async () => {
  const { nodeMan, seen } = nodeManAnswering(gen2, ok({ total: 1, list: [listedJob, { id: 'x' }] }))
  const query = { page: 1, pageSize: 50, status: 'FAILED', operator: 'admin', ip: '10.0.0.1', jobId }
  const page = await nodeMan.jobs(query, context)
  expect(seen).toEqual([
    expect.objectContaining({
      line: 'POST https://bkapi.example/api/bk-nodeman/prod/api/job/job_list/',
      body: '{"page":1,"pagesize":50,"status":["FAILED"],"created_by":["admin"],"inner_ip_list":["10.0.0.1"],"job_id":[1]}',
    }),
  ])
  expect(page).toMatchObject({
    total: 1,
    items: [
      {
        id: '7',
        name: 'MAIN_START_PLUGIN',
        scopeNames: ['blueking'],
        durationMs: 2 * 24 * 3600 * 1000,
        counts: { total: 3, success: 1, failed: 2 },
      },
    ],
  })
})

test.each([
  ['first gateway generation', gen1],
  ['ESB', esb],
])('the %s cannot list jobs, and is not asked (bk-nodeman B1)', async (_name, dialect) => {
  const { nodeMan, seen } = nodeManAnswering(dialect, ok({}))
  expect(await problemOf(nodeMan.jobs({ page: 1, pageSize: 50 }, context))).toMatchObject({
    kind: 'not-offered',
  })
  expect(seen).toEqual([])
})

const systemError = { result: false, code: 3800500, data: null, message: '系统错误（3800500）' }

test('a page past the end is empty, not a system error (bk-nodeman B2)', async () => {
  const { nodeMan } = nodeManAnswering(gen2, systemError, ok({ total: 1, list: [listedJob] }))
  expect(await nodeMan.jobs({ page: 9, pageSize: 50 }, context)).toEqual({
    items: [],
    total: 1,
    page: 9,
    pageSize: 50,
  })
})

test('a page of hosts past the end has only what every page repeats (bk-nodeman B3)', async () => {
  const list = [{ instance_id: 'host|instance|host|1' }, { filter_host: true, ip: '10.0.0.9' }]
  const { nodeMan, seen } = nodeManAnswering(gen2, systemError, ok({ total: 51, status: 'SUCCESS', list }))
  expect(await nodeMan.job(jobId, { page: 9, pageSize: 50 }, context)).toMatchObject({
    job: { status: 'SUCCESS' },
    instances: [{ id: null, ip: '10.0.0.9' }],
    total: 51,
    page: 9,
  })
  expect(seen.map(({ body }) => JSON.parse(body).page)).toEqual([9, 1])
})

test('a real system error stays one', async () => {
  const { nodeMan } = nodeManAnswering(gen2, systemError)
  expect(await problemOf(nodeMan.jobs({ page: 9, pageSize: 50 }, context))).toMatchObject({
    kind: 'upstream-down',
    code: '3800500',
  })
})
