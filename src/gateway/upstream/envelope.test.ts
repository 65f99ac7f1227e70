import { expect, test } from 'vitest'
import type { ProblemKind } from '#contract'
import { ProblemError, type ProblemFacts } from '../problem-error.ts'
import { noTexts } from './cut-texts.ts'
import { unwrap } from './envelope.ts'
import { SECRET } from './job-upstream.fixture.ts'
import type { UpstreamAnswer } from './transport-call.ts'

const source = { system: 'job', style: 'gateway' } as const

function answerOf(json: unknown, status = 200, headers: Record<string, string> = {}): UpstreamAnswer {
  return {
    json,
    status,
    headers: new Headers(headers),
    requestId: 'rid',
    requestIdOf: 'upstream',
    bytes: 0,
    redact: (words) => words.replaceAll(SECRET, '***'),
    texts: noTexts,
    free: () => undefined,
  }
}

function factsOf(json: unknown, status = 200, headers: Record<string, string> = {}): ProblemFacts {
  try {
    unwrap(answerOf(json, status, headers), source)
  } catch (error) {
    if (error instanceof ProblemError) return error.facts
  }
  throw new Error('expected a problem')
}

test.each([
  ['v4', { data: { a: 1 }, job_request_id: 'x' }],
  ['v3', { result: true, code: 0, data: { a: 1 }, job_request_id: 'x' }],
  ['ESB', { result: true, code: 0, message: '', data: { a: 1 }, permission: null, request_id: 'x' }],
  ['login API', { code: '00', data: { a: 1 } }],
  ['text code', { result: true, code: '0', message: 'success', data: { a: 1 } }],
])('success of %s', (_, json) => {
  expect(unwrap(answerOf(json), source)).toEqual({ a: 1 })
})

test('v3 leaves data out when there is none; v4 never does', () => {
  expect(unwrap(answerOf({ result: true, code: 0 }), source)).toBeNull()
  expect(factsOf({}).kind).toBe('bad-answer')
  expect(factsOf([]).kind).toBe('bad-answer')
  expect(factsOf(null).kind).toBe('bad-answer')
})

test('spec 1: 400 with an error object', () => {
  const json = { error: { code: 'INVALID_ARGUMENT', message: '请求参数[bk_scope_type]不合法' } }
  expect(factsOf(json, 400)).toMatchObject({
    kind: 'bad-request',
    code: 'INVALID_ARGUMENT',
    message: '请求参数[bk_scope_type]不合法',
    requestId: 'rid',
    system: 'job',
  })
})

const denial = {
  system_id: 'bk_job',
  system_name: '作业平台',
  actions: [
    {
      id: 'access_business',
      name: '业务访问',
      related_resource_types: [
        {
          type: 'biz',
          system_id: 'bk_cmdb',
          system_name: '配置平台',
          type_name: '业务',
          instances: [[{ id: '1', type: 'business', name: 'blueking', type_name: '业务' }]],
        },
      ],
    },
  ],
}
const missing = [
  {
    action: 'access_business',
    actionName: '业务访问',
    resources: [{ type: '业务', id: '1', name: 'blueking' }],
  },
]
const words = '用户(张三)权限不足，请前往权限中心确认并申请补充后重试'

test.each([
  ['spec 1: error.data', { error: { code: 'NO_PERMISSION', message: words, data: denial } }, 403],
  ['v3 and ESB: permission', { result: false, code: 9900403, message: words, permission: denial }, 200],
  ['legacy code', { result: false, code: 1238001, message: words, permission: denial }, 200],
  [
    'node-man: data.permission',
    { result: false, code: '9900403', message: words, data: { permission: denial } },
    200,
  ],
])('a denial names what is missing: %s', (_, json, status) => {
  expect(factsOf(json, status)).toMatchObject({
    kind: 'denied',
    message: words,
    permissions: missing,
    applyUrl: null,
  })
})

test('the apply link of a denial is kept when it is a web address', () => {
  const denied = (apply_url: unknown) => ({
    result: false,
    code: '9900403',
    message: 'x',
    data: { permission: {}, apply_url },
  })
  expect(factsOf(denied('https://iam.test/apply?x=1')).applyUrl).toBe('https://iam.test/apply?x=1')
  expect(factsOf(denied('javascript:alert(1)')).applyUrl).toBeNull()
  expect(factsOf(denied(7)).applyUrl).toBeNull()
})

test('a garbled denial still is one', () => {
  const json = {
    result: false,
    code: 9900403,
    message: 'x',
    permission: { actions: [null, 3, { id: 'a', related_resource_types: [{ instances: [[], 'x'] }] }] },
  }
  expect(factsOf(json).kind).toBe('denied')
})

type Row = readonly [
  what: string,
  kind: ProblemKind,
  status: number,
  json: unknown,
  headers?: Record<string, string>,
]

const v3 = (code: number | string, message = 'm') => ({ result: false, code, message, job_request_id: 'j' })
const v4 = (code: string, detail?: string) => ({
  error: {
    code,
    message: 'm',
    ...(detail === undefined ? {} : { details: [{ code: detail, message: 'd' }] }),
  },
})
const gw = (code: number, code_name: string, message = 'm') => ({
  code,
  code_name,
  message,
  result: false,
  data: null,
})
const fromGateway = (code: number) => ({ 'X-Bkapi-Error-Code': String(code), 'X-Bkapi-Error-Message': 'm' })

const rows: readonly Row[] = [
  ['v3 instance gone', 'gone', 200, v3(1244006)],
  ['v4 instance gone', 'gone', 404, v4('NOT_FOUND', '1244006')],
  ['v4 step missing', 'not-found', 404, v4('NOT_FOUND', '1244007')],
  ['v4 not found', 'not-found', 404, v4('NOT_FOUND')],
  ['v3 step missing', 'not-found', 200, v3(1244007)],
  ['scope unknown', 'not-found', 200, v3(1243049)],
  ['scope unknown', 'not-found', 200, v3(1243051)],
  ['host list too long', 'bad-request', 200, v3(1241007)],
  ['span too long', 'bad-request', 200, v3(1241002)],
  ['bad request', 'bad-request', 200, v3(1240003)],
  ['internal', 'upstream-down', 200, v3(1240002)],
  ['log store', 'upstream-down', 200, v3(1246001)],
  ['JWT without user', 'not-signed-in', 401, v3(1247002)],
  ['JWT without app', 'app-denied', 401, v3(1247004)],
  ['cookie', 'not-signed-in', 200, v3(1240004)],
  ['not logged in', 'not-signed-in', 200, v3(1247001)],
  ['unknown code, HTTP 200', 'upstream-down', 200, v3(4711)],
  ['result true with a code', 'gone', 200, { result: true, code: 1244006, message: 'm' }],
  ['v4 out of range', 'bad-request', 400, v4('OUT_OF_RANGE')],
  ['v4 media type', 'bad-request', 415, v4('Unsupported Media Type')],
  ['v4 unauthenticated', 'not-signed-in', 401, v4('UNAUTHENTICATED')],
  ['v4 rate', 'rate-limited', 429, v4('RATELIMIT_EXCEED')],
  ['v4 exhausted', 'rate-limited', 429, v4('RESOURCE_EXHAUSTED')],
  ['v4 internal', 'upstream-down', 500, v4('INTERNAL')],
  ['v4 not implemented', 'not-offered', 501, v4('NOT_IMPLEMENTED')],
  ['v4 unknown word', 'bad-request', 400, v4('SOMETHING_NEW')],
  [
    'gateway: no ticket',
    'not-signed-in',
    400,
    gw(
      1640001,
      'INVALID_ARGS',
      'Parameters error [reason="user authentication failed, please provide a valid user identity, such as bk_username, bk_token, access_token"]',
    ),
  ],
  [
    'gateway: bad ticket',
    'not-signed-in',
    400,
    gw(1640001, 'INVALID_ARGS', 'Parameters error [reason="bk_token is invalid"]'),
  ],
  [
    'gateway: no app',
    'app-denied',
    400,
    gw(1640001, 'INVALID_ARGS', 'Parameters error [reason="app code cannot be empty"]'),
  ],
  [
    'gateway: bad secret',
    'app-denied',
    400,
    gw(1640001, 'INVALID_ARGS', 'Parameters error [reason="bk_app_code or bk_app_secret is incorrect"]'),
  ],
  [
    'gateway: other argument',
    'bad-request',
    400,
    gw(1640001, 'INVALID_ARGS', 'Parameters error [reason="x"]'),
  ],
  ['gateway: user', 'not-signed-in', 401, gw(1640102, 'USER_VERIFY_FAILED')],
  ['gateway: app', 'app-denied', 403, gw(1640301, 'APP_NO_PERMISSION'), fromGateway(1640301)],
  ['gateway: no API', 'not-offered', 404, gw(1640401, 'API_NOT_FOUND'), fromGateway(1640401)],
  ['gateway: only a name', 'not-offered', 404, { code_name: 'API_NOT_FOUND', message: 'm', result: false }],
  ['gateway: only headers', 'timeout', 504, {}, fromGateway(1650401)],
  ['gateway: large', 'too-large', 413, gw(1641301, 'BODY_SIZE_LIMIT_EXCEED')],
  ['gateway: long', 'too-large', 414, gw(1641401, 'URI_SIZE_LIMIT_EXCEED')],
  ['gateway: rate', 'rate-limited', 429, gw(1642901, 'RATE_LIMIT_RESTRICTION')],
  ['gateway: concurrency', 'rate-limited', 429, gw(1642904, 'CONCURRENCY_LIMIT_RESTRICTION')],
  ['gateway: down', 'upstream-down', 502, gw(1650200, 'BAD_GATEWAY')],
  ['gateway: timeout', 'timeout', 504, gw(1650401, 'REQUEST_BACKEND_TIMEOUT')],
  ['gateway error rewritten to 200', 'not-offered', 200, gw(1640401, 'API_NOT_FOUND')],
  ['APISIX', 'upstream-down', 503, { error_msg: 'no upstream' }],
  ['bare 404 with JSON', 'not-offered', 404, { detail: 'Not found.' }],
  ['bare 401 with JSON', 'not-signed-in', 401, {}],
  ['ESB: user', 'not-signed-in', 200, v3(1306402)],
  ['ESB: user, as text', 'not-signed-in', 200, v3('1306402')],
  [
    'ESB: user by words',
    'not-signed-in',
    200,
    v3(1306000, 'User authentication failed, please check if the bk_token is valid'),
  ],
  [
    'ESB: app',
    'app-denied',
    200,
    v3(1306403, 'APP authentication failed, please check if the bk_app_code is valid'),
  ],
  ['ESB: no component', 'not-offered', 200, v3(1306404)],
  ['ESB: parameters', 'bad-request', 200, v3(1306406)],
  ['ESB: third party', 'upstream-down', 200, v3('1306201')],
  ['ESB: rate', 'rate-limited', 200, v3(1306429)],
  ['login service', 'not-signed-in', 200, v3('1200')],
  ['node-man: not ready', 'not-ready', 200, v3(3800007)],
  ['node-man: no such job', 'not-found', 200, v3(3801012)],
]

test.each(rows.map((row) => [...row] as const))('%s is %s', (...[, kind, status, json, headers]) => {
  expect(factsOf(json, status, headers)).toMatchObject({ kind, system: 'job', requestId: 'rid' })
})

test('upstream says when to come back', () => {
  const headers = { 'X-Bkapi-RateLimit-Reset': '7' }
  expect(factsOf(gw(1642902, 'RATE_LIMIT_RESTRICTION'), 429, headers).retryAfterSeconds).toBe(7)
  expect(factsOf(gw(1642902, 'RATE_LIMIT_RESTRICTION'), 429).retryAfterSeconds).toBeNull()
})

test('the words of a field error are those that name the field', () => {
  const details = [{ code: '1241025', message: '单次查询的执行目标数量必须在 1-50 之间' }]
  const json = { error: { code: 'INVALID_ARGUMENT', message: '字段[..]绑定失败', details } }
  expect(factsOf(json, 400).message).toBe('单次查询的执行目标数量必须在 1-50 之间')
})

test('upstream words never carry the secret, and are never without end', () => {
  expect(factsOf(v3(1240003, `bad ${SECRET}`)).message).toBe('bad ***')
  expect(factsOf(v3(1240003, 'x'.repeat(9_000))).message.length).toBeLessThanOrEqual(2_000)
  expect(factsOf({ result: false, code: 1240002 }).message).toBe(
    'Upstream answered HTTP 200 without a reason',
  )
})

test('neither codes nor permissions nor links carry the secret', () => {
  const actions = [{ id: SECRET, related_resource_types: [{ instances: [[{ id: SECRET, name: SECRET }]] }] }]
  const permission = { actions, apply_url: `https://iam.example.com/?app=${SECRET}` }
  const denied = factsOf({ result: false, code: 9900403, message: 'no', permission })
  expect(denied.permissions).toHaveLength(1)
  expect(denied.applyUrl).toBe('https://iam.example.com/?app=***')
  const facts = [denied, factsOf({ result: false, code: `wrong ${SECRET}`, message: 'no' })]
  expect(JSON.stringify(facts)).not.toContain(SECRET)
})
