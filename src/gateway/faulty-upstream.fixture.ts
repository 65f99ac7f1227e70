import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { createSandbox } from '#sandbox'

/** What is done to a call instead of answering it. `tries` counts from 1. */
export type Fault = (call: FaultyCall) => void | Promise<void>

/** One call that a fault is for. */
export interface FaultyCall {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly body: string
  readonly tries: number
  /** Where nobody may be sent. */
  readonly elsewhere: string
  /** The undisturbed answer. */
  readonly real: () => Promise<Response>
}

/** Which calls a fault is for, and what it does. */
interface Rule {
  readonly isFor: (path: string, body: string) => boolean
  readonly fault: Fault
}

/**
 * The sandbox behind a real port, with faults for single users: whoever's ticket is a key of `rules` meets that one. So many
 * cases run at the same time through one gateway.
 */
export async function startFaultyUpstream() {
  const startedAt = Date.now()
  // What runs must not write a line between two calls that are compared.
  const sandbox = createSandbox({ now: () => startedAt })
  const rules = new Map<string, Rule>()
  const tries = new Map<string, number>()
  const unfinished = new Set<ServerResponse>()
  /** The answers each ticket's calls got, by the time their connections are closed. */
  const written = new Map<string, Promise<number>[]>()
  let strangers = 0
  const other = createServer((_request, response) => {
    strangers += 1
    response.end('{"result":true,"code":0,"data":{}}')
  })
  const server = createServer((request, response) => {
    // One connection each: a fault must not be met by the next call on the same one.
    response.shouldKeepAlive = false
    unfinished.add(response)
    response.on('close', () => unfinished.delete(response))
    answer(request, response).catch(() => response.destroy())
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await textOf(request)
    const real = () => sandbox.fetch(toRequest(request, body))
    const ticket =
      /very-secret-ticket-\d+/.exec(`${request.headers['x-bkapi-authorization']} ${body}`)?.[0] ?? ''
    const rule = rules.get(ticket)
    if (rule?.isFor(request.url ?? '', body) !== true) return pass(await real(), response)
    const count = (tries.get(ticket) ?? 0) + 1
    tries.set(ticket, count)
    written.set(ticket, [...(written.get(ticket) ?? []), writtenTo(request.socket)])
    await rule.fault({ request, response, body, tries: count, elsewhere: addressOf(other), real })
  }

  for (const each of [server, other]) {
    each.listen(0, '127.0.0.1')
    await once(each, 'listening')
  }
  return {
    url: addressOf(server),
    rules,
    /** How often the fault was met. */
    tries: (ticket: string) => tries.get(ticket) ?? 0,
    /** The most that was written in answer to one call which met the fault, once the connections are closed. */
    mostBytes: async (ticket: string) => Math.max(0, ...(await Promise.all(written.get(ticket) ?? []))),
    /** Answers somebody still waits for. */
    unfinished: () => unfinished.size,
    /** Calls that went where no upstream is. */
    strangers: () => strangers,
    /** Connections that are open. */
    connections: () =>
      new Promise<number>((resolve) => server.getConnections((_error, count) => resolve(count))),
    close() {
      for (const each of [server, other]) {
        each.closeAllConnections()
        each.close()
      }
    },
  }
}

export type FaultyUpstream = Awaited<ReturnType<typeof startFaultyUpstream>>

function writtenTo(socket: Socket): Promise<number> {
  return new Promise((resolve) => socket.once('close', () => resolve(socket.bytesWritten)))
}

function addressOf(server: { address(): string | AddressInfo | null }): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function textOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  return Buffer.concat(pieces).toString('utf8')
}

function toRequest(request: IncomingMessage, body: string): Request {
  const { method = 'GET', url } = request
  const headers = new Headers()
  for (const name of ['x-bkapi-authorization', 'content-type', 'blueking-language']) {
    const value = request.headers[name]
    if (typeof value === 'string') headers.set(name, value)
  }
  return new Request(`http://sandbox.invalid${url}`, {
    method,
    headers,
    ...(method === 'GET' ? {} : { body }),
  })
}

/** Sends an answer on as it is. */
export async function pass(answer: Response, response: ServerResponse): Promise<void> {
  response.writeHead(answer.status, Object.fromEntries(answer.headers))
  response.end(Buffer.from(await answer.arrayBuffer()))
}
