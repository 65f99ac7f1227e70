import { startLogWorker } from './log-worker.ts'

/** What a page needs first, asked for before the script that will want it is there. */
export interface Ahead {
  /** `fetch` for the client: what was asked ahead is answered by that, once. */
  readonly fetch: typeof fetch
  /** The worker that will keep the logs; null where none are read at once. */
  readonly logWorker: Worker | null
}

/** Where nothing is asked ahead. */
export const nothingAhead: Ahead = { fetch: (input, init) => fetch(input, init), logWorker: null }

/** Asks what the page at this address will ask first. `basePath` begins and ends with `/`. */
export function askAhead(basePath: string, { pathname, search }: Location, language: string): Ahead {
  const paths = questionsOf(pathname.slice(basePath.length), search)
  if (paths.length === 0) return nothingAhead
  const urls = paths.map((path) => new URL(`${basePath}api/${path}`, window.location.origin).href)
  return {
    fetch: askOnce(urls, jsonHeaders(language), nothingAhead.fetch),
    logWorker: startLogWorker(),
  }
}

const id = '(?:0|[1-9]\\d{0,18})'

/** The page of a step below the base path; its endpoint is called alike. Other ids than these get no answer. */
const stepPage = new RegExp(`^((?:biz|biz_set|tenant_set)/${id})/job-instances/(${id}/steps/${id})/?$`)

/** Whatever asks for another part of the step than the newest whole. */
const part = /[?&](?:executeCount|retryCount|batch)=/

/** Endpoint paths of what a page asks first: a step's only, which is what links in notifications open. */
export function questionsOf(path: string, search: string): readonly string[] {
  const [, scope, step] = stepPage.exec(path) ?? []
  if (scope === undefined) return []
  return part.test(search) ? ['capabilities'] : [`job-instances/${scope}/${step}`, 'capabilities']
}

/**
 * Asks for these at once. Answers a `fetch` that gives each answer to the first who wants it, or lets him ask again,
 * and be told, when there is none.
 */
export function askOnce(
  urls: readonly string[],
  headers: Readonly<Record<string, string>>,
  send: typeof fetch,
): typeof fetch {
  const asked = new Map(urls.map((url) => [url, ask(url, headers, send)]))
  return async (input, init) => {
    const early = typeof input === 'string' ? asked.get(input) : undefined
    if (early === undefined) return send(input, init)
    asked.delete(String(input))
    init?.signal?.addEventListener('abort', early.abort, { once: true })
    return (await early.answer) ?? send(input, init)
  }
}

function ask(url: string, headers: Readonly<Record<string, string>>, send: typeof fetch) {
  const controller = new AbortController()
  const sent = send(url, { credentials: 'same-origin', headers, signal: controller.signal })
  return { answer: sent.catch(() => null), abort: () => controller.abort() }
}

/** Headers of every question that is answered in JSON. */
export function jsonHeaders(language: string): Readonly<Record<string, string>> {
  return { ...ownHeaders(language), accept: 'application/json' }
}

/**
 * Headers every request of ours carries, and that no other site's page can send: over plain HTTP the gateway knows ours
 * by them (docs/decisions/0023).
 */
export function ownHeaders(language: string): Readonly<Record<string, string>> {
  return { 'x-joblens-language': language }
}
