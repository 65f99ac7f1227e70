import {
  type ClientRequest,
  Agent as HttpAgent,
  type IncomingMessage,
  request as requestHttp,
} from 'node:http'
import { Agent as HttpsAgent, request as requestHttps } from 'node:https'
import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import type { OnPiece, UpstreamCall, UpstreamRequest, UpstreamResponse } from './upstream.ts'

/*
 * Upstream over Node's own HTTP client. `fetch` does the same for twice the processor time, most of it in web streams and copies
 * of headers (docs/decisions/0019). Redirects are not followed, and nothing goes out but what was asked.
 */

/** Connections nobody uses are kept so long, or as upstream says; one that is not there after so long will never be. */
const IDLE_MS = 10_000

const settings = { keepAlive: true, timeout: IDLE_MS } as const

/** Connections are kept for the next call of anybody: whose it is stands in each request. */
export function createHttpCall(): UpstreamCall {
  const agents = { http: new HttpAgent(settings), https: new HttpsAgent(settings) }
  return async (asked) => {
    try {
      return await ask(asked, agents)
    } catch (error) {
      if (!(error instanceof StaleConnectionError)) throw error
      return ask(asked, null)
    }
  }
}

/** A kept connection that upstream was closing just when it was used. All calls are reads: it is asked again at once. */
class StaleConnectionError extends Error {
  override readonly name = 'StaleConnectionError'
}

interface Agents {
  readonly http: HttpAgent
  readonly https: HttpsAgent
}

/** `agents` null: on a new connection, for this call alone. */
function ask(asked: UpstreamRequest, agents: Agents | null): Promise<UpstreamResponse> {
  return new Promise((resolve, reject) => {
    const { signal, body } = asked
    const sent = send(asked, agents)
    const leave = () => {
      reject(signal.reason)
      sent.destroy()
    }
    const fail = (error: NodeJS.ErrnoException) => {
      signal.removeEventListener('abort', leave)
      const isStale = agents !== null && sent.reusedSocket && closedCodes.has(error.code ?? '')
      reject(isStale ? new StaleConnectionError() : error)
    }
    sent.once('response', (incoming) => {
      sent.once('close', () => signal.removeEventListener('abort', leave))
      resolve(responseOf(incoming))
    })
    // Nobody asked for another protocol: without this the socket would lie there unread and unanswered.
    sent.once('upgrade', (_incoming, socket) => {
      socket.destroy()
      fail(Object.assign(new Error(), { code: 'EPROTO' }))
    })
    sent.on('timeout', () => {
      if (sent.socket?.connecting === true) sent.destroy(Object.assign(new Error(), { code: 'ETIMEDOUT' }))
    })
    // After the answer has begun it is the answer that breaks off.
    sent.on('error', fail)
    signal.addEventListener('abort', leave, { once: true })
    if (signal.aborted) leave()
    else sent.end(body ?? undefined)
  })
}

const closedCodes: ReadonlySet<string> = new Set(['ECONNRESET', 'EPIPE'])

function send({ url, method, headers }: UpstreamRequest, agents: Agents | null): ClientRequest {
  const all = { 'Accept-Encoding': 'gzip', 'User-Agent': 'joblens', ...headers }
  return url.startsWith('https:')
    ? requestHttps(url, { method, headers: all, agent: agents?.https ?? false })
    : requestHttp(url, { method, headers: all, agent: agents?.http ?? false })
}

function responseOf(incoming: IncomingMessage): UpstreamResponse {
  const { headers } = incoming
  return {
    status: incoming.statusCode ?? 0,
    headers: {
      get(name) {
        const value = headers[name]
        return (Array.isArray(value) ? value[0] : value) ?? null
      },
    },
    read: (onPiece) => read(incoming, onPiece),
  }
}

function read(incoming: IncomingMessage, onPiece: OnPiece): Promise<void> {
  return new Promise((resolve, reject) => {
    const stages = stagesOf(incoming)
    const plain = stages.at(-1) ?? incoming
    const stop = (settle: () => void) => {
      settle()
      for (const stage of stages) stage.destroy()
    }
    for (const stage of stages) stage.on('error', (error) => stop(() => reject(error)))
    // No memory, say: thrown on from here it would be the end of the process.
    const fail = (error: unknown) => stop(() => reject(error))
    const goOn = (isWanted: boolean) => (isWanted ? plain.resume() : stop(resolve))
    plain.on('data', (piece: Buffer) => {
      try {
        const isWanted = onPiece(piece)
        if (isWanted === true) return
        if (isWanted === false) return stop(resolve)
        plain.pause()
        isWanted.then(goOn, fail)
      } catch (error) {
        fail(error)
      }
    })
    plain.on('end', resolve)
    if (incoming.destroyed) stop(() => reject(incoming.errored ?? new Error('closed')))
  })
}

/**
 * The stages that end in the bytes of the answer itself, itself first. An encoding that was not asked for and is none of
 * these leaves what is no JSON.
 */
function stagesOf(incoming: IncomingMessage): readonly Readable[] {
  const encodings = (incoming.headers['content-encoding'] ?? '')
    .toLowerCase()
    .split(',')
    .slice(-MOST_ENCODINGS)
  const stages: Readable[] = [incoming]
  for (const encoding of encodings.toReversed()) {
    const inflater = inflaters.get(encoding.trim())
    if (inflater !== undefined) stages.push((stages.at(-1) ?? incoming).pipe(inflater()))
  }
  return stages
}

/** One is what is asked for. */
const MOST_ENCODINGS = 3

/** A map, so that no encoding is taken for a member every object has. */
const inflaters: ReadonlyMap<string, () => NodeJS.ReadWriteStream & Readable> = new Map([
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['deflate', createInflate],
  ['br', createBrotliDecompress],
])
