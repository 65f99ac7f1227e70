/** The API gateway's own error answers (bk-nodeman F3): real HTTP status, body envelope, and the header pair. */

type GatewayFailure = {
  readonly status: number
  readonly code: number
  readonly codeName: string
  readonly message: string
  readonly headers?: Readonly<Record<string, string>>
}

function gatewayFailure({ status, code, codeName, message, headers }: GatewayFailure): Response {
  const body = { code_name: codeName, message, result: false, data: null, code }
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'X-Bkapi-Error-Code': String(code),
      'X-Bkapi-Error-Message': message,
      ...headers,
    },
  })
}

/** 400, not 401: current gateways answer bad credentials as bad arguments (bk-nodeman F3). */
export function invalidArguments(reason: string): Response {
  const message = `Parameters error [reason="${reason}"]`
  return gatewayFailure({ status: 400, code: 1640001, codeName: 'INVALID_ARGS', message })
}

export function apiNotFound(method: string, path: string): Response {
  const message = `API not found [method="${method}" path="${path}"]`
  return gatewayFailure({ status: 404, code: 1640401, codeName: 'API_NOT_FOUND', message })
}

/** The gateway's rate limit of a stage; `resetSeconds` travels in its own header, there is no `Retry-After`. */
export function rateLimited(resetSeconds: number): Response {
  return gatewayFailure({
    status: 429,
    code: 1642902,
    codeName: 'RATE_LIMIT_RESTRICTION',
    message: 'API rate limit exceeded by stage strategy',
    headers: {
      'X-Bkapi-RateLimit-Limit': '100',
      'X-Bkapi-RateLimit-Remaining': '0',
      'X-Bkapi-RateLimit-Reset': String(resetSeconds),
      'X-Bkapi-RateLimit-Plugin': 'bk-stage-rate-limit',
    },
  })
}

const FAILURES: Readonly<Record<number, readonly [code: number, codeName: string, message: string]>> = {
  401: [1640102, 'USER_VERIFY_FAILED', 'User authentication failed'],
  403: [1640301, 'APP_NO_PERMISSION', 'App has no permission to the resource'],
  413: [1641301, 'BODY_SIZE_LIMIT_EXCEED', 'Request body size too large.'],
  414: [1641401, 'URI_SIZE_LIMIT_EXCEED', 'Request uri size too large.'],
  500: [1650001, 'INTERNAL_SERVER_ERROR', 'Internal Server Error'],
  502: [1650200, 'BAD_GATEWAY', 'Bad Gateway [upstream_error="cannot read header from upstream"]'],
  503: [1650300, 'SERVICE_UNAVAILABLE', 'Service Unavailable'],
  504: [
    1650401,
    'REQUEST_BACKEND_TIMEOUT',
    'Request backend service timeout [upstream_error="cannot read header from upstream"]',
  ],
}

/** The gateway's answer for a status it produces itself; unknown ones borrow the words of 500. */
export function gatewayStatus(status: number): Response {
  const [code, codeName, message] = FAILURES[status] ?? [
    1650001,
    'INTERNAL_SERVER_ERROR',
    'Internal Server Error',
  ]
  return gatewayFailure({ status, code, codeName, message })
}
