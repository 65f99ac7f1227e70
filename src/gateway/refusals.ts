import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { RequestError } from '@hono/node-server'
import type { Gateway } from './gateway.ts'

/*
 * What never becomes a request of ours, and is told so in words: Node's own answers have none. It counts and leaves its line
 * in the log like any other.
 */

/** Counts a refusal and writes its line; its id goes out with it. */
type Recorder = Pick<Gateway, 'refused'>

const refusalHeaders = {
  'content-type': 'text/plain; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  connection: 'close',
} as const

/**
 * Of two hosts a proxy and we might each believe another. A path with steps back names one thing to a proxy's rules and
 * another to us; browsers have resolved them before they ask.
 */
export function reasonToRefuse({ headersDistinct, httpVersion, url = '' }: IncomingMessage): string | null {
  const hosts = headersDistinct['host']?.length ?? 0
  // Health checks of old balancers speak the old protocol, which needs none.
  const isOld = httpVersion === '1.0' && hosts === 0
  if (hosts !== 1 && !isOld) return 'This request does not name one host'
  const [path = ''] = url.split('?', 1)
  return /\/(?:\.|%2e){1,2}(?:\/|$)/i.test(path) ? 'This address has dots for a path' : null
}

/** Refuses what came as a request. */
export function refuse(
  recorder: Recorder,
  outgoing: ServerResponse<IncomingMessage>,
  status: number,
  words: string,
): void {
  const method = outgoing.req.method ?? null
  outgoing.writeHead(status, headersOf(recorder, method, status, words)).end(words)
}

function headersOf(recorder: Recorder, method: string | null, status: number, words: string) {
  const requestId = recorder.refused({ method, status, bytes: words.length })
  return { ...refusalHeaders, 'content-length': String(words.length), 'x-joblens-request-id': requestId }
}

/** An address that is none; the gateway itself never rejects. */
export function refuseOrApologise(recorder: Recorder, error: unknown): Response {
  const isTheirs = error instanceof RequestError
  const words = isTheirs ? 'This is not an address Joblens can read' : 'Joblens could not answer'
  const status = isTheirs ? 400 : 500
  return new Response(words, { status, headers: headersOf(recorder, null, status, words) })
}

/** `CONNECT`: whoever asks for one takes us for a proxy. */
export function refuseTunnel(recorder: Recorder, method: string | null, socket: Duplex): void {
  socket.on('error', () => socket.destroy())
  sendRefusal(recorder, method, [405, 'Method Not Allowed', 'Joblens is no proxy'], socket)
}

/** What never became a request: a megabyte of address, or no HTTP at all. */
export function refuseMalformed(recorder: Recorder, error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return
  // Opened and never used: browsers and balancers do that all day.
  if ('bytesRead' in socket && socket.bytesRead === 0) socket.end()
  else sendRefusal(recorder, null, refusals[error.code ?? ''] ?? notHttp, socket)
}

type Refusal = readonly [status: number, reason: string, words: string]

const notHttp: Refusal = [400, 'Bad Request', 'This is not an HTTP request']

const refusals: Readonly<Record<string, Refusal>> = {
  HPE_HEADER_OVERFLOW: [
    431,
    'Request Header Fields Too Large',
    'The address or the headers are too long for Joblens',
  ],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout', 'The request took too long to arrive'],
}

function sendRefusal(
  recorder: Recorder,
  method: string | null,
  [status, reason, words]: Refusal,
  socket: Duplex,
): void {
  const headers = Object.entries(headersOf(recorder, method, status, words))
  const head = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  socket.end(`HTTP/1.1 ${status} ${reason}\r\n${head}\r\n${words}`)
}
