/** Turns a fault into the answer (or the silence) the caller gets. */
import { breakAfter, hugeBody, truncate } from './body.ts'
import { ESB_PREFIX, esbFailure } from './esb-door.ts'
import type { FaultEffect } from './faults.ts'
import { stampGatewayIds } from './gateway-door.ts'
import { gatewayStatus, rateLimited } from './gateway-envelope.ts'

/** `real` produces the undisturbed answer; faults that only damage it call it, the others never reach a backend. */
export async function applyFault(
  effect: FaultEffect,
  request: Request,
  real: () => Promise<Response>,
): Promise<Response> {
  if (effect.latencyMs !== undefined) await sleep(effect.latencyMs, request.signal)
  if (effect.html === true) return htmlPage(effect.status ?? 502)
  if (effect.body !== undefined) return withBody(await real(), effect.body, effect.status ?? 200)
  if (effect.gzipBomb !== undefined) return huge(request, effect.gzipBomb, { 'Content-Encoding': 'gzip' })
  if (effect.hugeBody !== undefined) return huge(request, effect.hugeBody, {})
  if (effect.status !== undefined) return failWith(request, effect.status, effect.resetSeconds ?? 1)
  if (effect.truncate !== undefined) return truncate(await real(), effect.truncate)
  if (effect.reset === true) return breakAfter(await real(), effect.afterBytes ?? 0)
  return await real()
}

function huge(request: Request, bytes: number, headers: Readonly<Record<string, string>>): Response {
  const answer = hugeBody(bytes, headers)
  return isEsb(request) ? answer : stampGatewayIds(answer, request, crypto.randomUUID())
}

/** A gateway speaks its envelope; ESB says its rate limit with HTTP 200, and behind its 5xx stands a proxy's page. */
function failWith(request: Request, status: number, resetSeconds: number): Response {
  if (isEsb(request) && status === 429) {
    return esbFailure(1306429, 'API rate limit exceeded', crypto.randomUUID().replaceAll('-', ''))
  }
  if (isEsb(request)) return htmlPage(status)
  const answer = status === 429 ? rateLimited(resetSeconds) : gatewayStatus(status)
  return stampGatewayIds(answer, request, crypto.randomUUID())
}

function isEsb(request: Request): boolean {
  return new URL(request.url).pathname.startsWith(ESB_PREFIX)
}

function withBody(real: Response, body: string, status: number): Response {
  return new Response(body, { status, headers: real.headers })
}

/** What a reverse proxy in front of everything answers: no envelope, no request id. */
function htmlPage(status: number): Response {
  const title =
    status === 504 ? '504 Gateway Time-out' : `${status} ${status === 502 ? 'Bad Gateway' : 'Error'}`
  const page = `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n`
  return new Response(page, { status, headers: { 'Content-Type': 'text/html' } })
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', leave)
      resolve()
    }, ms)
    if (signal.aborted) leave()
    else signal.addEventListener('abort', leave, { once: true })
  })
}
