import { expect, test } from 'vitest'
import {
  ask,
  CREDENTIALS,
  ESB,
  esbRequest,
  GATEWAY,
  gatewayRequest,
  logRequest,
  standingSandbox,
} from './sandbox.fixture.ts'

const { sandbox } = standingSandbox()
const LOG = `${GATEWAY}/api/job/1/log/?instance_id=host%7Cinstance%7Chost%7C1`

function invalid(reason: string) {
  const message = `Parameters error [reason="${reason}"]`
  return { code_name: 'INVALID_ARGS', message, result: false, data: null, code: 1640001 }
}

const NO_USER =
  'user authentication failed, please provide a valid user identity, such as bk_username, bk_token, access_token'

test.each([
  ['no header', undefined, 'app code cannot be empty'],
  ['an empty object', '{}', 'app code cannot be empty'],
  ['no JSON', 'demo', 'app code cannot be empty'],
  [
    'no secret',
    { bk_app_code: 'a', bk_token: 'demo' },
    'please provide bk_app_secret or bk_signature to verify app',
  ],
  ['a wrong secret', { ...CREDENTIALS, bk_app_secret: 'wrong' }, 'bk_app_code or bk_app_secret is incorrect'],
  ['no user', { bk_app_code: 'a', bk_app_secret: 'b' }, NO_USER],
  ['an expired ticket', { ...CREDENTIALS, bk_token: 'expired' }, NO_USER],
])('the gateway refuses %s as bad arguments with its header pair', async (_, header, reason) => {
  const text = typeof header === 'object' ? JSON.stringify(header) : header
  const headers = text === undefined ? {} : { 'X-Bkapi-Authorization': text }
  const answer = await sandbox.fetch(new Request(LOG, { headers }))
  expect(answer.status).toBe(400)
  expect(answer.headers.get('X-Bkapi-Error-Code')).toBe('1640001')
  expect(answer.headers.get('X-Bkapi-Error-Message')).toBe(invalid(reason).message)
  expect(await answer.json()).toEqual(invalid(reason))
})

test.each(['bk_token', 'bk_ticket', 'access_token', 'bk_username'])(
  'the gateway takes the user from %s',
  async (key) => {
    const credentials = { bk_app_code: 'a', bk_app_secret: 'b', [key]: 'demo' }
    expect((await sandbox.fetch(gatewayRequest(LOG, undefined, credentials))).status).toBe(200)
  },
)

test.each([
  ['GET', `${GATEWAY}/api/job/1/nothing/`],
  ['POST', LOG],
  ['GET', 'http://bk.test/api/bk-nodeman/nostage/api/job/1/log/'],
  ['GET', 'http://bk.test/api/bk-cmdb/prod/anything/'],
  ['GET', 'http://bk.test/'],
  ['GET', 'http://bk.test/api/bk-job/prod/api/v3/batch_get_job_instance_ip_log'],
  ['POST', 'http://bk.test/api/bk-job/prod/api/v4/get_job_instance_status'],
])('the gateway does not know %s %s', async (method, url) => {
  const body = method === 'POST' ? {} : undefined
  const answer = await sandbox.fetch(gatewayRequest(url, body))
  const message = `API not found [method="${method}" path="${new URL(url).pathname}"]`
  expect(answer.status).toBe(404)
  expect(answer.headers.get('X-Bkapi-Error-Code')).toBe('1640401')
  expect(await answer.json()).toEqual({
    code_name: 'API_NOT_FOUND',
    message,
    result: false,
    data: null,
    code: 1640401,
  })
})

test('every gateway answer carries both request ids, and the second is the caller’s own when sent', async () => {
  const request = gatewayRequest(LOG)
  request.headers.set('X-Request-Id', 'mine')
  const [good, bad] = [await sandbox.fetch(request), await sandbox.fetch(new Request(LOG))]
  expect(good.headers.get('X-Bkapi-Request-Id')).toMatch(/^[0-9a-f-]{36}$/)
  expect(good.headers.get('X-Request-Id')).toBe('mine')
  expect(good.headers.has('X-Bkapi-Error-Code')).toBe(false)
  expect(bad.headers.get('X-Bkapi-Request-Id')).toMatch(/^[0-9a-f-]{36}$/)
  expect(bad.headers.get('X-Request-Id')).toMatch(/^[0-9a-f]{32}$/)
})

test('a deployment of one generation lacks the other’s paths', async () => {
  const at = (stage: string, path: string) =>
    sandbox.fetch(gatewayRequest(LOG.replace('prod/api', `${stage}${path}`)))
  expect((await at('gen1', '/open/api')).status).toBe(200)
  expect((await at('gen1', '/api')).status).toBe(404)
  expect((await at('gen2', '/api')).status).toBe(200)
  expect((await at('gen2', '/open/api')).status).toBe(404)
})

test.each([
  ['no app code', { bk_app_code: '' }, 1306403],
  ['a wrong secret', { bk_app_secret: 'wrong' }, 1306403],
  ['an expired ticket', { bk_token: 'expired' }, 1306402],
])('ESB refuses %s inside HTTP 200', async (_, change, code) => {
  const answer = await sandbox.fetch(
    esbRequest('nodeman/api/job/log', { job_id: 1, instance_id: 1, ...change }),
  )
  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject({
    result: false,
    code,
    data: null,
    request_id: expect.stringMatching(/^\w{32}$/),
  })
})

test('ESB answers an unknown component, an unslashed path and a GET of the job platform with 1306404', async () => {
  const requests = [
    esbRequest('jobv3/no_such_thing', {}),
    esbRequest('nodeman/api/job/job_list', {}),
    new Request(`${ESB}/nodeman/api/job/log`, { method: 'POST', body: JSON.stringify(CREDENTIALS) }),
    new Request(`${ESB}/jobv3/get_job_instance_list/`),
  ]
  for (const request of requests)
    expect(await ask(sandbox, request)).toMatchObject({ result: false, code: 1306404 })
})

test('ESB calls itself broken by a body that is no JSON object', async () => {
  const request = new Request(`${ESB}/nodeman/api/job/log/`, { method: 'POST', body: '{"job_id": 1,}' })
  expect(await ask(sandbox, request)).toMatchObject({ result: false, code: 1306000 })
})

test('ESB takes node-man’s log as GET, credentials in the query', async () => {
  const query = new URLSearchParams({
    ...CREDENTIALS,
    job_id: '1004',
    instance_id: 'host|instance|host|2000200040',
  })
  const body = await ask(sandbox, new Request(`${ESB}/nodeman/api/job/log/?${query}`))
  expect(body).toMatchObject({ result: true, code: 0, message: '', request_id: expect.any(String) })
})

test('both doors lead to the job platform', async () => {
  const scope = {
    bk_scope_type: 'biz',
    bk_scope_id: '1',
    job_instance_id: 100,
    step_instance_id: 200,
    host_id_list: [1],
  }
  const path = '/api/v3/batch_get_job_instance_ip_log'
  const byGateway = await ask(sandbox, gatewayRequest(`http://bk.test/api/bk-job/prod${path}`, scope))
  const byEsb = await ask(sandbox, esbRequest('jobv3/batch_get_job_instance_ip_log', scope))
  expect([byGateway.result, byEsb.result]).toEqual([true, true])
})

test('an instance id may come through the gateway only percent-encoded or raw, both name the same one', async () => {
  const raw = gatewayRequest(`${GATEWAY}/open/api/job/1/log/?instance_id=host|instance|host|1`)
  expect(await ask(sandbox, raw)).toEqual(await ask(sandbox, logRequest(1, 'host|instance|host|1')))
})
