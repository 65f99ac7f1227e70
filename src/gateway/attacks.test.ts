import { once } from 'node:events'
import type { Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestGateway, realEnvironment, type TestGateway } from './gateway.fixture.ts'
import { createHttpServer } from './http-server.ts'

/*
 * What no browser sends, over raw sockets: each is one answer, a refusal in words, and nothing reaches upstream.
 */

let under: TestGateway
let server: Server
let port = 0

beforeAll(async () => {
  const script = { bytes: Buffer.from('1'), encoded: [], contentType: 'text/javascript', isHashed: true }
  under = createTestGateway({
    environment: realEnvironment,
    assets: { indexHtml: '<p>the app</p>', files: new Map([['assets/app.js', script]]) },
  })
  server = createHttpServer(under.gateway, {
    headersTimeout: 300,
    requestTimeout: 600,
    connectionsCheckingInterval: 100,
    lingerMs: 1_000,
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

/** Sends bytes as they are, and tells everything that came back until the server closed. */
async function send(...pieces: readonly (string | Buffer)[]): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  let answer = ''
  socket.setEncoding('latin1')
  socket.on('data', (text: string) => {
    answer += text
  })
  socket.on('error', () => undefined)
  for (const piece of pieces) socket.write(piece, 'latin1')
  await once(socket, 'close')
  return answer
}

const host = 'Host: joblens.test\r\n'
const end = 'Connection: close\r\n\r\n'
const signedIn = 'Cookie: bk_token=very-secret-user-ticket\r\n'
const get = (target: string, headers = '') => `GET ${target} HTTP/1.1\r\n${host}${signedIn}${headers}${end}`

interface Answer {
  readonly status: number
  readonly head: string
  readonly body: string
}

/** The one answer there is: two would mean that the body of one request was taken for another. */
function read(answer: string): Answer {
  expect(answer.match(/HTTP\/1\.[01] \d{3}/g)).toHaveLength(1)
  const [head = '', ...rest] = answer.split('\r\n\r\n')
  return { status: Number(/ (\d{3}) /.exec(head)?.[1]), head, body: rest.join('\r\n\r\n') }
}

/** Everything that is answered is told to operators, too, under the id that goes out with it. */
function expectLine({ status, head }: Answer): void {
  const [, id] = /x-joblens-request-id: ([0-9a-f]{32})/i.exec(head) ?? []
  const lines = under.logLines.filter((line) => line.includes(`"requestId":"${id}"`))
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { status, outcome: 'problem', msg: 'request' },
  ])
}

function expectRefusal(answer: string): void {
  expectLine(read(answer))
  const { status, body, head } = read(answer)
  expect(status).toBeGreaterThanOrEqual(400)
  expect(status).toBeLessThan(500)
  expect(body).toMatch(/[a-z]{3,} [a-z]{2,}/i)
  expect(head).toMatch(/cache-control: no-store/i)
  expect(head).toMatch(/x-content-type-options: nosniff/i)
  expect(answer).not.toMatch(/very-secret/)
  expect(under.upstreamRequests).toEqual([])
}

const job = '/api/job-instances/biz/1'
test.each([
  '/api/..%2f..%2fetc%2fpasswd',
  '/api/%2e%2e/%2e%2e/etc/passwd',
  '/api/%2e%2e%2fapi/scopes',
  '/api/./scopes/',
  '/api//scopes',
  '/api/scopes%00',
  '/api/scopes;jsessionid=1',
  '/api/scopes%3bx',
  '/api/*',
  '/api/job-instances/*/1/100',
  `${job}%2f..%2f2/100`,
  `${job};x=1/100`,
  `${job}/100%20`,
  `${job}/100%00`,
  `${job}/100%0d%0aX-Evil:%20yes`,
  '/api/job-instances/biz/%ef%bc%91/100',
  '/api/job-instances/biz/%d9%a1/100',
  '/api/job-instances/biz/%c0%ae%c0%ae/100',
  '/api/job-instances/biz/%ff/100',
  '/api/job-instances/biz/%/100',
  '/api/job-instances/biz/%u0031/100',
  '/api/job-instances/BIZ/1/100',
  '/api/job-instances/biz/1%3f/100',
  '/api/job-instances/biz/1%23/100',
  '/api/job-instances/biz/http:%2f%2fevil.test/100',
  '/api/node-man/jobs/1/instances/..%2f..%2fadmin/log',
  '/api/node-man/jobs/1/instances/%2e%2e%2f/log',
  '/api/node-man/jobs/1/instances/a%0d%0aX-Evil:%20yes/log',
  '/api/node-man/jobs/1/instances/a%5cb/log',
  '/api/node-man/jobs/1/instances/%e2%80%ae/log',
  '/api/node-man/jobs/1/instances/a/log?task=1%20or%201',
  `/api/node-man/jobs/1/instances/${'a'.repeat(129)}/log`,
  `${job}/100/steps/200/log/../../../..%2f`,
  `${job}/100/steps/200/log`,
  `${job}/${'9'.repeat(20)}`,
  '\\api\\scopes',
  '/api\\scopes',
  '/api/\\..\\scopes',
])('the API has no address %s', async (target) => {
  expectRefusal(await send(get(target)))
})

test.each([
  '/%2e%2e/package.json',
  '/assets/..%2fapp.js',
  '/assets/%2e%2e/server.js',
  '/assets/app.js%00',
  '/.env',
])('no file is at %s', async (target) => {
  expectRefusal(await send(get(target)))
})

test.each<[string, string]>([
  ['a relative address', get('api/scopes')],
  ['an asterisk', get('*')],
  ['an asterisk for OPTIONS', `OPTIONS * HTTP/1.1\r\n${host}${end}`],
  ['user information', get('@evil.test/')],
  ['another scheme', get('ftp://evil.test/api/scopes')],
  ['an absolute address that is none', get('http://[::1/api/capabilities')],
  ['a host with a path', `GET /api/capabilities HTTP/1.1\r\nHost: a/../b\r\n${end}`],
  ['a host with user information', `GET /api/capabilities HTTP/1.1\r\nHost: a@b\r\n${end}`],
  ['no host', `GET /api/capabilities HTTP/1.1\r\n${end}`],
  ['two hosts', `GET /api/capabilities HTTP/1.1\r\n${host}Host: evil.test\r\n${end}`],
  ['an unknown method', `FOO /api/capabilities HTTP/1.1\r\n${host}${end}`],
  ['TRACE', `TRACE /api/capabilities HTTP/1.1\r\n${host}${end}`],
  ['PROPFIND', `PROPFIND /api/capabilities HTTP/1.1\r\n${host}${end}`],
  [
    'another override of the method',
    `DELETE /api/capabilities HTTP/1.1\r\n${host}X-HTTP-Method-Override: GET\r\n${end}`,
  ],
  ['a preflight', `OPTIONS /api/capabilities HTTP/1.1\r\n${host}Origin: http://evil.test\r\n${end}`],
  [
    'a page of another site',
    get('/api/scopes', 'Sec-Fetch-Site: cross-site\r\nOrigin: http://evil.test\r\n'),
  ],
  ['HTTP/2 at once', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ['no HTTP', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n'],
  ['a tunnel', `CONNECT evil.test:443 HTTP/1.1\r\nHost: evil.test:443\r\n${end}`],
  ['an expectation', get('/api/scopes', 'Expect: foo\r\n')],
  ['no version', 'GET /api/scopes\r\n\r\n'],
  ['an endless address', get(`/api/scopes?q=${'a'.repeat(100_000)}`)],
  ['an endless header', get('/api/scopes', `X-A: ${'a'.repeat(100_000)}\r\n`)],
  ['a NUL in a header', get('/api/scopes', 'X-A: a\0b\r\n')],
  ['a lone carriage return', get('/api/scopes', 'X-A: a\rX-Evil: b\r\n')],
  [
    'a lone line feed',
    `GET /api/capabilities HTTP/1.1\n${host.replace('\r', '')}Transfer-Encoding: chunked\n\n`,
  ],
  ['a folded header', get('/api/scopes', 'X-A: a\r\n b\r\n')],
  ['a blank before the colon', get('/api/scopes', 'X-A : a\r\n')],
])('refused in words: %s', async (_name, bytes) => {
  const answer = await send(bytes)
  expectRefusal(answer)
  expect(answer).not.toMatch(/access-control-/i)
})

const smuggled = `GET /api/scopes HTTP/1.1\r\n${host}${signedIn}\r\n`
const post = (headers: string, body: string) =>
  `POST ${job}/100/steps/200/log HTTP/1.1\r\n${host}Content-Type: application/json\r\n${headers}\r\n${body}`
test.each<[string, string]>([
  ['both lengths', post('Content-Length: 5\r\nTransfer-Encoding: chunked\r\n', `0\r\n\r\n${smuggled}`)],
  ['two lengths', post('Content-Length: 2\r\nContent-Length: 60\r\n', `{}${smuggled}`)],
  ['two lengths in one', post('Content-Length: 2, 60\r\n', `{}${smuggled}`)],
  ['a signed length', post('Content-Length: +2\r\n', `{}${smuggled}`)],
  ['a negative length', post('Content-Length: -2\r\n', `{}${smuggled}`)],
  ['a length in hex', post('Content-Length: 0x2\r\n', `{}${smuggled}`)],
  ['an unknown coding', post('Transfer-Encoding: xchunked\r\n', `0\r\n\r\n${smuggled}`)],
  ['chunked not last', post('Transfer-Encoding: chunked, identity\r\n', `0\r\n\r\n${smuggled}`)],
  ['chunked hidden by a blank', post('Transfer-Encoding : chunked\r\n', `0\r\n\r\n${smuggled}`)],
  ['chunked hidden by a tab', post('Transfer-Encoding:\x0bchunked\r\n', `0\r\n\r\n${smuggled}`)],
  [
    'chunked twice',
    post('Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n', `0\r\n\r\n${smuggled}`),
  ],
  ['a chunk of no size', post('Transfer-Encoding: chunked\r\n', `x\r\n\r\n${smuggled}`)],
  ['a chunk longer than it says', post('Transfer-Encoding: chunked\r\n', `1\r\n{}\r\n0\r\n\r\n${smuggled}`)],
])('one request is one request: %s', async (_name, bytes) => {
  expectRefusal(await send(bytes))
})

const log = (body: string, headers = '') =>
  post(`${signedIn}${headers}Connection: close\r\nContent-Length: ${body.length}\r\n`, body)
test.each<[string, string, number]>([
  ['announced and never sent', post(`${signedIn}Content-Length: 9999999999\r\n`, '{'), 413],
  ['compressed', log('{}', 'Content-Encoding: gzip\r\n'), 415],
  ['not JSON', log('{"k'), 400],
  ['not UTF-8', log('{"keys":["\xff"]}'), 400],
  ['deep', log('['.repeat(200_000)), 400],
  ['deeper', log('['.repeat(2_000_000) + ']'.repeat(2_000_000)), 413],
  ['nothing but objects', log(`{"keys":[${'{},'.repeat(1_300_000)}{}]}`), 413],
  ['nothing but numbers', log(`{"keys":[${'1,'.repeat(2_000_000)}1]}`), 413],
  ['late', post(`${signedIn}Content-Length: 100\r\n`, '{"keys":'), 408],
])('a body that is %s', async (_name, bytes, status) => {
  const answer = await send(bytes)
  expect(read(answer).status).toBe(status)
  expectRefusal(answer)
})

test.each([
  ['a log', `${job}/100/steps/200/log`],
  ["node-man's log", '/api/node-man/jobs/1/instances/a/log'],
])(
  'a stranger who asks for %s is not listened to: no byte of his body is waited for',
  async (_name, target) => {
    const head = `POST ${target} HTTP/1.1\r\n${host}Content-Type: application/json\r\n`
    const answer = await send(`${head}Connection: close\r\nContent-Length: 100\r\n\r\n`)
    expect(read(answer).status).toBe(401)
    expectRefusal(answer)
  },
)

test('a health check in the old protocol names no host', async () => {
  expect(read(await send('GET /healthz HTTP/1.0\r\n\r\n'))).toMatchObject({ status: 200, body: 'ok\n' })
})

test('headers that never end are cut off', async () => {
  expectRefusal(await send(`GET /api/scopes HTTP/1.1\r\n${host}X-A: `))
})

test.each([
  ['no HTTP', 'x\r\n\r\n'],
  ['headers that never end', `GET /api/scopes HTTP/1.1\r\n${host}X-A: `],
  ['a body that never comes', post('Content-Length: 100\r\n', '{"keys":')],
])('whoever keeps his side open after a refusal holds no connection: %s', async (_name, bytes) => {
  const limits = { headersTimeout: 30, requestTimeout: 60, connectionsCheckingInterval: 10, lingerMs: 10 }
  const strict = createHttpServer(under.gateway, limits)
  strict.listen(0, '127.0.0.1')
  await once(strict, 'listening')
  const connected = once(strict, 'connection')
  const client = connect({ port: (strict.address() as AddressInfo).port, allowHalfOpen: true })
  client.on('error', () => undefined).resume()
  client.write(bytes)
  const [accepted] = await connected
  await once(accepted, 'close')
  client.destroy()
  strict.close()
})

/** Those do reach upstream: what matters is where, and with what. */
test.each<[string, string]>([
  ['an absolute address', get('http://169.254.169.254/api/scopes')],
  ['another host', `GET /api/scopes HTTP/1.1\r\nHost: 169.254.169.254\r\n${signedIn}${end}`],
  ['headers for proxies', get('/api/scopes', 'X-Forwarded-Host: evil.test\r\nForwarded: host=evil.test\r\n')],
  ['headers that rewrite', get('/api/scopes', 'X-Original-URL: /admin\r\nX-Rewrite-URL: /admin\r\n')],
  ['credentials of its own', get('/api/scopes', 'X-Bkapi-Authorization: {"bk_app_code":"other"}\r\n')],
  ['a tenant of its own', get('/api/scopes', 'X-Bk-Tenant-Id: other\r\nX-Bk-Username: admin\r\n')],
  [
    'a ticket that closes the quotes',
    get('/api/scopes').replace('ticket\r\n', 'x","bk_username":"admin\r\n'),
  ],
  ['what it asks for in the query', get(`${job}/100?bk_scope_id=2&url=http://evil.test&__proto__[x]=1`)],
])('only the configured host is called, with our words: %s', async (_name, bytes) => {
  under.upstreamRequests.length = 0
  const answer = await send(bytes)
  const asked = under.upstreamRequests.splice(0)
  expect(answer).toMatch(/^HTTP\/1\.1 \d{3} /)
  expect(asked.length).toBeGreaterThan(0)
  for (const { url, headers } of asked) {
    expect(url).toMatch(/^http:\/\/sandbox\.invalid\/api\/bk-job\/prod\/api\/v[34]\//)
    expect(url).not.toMatch(/evil|proto|scope_id=2/)
    expect([...headers.keys()].sort()).toEqual([
      'accept',
      'blueking-language',
      'content-type',
      'x-bkapi-authorization',
    ])
    const credentials: unknown = JSON.parse(headers.get('x-bkapi-authorization') ?? '')
    expect(Object.keys(credentials ?? {})).toEqual(['bk_app_code', 'bk_app_secret', 'bk_token'])
    expect(credentials).toMatchObject({ bk_app_code: 'joblens-app' })
  }
})

const known = { bytes: 1, digest: '0'.repeat(32) }
test.each([
  '{"keys":["1"],"__proto__":{"polluted":1}}',
  '{"keys":["1"],"constructor":{"prototype":{"polluted":1}}}',
  '{"keys":["__proto__","constructor","toString"]}',
  '{"keys":["1"],"addresses":{"__proto__":"0:10.0.0.1","constructor":"0:10.0.0.2"}}',
  `{"keys":["1"],"have":{"__proto__":${JSON.stringify(known)},"hasOwnProperty":${JSON.stringify(known)}}}`,
])('keys that objects have anyway change nothing: %s', async (body) => {
  const { status } = read(await send(log(body)))
  expect(status).toBeLessThan(500)
  expect(Object.keys(Object.prototype)).toEqual([])
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  under.upstreamRequests.length = 0
})
