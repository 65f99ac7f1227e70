import { setTimeout as sleep } from 'node:timers/promises'
import type { Problem } from '#contract'
import { type Fault, type FaultyCall, pass } from './faulty-upstream.fixture.ts'

/** What upstream does, and what a reader is told: problem members, or null for an answer as if nothing had been. */
export interface FaultCase {
  readonly name: string
  readonly fault: Fault
  readonly told: Partial<Problem> | null
  /** How often upstream was asked. */
  readonly tries: number
  /** So many bytes upstream may get rid of, buffers on the way included, before it is hung up on. */
  readonly mostBytes?: number
}

export const json = { 'content-type': 'application/json' }
export const html =
  '<html><head><title>502 Bad Gateway</title></head><body>nginx very-secret-page</body></html>'

export const say =
  (status: number, body: string | Buffer, headers: Record<string, string> = json): Fault =>
  ({ response }) => {
    response.writeHead(status, headers).end(body)
  }
const envelope = (status: number, value: unknown, headers: Record<string, string> = {}): Fault =>
  say(status, JSON.stringify(value), { ...json, ...headers })
const onceOnly =
  (fault: Fault): Fault =>
  async (call) =>
    call.tries === 1 ? fault(call) : pass(await call.real(), call.response)

const gatewayError = (code: number, code_name: string, message: string) => ({
  code,
  code_name,
  message,
  result: false,
  data: null,
})
const limited = gatewayError(
  1642903,
  'RATE_LIMIT_RESTRICTION',
  'API rate limit exceeded by resource strategy',
)
const permission = {
  system_id: 'bk_job',
  actions: [
    {
      id: 'view_history',
      name: 'View History',
      related_resource_types: [
        { type: 'biz', type_name: 'Business', instances: [[{ type: 'biz', id: '1', name: 'demo' }]] },
      ],
    },
  ],
}
const permissions = [
  {
    action: 'view_history',
    actionName: 'View History',
    resources: [{ type: 'Business', id: '1', name: 'demo' }],
  },
]

/** The real answer, cut in half; its headers promise all of it, or not even that. */
async function half(
  { real, response }: FaultyCall,
  length: (bytes: number) => number | null,
): Promise<Buffer> {
  const bytes = Buffer.from(await (await real()).arrayBuffer())
  const promised = length(bytes.length)
  response.writeHead(200, { ...json, ...(promised === null ? {} : { 'content-length': promised }) })
  return bytes.subarray(0, Math.floor(bytes.length / 2))
}

/** Faults that are told at once. */
export const plainFaults: readonly FaultCase[] = [
  {
    name: 'reset',
    fault: ({ request }) => void request.socket.resetAndDestroy(),
    told: { kind: 'upstream-down' },
    tries: 3,
  },
  {
    name: 'closed without a word',
    fault: ({ request }) => void request.socket.destroy(),
    told: { kind: 'upstream-down' },
    tries: 3,
  },
  {
    name: 'no HTTP',
    fault: ({ request }) => void request.socket.end('SSH-2.0-OpenSSH_9.6\r\n'),
    told: { kind: 'upstream-down' },
    tries: 3,
  },
  {
    name: 'a header that is none',
    fault: ({ request }) =>
      void request.socket.end('HTTP/1.1 200 OK\r\nX: a\0b\r\nContent-Length: 2\r\n\r\n{}'),
    told: { kind: 'upstream-down' },
    tries: 3,
  },
  {
    name: 'reset half-way',
    fault: async (call) => {
      const bytes = await half(call, (length) => length)
      call.response.write(bytes, () => call.request.socket.resetAndDestroy())
    },
    told: { kind: 'bad-answer' },
    tries: 3,
  },
  {
    name: 'truncated',
    fault: async (call) => void call.response.end(await half(call, (length) => Math.floor(length / 2))),
    told: { kind: 'bad-answer', message: 'The upstream answer is broken off or malformed JSON' },
    tries: 1,
  },
  {
    name: 'shorter than it says',
    fault: async (call) => {
      call.response.write(await half(call, (length) => length), () => call.request.socket.end())
    },
    told: { kind: 'bad-answer' },
    tries: 3,
  },
  {
    name: 'longer than it says',
    fault: async ({ request, real }) => {
      const text = await (await real()).text()
      request.socket.end(`HTTP/1.1 200 OK\r\ncontent-length: 10\r\nconnection: close\r\n\r\n${text}`)
    },
    told: { kind: 'bad-answer' },
    tries: 1,
  },
  {
    name: 'a chunk of a wrong size',
    fault: ({ request }) =>
      void request.socket.end(
        'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{"data":null}\r\n0\r\n\r\n',
      ),
    told: { kind: 'bad-answer' },
    tries: 3,
  },
  {
    name: '429',
    fault: envelope(429, limited),
    told: { kind: 'rate-limited', retryAfterSeconds: null },
    tries: 1,
  },
  {
    name: '429 with a far reset',
    fault: envelope(429, limited, { 'x-bkapi-ratelimit-reset': '3600', 'x-bkapi-error-code': '1642903' }),
    told: { kind: 'rate-limited', retryAfterSeconds: 3600, code: '1642903' },
    tries: 1,
  },
  {
    name: '429 that has passed',
    fault: onceOnly(envelope(429, limited, { 'x-bkapi-ratelimit-reset': '0' })),
    told: null,
    tries: 2,
  },
  {
    name: '429 as a page',
    fault: say(429, html, { 'content-type': 'text/html' }),
    told: { kind: 'rate-limited' },
    tries: 1,
  },
  {
    name: '500',
    fault: envelope(500, gatewayError(1650001, 'INTERNAL_SERVER_ERROR', 'unknown failure'), {
      'x-bkapi-error-code': '1650001',
      'x-bkapi-request-id': 'upstream-id-1',
    }),
    told: { kind: 'upstream-down', code: '1650001', requestId: 'upstream-id-1', requestIdOf: 'upstream' },
    tries: 1,
  },
  {
    name: '500 as a page',
    fault: say(500, html, {}),
    told: { kind: 'upstream-down', code: '500' },
    tries: 1,
  },
  {
    name: '502 as a page',
    fault: say(502, html, {}),
    told: { kind: 'upstream-down', code: '502' },
    tries: 3,
  },
  { name: '503', fault: say(503, ''), told: { kind: 'upstream-down', code: '503' }, tries: 3 },
  { name: '503 that has passed', fault: onceOnly(say(503, '')), told: null, tries: 2 },
  { name: '504 as a page', fault: say(504, html, {}), told: { kind: 'timeout', code: '504' }, tries: 3 },
  {
    name: "the gateway's refusal on 200",
    fault: envelope(200, gatewayError(1640301, 'APP_NO_PERMISSION', 'App has no permission to the resource')),
    told: { kind: 'app-denied', code: '1640301' },
    tries: 1,
  },
  {
    name: 'nothing',
    fault: say(200, ''),
    told: { kind: 'bad-answer', message: 'The upstream answer is empty' },
    tries: 1,
  },
  { name: 'garbage', fault: say(200, '{]very-secret-app-secret'), told: { kind: 'bad-answer' }, tries: 1 },
  { name: 'words', fault: say(200, 'hello'), told: { kind: 'bad-answer' }, tries: 1 },
  {
    name: 'a page on 200',
    fault: say(200, html, { 'content-type': 'text/html' }),
    told: { kind: 'bad-answer', message: 'Upstream answered with a web page instead of JSON' },
    tries: 1,
  },
  {
    name: 'compressed, it says',
    fault: say(200, '{"data":{}}', { 'content-encoding': 'gzip' }),
    told: { kind: 'bad-answer' },
    tries: 3,
  },
  {
    name: 'compressed by a name every object has',
    fault: say(200, '{]', { ...json, 'content-encoding': 'constructor, toString' }),
    told: { kind: 'bad-answer', message: 'The upstream answer is broken off or malformed JSON' },
    tries: 1,
  },
  {
    name: 'another protocol',
    fault: ({ request }) =>
      void request.socket.write(
        'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n',
      ),
    told: { kind: 'upstream-down' },
    tries: 3,
  },
  {
    name: 'another encoding',
    fault: say(200, Buffer.from([0x7b, 0x22, 0xc4, 0xe3, 0xba, 0xc3, 0x22, 0x3a, 0x31, 0x7d]), {
      'content-type': 'application/json; charset=gbk',
    }),
    told: { kind: 'bad-answer', message: 'The upstream answer is not UTF-8 text' },
    tries: 1,
  },
  {
    name: 'a redirect elsewhere',
    fault: ({ response, elsewhere }) =>
      void response.writeHead(302, { location: `${elsewhere}/login` }).end(),
    told: { kind: 'not-signed-in', loginUrl: 'https://login.example/' },
    tries: 1,
  },
  {
    name: 'a redirect that keeps the method',
    fault: ({ response, elsewhere }) => void response.writeHead(307, { location: elsewhere }).end(),
    told: { kind: 'not-signed-in' },
    tries: 1,
  },
  {
    name: 'an expired ticket, at the gateway',
    fault: envelope(
      400,
      gatewayError(1640001, 'INVALID_ARGS', 'Parameters error [reason="user token expired"]'),
    ),
    told: { kind: 'not-signed-in', loginUrl: 'https://login.example/' },
    tries: 1,
  },
  {
    name: 'an expired ticket, at ESB',
    fault: envelope(200, {
      result: false,
      code: '1306402',
      message: 'User authentication failed',
      data: null,
    }),
    told: { kind: 'not-signed-in' },
    tries: 1,
  },
  { name: 'an expired ticket, bare', fault: say(401, ''), told: { kind: 'not-signed-in' }, tries: 1 },
  {
    name: 'permission denied, as ESB and v3 say it',
    fault: envelope(200, { result: false, code: 9900403, message: 'denied', data: null, permission }),
    told: { kind: 'denied', code: '9900403', permissions },
    tries: 1,
  },
  {
    name: 'permission denied, as v4 says it',
    fault: envelope(403, { error: { code: 'NO_PERMISSION', message: 'denied', data: permission } }),
    told: { kind: 'denied', code: 'NO_PERMISSION', permissions },
    tries: 1,
  },
  {
    name: 'permission denied, as node-man says it',
    fault: envelope(200, {
      result: false,
      code: 9900403,
      message: 'denied',
      data: { permission, apply_url: 'https://iam.example/apply?id=1' },
    }),
    told: { kind: 'denied', permissions, applyUrl: 'https://iam.example/apply?id=1' },
    tries: 1,
  },
  {
    name: 'the request, quoted',
    fault: ({ request, response, body }) => {
      const quoted = `cannot read ${JSON.stringify(request.headers)} ${request.url} ${body}`
      const words = {
        result: false,
        code: 1650001,
        message: quoted,
        data: null,
        request_id: quoted,
        code_name: quoted,
      }
      response
        .writeHead(500, { ...json, 'x-bkapi-request-id': encodeURIComponent(quoted) })
        .end(JSON.stringify(words))
    },
    told: { kind: 'upstream-down' },
    tries: 1,
  },
]

/** Faults that are told when time is up. */
export const slowFaults: readonly FaultCase[] = [
  { name: 'a black hole', fault: () => undefined, told: { kind: 'timeout' }, tries: 1 },
  {
    name: 'a slow first byte',
    fault: async (call) => {
      await sleep(1_000)
      await pass(await call.real(), call.response)
    },
    told: { kind: 'timeout' },
    tries: 1,
  },
  {
    name: 'a slow drip',
    fault: async (call) => {
      for (const byte of await half(call, (length) => length)) {
        call.response.write(Buffer.from([byte]))
        await sleep(20)
        if (call.response.destroyed) break
      }
    },
    told: { kind: 'timeout' },
    tries: 1,
  },
  {
    name: 'a body that never comes',
    fault: async (call) => {
      await half(call, (length) => length)
      call.response.flushHeaders()
    },
    told: { kind: 'timeout' },
    tries: 1,
  },
]
