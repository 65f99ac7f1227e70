/** Puts a sandbox on a TCP port: the bridge between node:http and web-standard Request and Response. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Sandbox } from './sandbox.ts'

/** `port` 0 (the default) takes a free one; `host` defaults to 127.0.0.1. */
export type ListenOptions = { readonly port?: number; readonly host?: string }

export type Listening = {
  /** Origin without trailing slash, `http://127.0.0.1:5310`. */
  readonly url: string
  /** Ends all connections, also those in the middle of an answer. */
  readonly close: () => Promise<void>
}

/** Rejects when the port cannot be taken. */
export function listenSandbox(
  sandbox: Pick<Sandbox, 'fetch'>,
  options: ListenOptions = {},
): Promise<Listening> {
  const { port = 0, host = '127.0.0.1' } = options
  const server = createServer((incoming, outgoing) => {
    serve(sandbox, incoming, outgoing).catch(() => outgoing.destroy())
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const address = server.address() as AddressInfo
      resolve({ url: `http://${host}:${address.port}`, close: () => closeServer(server) })
    })
  })
}

async function serve(
  sandbox: Pick<Sandbox, 'fetch'>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const leaving = new AbortController()
  outgoing.once('close', () => {
    if (!outgoing.writableFinished) leaving.abort()
  })
  const answer = await sandbox.fetch(toRequest(incoming, leaving.signal))
  outgoing.statusCode = answer.status
  outgoing.setHeaders(answer.headers)
  await sendBody(answer, outgoing)
}

/** A body that errors destroys the socket: before the first byte the client sees a reset, later a cut answer. */
async function sendBody(answer: Response, outgoing: ServerResponse): Promise<void> {
  if (answer.body === null) {
    outgoing.end()
    return
  }
  const body = Readable.fromWeb(answer.body)
  if (answer.headers.get('Content-Encoding') === 'gzip') return pipeline(body, createGzip(), outgoing)
  for await (const chunk of body) await write(outgoing, chunk)
  outgoing.end()
}

function write(outgoing: ServerResponse, chunk: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    outgoing.write(chunk, (problem) => (problem ? reject(problem) : resolve()))
  })
}

function toRequest(incoming: IncomingMessage, signal: AbortSignal): Request {
  const method = incoming.method ?? 'GET'
  const url = new URL(incoming.url ?? '/', `http://${incoming.headers.host ?? 'sandbox'}`)
  const headers = new Headers()
  for (const [name, values] of Object.entries(incoming.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value)
  }
  const hasBody = method !== 'GET' && method !== 'HEAD'
  const init: RequestInit = { method, headers, signal }
  if (!hasBody) return new Request(url, init)
  return new Request(url, {
    ...init,
    body: Readable.toWeb(incoming) as ReadableStream<Uint8Array>,
    duplex: 'half',
  })
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
