import { Readable } from 'node:stream'
import { type ApiHandler, createApi } from './api.ts'
import type { ApiParts } from './api-parts.ts'
import { beginExchange, blankExchange, type Exchange, type Outcome } from './exchange.ts'
import { type FinishedAnswer, finishAnswer } from './finish-answer.ts'
import { createIndexPage, type IndexPage } from './index-page.ts'
import { type OperatorParts, operatorAnswer } from './operations/operator-pages.ts'
import { problemAnswer, RefusedError } from './problem-answer.ts'
import { refuseForeignHost } from './public-hosts.ts'
import { placeOf, servedPaths } from './public-path.ts'
import { recordRequest } from './request-log.ts'
import { fileHeaders, secureApiAnswer } from './security.ts'
import { lyingBytes, piecesOf, type SqueezedBody, sharedPart } from './squeezed.ts'
import { type Assets, fileAnswer, looksLikeFile } from './static.ts'

/** What a gateway is made of. */
export interface GatewayOptions extends ApiParts, Pick<OperatorParts, 'states' | 'turns' | 'room' | 'reach'> {
  /** The built app; null in development, where Vite serves it, or when it was not built. */
  readonly assets: Assets | null
}

export interface Gateway {
  /**
   * Answers any request of a browser. Never rejects: whatever goes wrong becomes an answer. `isNear` says that it came from
   * this machine itself, where compression does not pay.
   */
  fetch(request: Request, isNear?: boolean): Promise<Response>
  /** The same for who sends the bytes himself: no stream is made of a body that is there as a whole. */
  answer(request: Request, isNear?: boolean): Promise<AnsweredRequest>
  /** Records what was refused before it became a request, and tells the id it is recorded by. `method` is null when unknown. */
  refused(refusal: {
    readonly method: string | null
    readonly status: number
    readonly bytes: number
  }): string
  /** Whether somebody waits for nothing but what others do not take of their answers. */
  isShort(): boolean
  /** Requests that are not fully answered, the oldest first. */
  underWay(): readonly Pick<Exchange, 'requestId' | 'route'>[]
  /** From now on it is not ready any more, so that nobody new is sent here; it answers all the same. */
  stop(): void
}

/** How the sending of an answer ended: by the browser, which went away, or by us, who wait for it no longer. */
export type AnswerEnd = 'sent' | Extract<Outcome, 'left' | 'cut-off'>

/** An answer to be sent. */
export interface AnsweredRequest extends Pick<FinishedAnswer, 'answer' | 'whole'> {
  /** To be told how that ended. */
  readonly ended: (end: AnswerEnd) => void
}

/** Longer addresses are nobody's link: the longest of ours is a few hundred characters. */
const MAX_URL_LENGTH = 8000
const TOO_LONG = 'The address is too long for Joblens'

/** Wires the API and the app's files under one base path. Stateless: any number may run side by side. */
export function createGateway(options: GatewayOptions): Gateway {
  const { hstsSeconds } = options.config
  let isStopping = false
  const underWay = new Set<Exchange>()
  const site: Site = {
    ...options,
    isStopping: () => isStopping,
    apis: new Map(servedPaths(options.config).map((path) => [path, createApi(options, path)])),
    page:
      options.assets === null
        ? null
        : createIndexPage(options.assets.indexHtml, options.config.frameAncestors),
  }
  async function answerOf(request: Request, isNear?: boolean): Promise<AnsweredRequest> {
    const exchange = beginExchange(request, isNear)
    underWay.add(exchange)
    options.metrics.began()
    const answered = await answerSafely(site, request, exchange)
    const { answer, whole, bytes } = await finishAnswer(answered, request, exchange).finally(
      exchange.holds.release,
    )
    const takeUp = options.room.lay(sharedPart(whole), lyingBytes(whole))
    const record = (end: AnswerEnd) => {
      underWay.delete(exchange)
      takeUp()
      if (bytes === null) return
      const outcome = exchange.signal.aborted ? 'left' : answer.status < 400 ? 'ok' : 'problem'
      const told = end === 'sent' ? outcome : end
      recordRequest(site, exchange, { method: request.method, status: answer.status, outcome: told, bytes })
    }
    answer.headers.set('x-joblens-request-id', exchange.requestId)
    if (hstsSeconds !== null) answer.headers.set('strict-transport-security', `max-age=${hstsSeconds}`)
    return { answer, whole, ended: record }
  }
  return {
    answer: answerOf,
    async fetch(request, isNear) {
      const { answer, whole, ended } = await answerOf(request, isNear)
      ended('sent')
      return whole === null ? answer : new Response(Buffer.isBuffer(whole) ? whole : streamOf(whole), answer)
    },
    refused(refusal) {
      const exchange = blankExchange()
      options.metrics.began()
      recordRequest(site, exchange, { ...refusal, outcome: 'problem' })
      return exchange.requestId
    },
    isShort: () => options.room.isShort() || options.turns.isShort(),
    underWay: () => [...underWay],
    stop() {
      isStopping = true
    },
  }
}

interface Site extends GatewayOptions, OperatorParts {
  /** By the path they are served under. */
  readonly apis: ReadonlyMap<string, ApiHandler>
  readonly page: IndexPage | null
}

async function answerSafely(site: Site, request: Request, exchange: Exchange): Promise<Response> {
  try {
    return await route(site, request, exchange)
  } catch (error) {
    const isExpected = error instanceof RefusedError
    if (!isExpected) site.log.error({ requestId: exchange.requestId, error }, 'failed')
    return secureApiAnswer(problemAnswer(error, exchange, site.config.links))
  }
}

function route(site: Site, request: Request, exchange: Exchange): Response | Promise<Response> {
  const { pathname, search } = new URL(request.url)
  const place = placeOf(request, pathname, site.config)
  const { basePath, servedPath } = place
  const path = pathname.startsWith(servedPath) ? pathname.slice(servedPath.length) : null
  const operator = operatorAnswer(site, place, request, exchange)
  if (operator !== null) return operator
  refuseForeignHost(request, site.config.publicHosts)
  if (`${pathname}/` === servedPath) return redirectTo(`${basePath}${search}`)
  const isTooLong = request.url.length > MAX_URL_LENGTH
  if (path === 'api' || path?.startsWith('api/')) {
    if (isTooLong) throw new RefusedError(414, { kind: 'bad-request', message: TOO_LONG })
    const api = site.apis.get(servedPath)
    if (api !== undefined) return api(request, exchange)
  }
  exchange.route = 'page'
  if (isTooLong) return plainAnswer(414, TOO_LONG)
  if (path === null) return plainAnswer(404, `Joblens is served under ${basePath}`)
  return fileOrPage(site, path, request, basePath)
}

/** Every address that is no file is a page, and the app in it decides which. */
function fileOrPage({ assets, page }: Site, path: string, request: Request, basePath: string): Response {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return plainAnswer(405, 'This address answers GET and HEAD only', { allow: 'GET, HEAD' })
  }
  if (assets === null || page === null) {
    return plainAnswer(503, 'The app is not built. Run "npm run build", then start again.')
  }
  const file = fileAnswer(assets, path, request)
  if (file !== null) return file
  if (looksLikeFile(path) && path !== 'index.html') return plainAnswer(404, 'No such file')
  const answer = page.answer(basePath)
  return request.method === 'HEAD' ? new Response(null, answer) : answer
}

function streamOf(whole: SqueezedBody): ReadableStream<Uint8Array> {
  return Readable.toWeb(Readable.from(piecesOf(whole))) as ReadableStream<Uint8Array>
}

function plainAnswer(
  status: number,
  words: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const plain = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }
  return new Response(`${words}\n`, { status, headers: { ...fileHeaders(), ...plain, ...headers } })
}

function redirectTo(path: string): Response {
  // For the moment only: a browser that remembered it would go on after the base path has changed.
  return new Response(null, {
    status: 308,
    headers: { ...fileHeaders(), 'cache-control': 'no-store', location: path },
  })
}
