import type { ProblemKind } from '#contract'

/*
 * Upstream error codes as one table (bk-job A.15, bk-nodeman A9, F3, F4). Codes arrive as numbers or text, so
 * they are compared as text. Longest known prefix wins; what nobody knows is told by the HTTP status.
 */

const byCode: Readonly<Record<string, ProblemKind>> = {
  // IAM: the user lacks an action.
  '9900403': 'denied',
  '1238001': 'denied',
  NO_PERMISSION: 'denied',
  IAM_NO_PERMISSION: 'denied',
  '1210006': 'denied',
  // The job platform.
  '1244006': 'gone',
  '1244007': 'not-found',
  NOT_FOUND: 'not-found',
  '1243009': 'not-found',
  '1243049': 'not-found',
  '1243051': 'not-found',
  '1243052': 'not-found',
  '1243053': 'not-found',
  '1247001': 'not-signed-in',
  '1247002': 'not-signed-in',
  '1240004': 'not-signed-in',
  UNAUTHENTICATED: 'not-signed-in',
  '1247004': 'app-denied',
  '1247403': 'app-denied',
  '1240003': 'bad-request',
  INVALID_ARGUMENT: 'bad-request',
  OUT_OF_RANGE: 'bad-request',
  FAILED_PRECONDITION: 'bad-request',
  MEDIA_TYPE_NOT_ACCEPTABLE: 'bad-request',
  'Unsupported Media Type': 'bad-request',
  ALREADY_EXISTS: 'bad-request',
  ABORTED: 'bad-request',
  RATELIMIT_EXCEED: 'rate-limited',
  RESOURCE_EXHAUSTED: 'rate-limited',
  '1240001': 'upstream-down',
  '1240002': 'upstream-down',
  '1252001': 'upstream-down',
  INTERNAL: 'upstream-down',
  UNKNOWN: 'upstream-down',
  NOT_IMPLEMENTED: 'not-offered',
  // The API gateway's own.
  '1640001': 'bad-request',
  '1640004': 'app-denied',
  '1640100': 'not-signed-in',
  '1640101': 'app-denied',
  '1640102': 'not-signed-in',
  '1640301': 'app-denied',
  '1640302': 'app-denied',
  '1640303': 'denied',
  '1640304': 'denied',
  '1640401': 'not-offered',
  API_NOT_FOUND: 'not-offered',
  '1641301': 'too-large',
  '1641401': 'too-large',
  '1650401': 'timeout',
  // ESB's own, and the login service's.
  '1306202': 'bad-answer',
  '1306208': 'bad-answer',
  '1306401': 'not-signed-in',
  '1306402': 'not-signed-in',
  '1306403': 'app-denied',
  '1306404': 'not-offered',
  '1306405': 'not-offered',
  '1306406': 'bad-request',
  '1306407': 'bad-request',
  '1306408': 'app-denied',
  '1306429': 'rate-limited',
  '1200': 'not-signed-in',
  // Node-man.
  '3800001': 'bad-request',
  '3800007': 'not-ready',
  '3800015': 'not-ready',
  '3800100': 'bad-request',
  '3800404': 'not-offered',
  '3801012': 'not-found',
}

const byPrefix: Readonly<Record<string, ProblemKind>> = {
  '1241': 'bad-request',
  '1246': 'upstream-down',
  '1306': 'upstream-down',
  '1640': 'bad-request',
  '16429': 'rate-limited',
  '1650': 'upstream-down',
  '3800': 'upstream-down',
}

const byStatus: Readonly<Record<number, ProblemKind>> = {
  401: 'not-signed-in',
  403: 'denied',
  404: 'not-offered',
  405: 'not-offered',
  413: 'too-large',
  414: 'too-large',
  429: 'rate-limited',
  501: 'not-offered',
  504: 'timeout',
}

/** Of these a proxy is the author, words or not: what is behind it was not there, or not in time. */
export function isOfProxy(status: number): boolean {
  return status >= 502 && status <= 504
}

/** Kind of a failure that says nothing but its HTTP status. A bare 404 is a path the server lacks. */
export function kindOfStatus(status: number): ProblemKind {
  const known = byStatus[status]
  if (known !== undefined) return known
  return status >= 400 && status < 500 ? 'bad-request' : status >= 500 ? 'upstream-down' : 'bad-answer'
}

/** Kind of one upstream error code; null when no table knows it. */
export function kindOfCode(code: string): ProblemKind | null {
  if (Object.hasOwn(byCode, code)) return byCode[code] ?? null
  return byPrefix[code.slice(0, 5)] ?? byPrefix[code.slice(0, 4)] ?? null
}

/**
 * The kind when the words say more than the code. Gateways answer a missing or expired ticket with the code of a
 * bad argument (bk-nodeman F3), and ESB says "User authentication failed" under several codes (F4).
 */
export function kindOfWords(code: string | null, message: string): ProblemKind | null {
  const credentialCode = code === '1640001' || code === 'INVALID_ARGS' || code?.startsWith('1306') === true
  if (!credentialCode) return null
  if (/\bapp\b|app[_ ]?(?:code|secret)/i.test(message)) return code?.startsWith('1306') ? null : 'app-denied'
  if (code === '1640001' || code === 'INVALID_ARGS')
    return /user|token|ticket|login/i.test(message) ? 'not-signed-in' : null
  return /user authentication failed|bk_token|bk_ticket/i.test(message) ? 'not-signed-in' : null
}
