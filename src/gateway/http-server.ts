import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { getRequestListener } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Gateway } from './gateway.ts'
import { reasonToRefuse, refuse, refuseMalformed, refuseOrApologise, refuseTunnel } from './refusals.ts'
import { sendAnswer } from './send-answer.ts'
import { createUntakenAnswers, PATIENCE_MS } from './untaken-answers.ts'

/*
 * Node's HTTP server in front of the gateway: what never becomes a request of ours is refused here, in words. Its parser
 * is the strict one, which takes no two lengths, no folded headers and no bare line feeds.
 */

/** Room for long cookies of a shared parent domain; Node's own limit is 16 KiB. */
const MAX_HEADER_BYTES = 64 * 1024

/**
 * Idle connections stay longer than a proxy keeps its own (nginx: 60 s): whoever closes first must be the one who asks, or
 * now and then a question meets a connection that is just being closed. Node's own 5 s did that to people polling.
 */
const KEEP_ALIVE_MS = 75_000

/** How long a request may take to arrive. Answers may take as long as they like. */
export interface ArrivalLimits {
  readonly headersTimeout: number
  readonly requestTimeout: number
  /** How often Node looks. */
  readonly connectionsCheckingInterval: number
  /**
   * So long who was refused may still take the words; then the connection is closed, whatever he does with his side. Closed at
   * once, with bytes of his unread, it would be reset and the words lost.
   */
  readonly lingerMs: number
}

/** How long who takes nothing of an answer is waited for. */
export interface StallLimits {
  /** Who takes nothing for so long is not there any more: a computer put to sleep, a network that is gone. */
  readonly stallMs: number
  /** So long when others wait for what lies here untaken. */
  readonly shortStallMs: number
}

const stallLimits: StallLimits = { stallMs: 120_000, shortStallMs: PATIENCE_MS }

/** Who takes longer to say what he wants holds a connection that others need. */
const arrivalLimits: ArrivalLimits = {
  headersTimeout: 20_000,
  requestTimeout: 60_000,
  connectionsCheckingInterval: 5_000,
  lingerMs: 1_000,
}

/** Not listening yet. */
export function createHttpServer(
  gateway: Pick<Gateway, 'answer' | 'refused' | 'isShort'>,
  { lingerMs, ...limits }: ArrivalLimits = arrivalLimits,
  stalls: StallLimits = stallLimits,
): Server {
  const sendLimits = { ...stalls, isShort: gateway.isShort, untaken: createUntakenAnswers() }
  const answer = getRequestListener(
    async (request, { incoming, outgoing }) => {
      // Of the two kinds of answers there are ours is the one of HTTP/1.
      const finished = await gateway.answer(request, isNear(incoming))
      finished.ended(await sendAnswer(finished, outgoing as ServerResponse, sendLimits))
      return RESPONSE_ALREADY_SENT
    },
    {
      overrideGlobalObjects: false,
      hostname: 'joblens.invalid',
      errorHandler: (error) => refuseOrApologise(gateway, error),
    },
  )
  const options = {
    ...limits,
    keepAliveTimeout: KEEP_ALIVE_MS,
    maxHeaderSize: MAX_HEADER_BYTES,
    insecureHTTPParser: false,
    requireHostHeader: false,
  }
  const lastAnswers = new WeakMap<Duplex, ServerResponse>()
  const server = createServer(options, (incoming, outgoing) => {
    lastAnswers.set(incoming.socket, outgoing)
    const reason = reasonToRefuse(incoming)
    return reason === null ? answer(incoming, outgoing) : refuse(gateway, outgoing, 400, reason)
  })
  server.on('checkExpectation', (_incoming, outgoing) =>
    refuse(gateway, outgoing, 417, 'Joblens expects nothing but 100-continue'),
  )
  server.on('connect', ({ method = null }, socket) => refuseTunnel(gateway, method, socket))
  server.on('clientError', (error, socket) => {
    if (isAnswered(lastAnswers.get(socket))) socket.end()
    else refuseMalformed(gateway, error, socket)
    setTimeout(() => socket.destroy(), lingerMs).unref()
  })
  return server
}

/** From this machine, and not passed on for somebody who is elsewhere. */
function isNear({ socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>): boolean {
  const isLoopback = /^(?:::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? '')
  return isLoopback && headers['x-forwarded-for'] === undefined && headers.forwarded === undefined
}

/** What is malformed belongs to a body that nobody waited for: a second answer would be taken for that of another request. */
function isAnswered(last: ServerResponse | undefined): boolean {
  return last?.headersSent === true && !last.req.complete
}
