import { RefusedError } from './problem-answer.ts'

/**
 * Refuses an API request that another site's page made, or may have made: it would be answered with the reader's own
 * rights, and although that page could not read the answer, upstream would already have been called (product.md 14,
 * docs/decisions/0023).
 */
export function refuseCrossSite({ headers, url }: Request): void {
  if (isOwnPage(headers, url)) return
  throw new RefusedError(403, {
    kind: 'bad-request',
    message: 'Only pages of Joblens itself may call this address (cross-site request refused)',
  })
}

/**
 * `Sec-Fetch-Site` cannot be forged by a page and decides alone where it says "ours": a proxy that rewrites `Host`
 * makes every `Origin` look foreign. Over plain HTTP browsers do not send it.
 */
function isOwnPage(headers: Headers, url: string): boolean {
  const site = headers.get('sec-fetch-site')
  if (site === 'same-origin') return true
  if (site !== null && site !== 'none') return false
  const isOurs = hasOwnHeader(headers)
  // Behind a proxy that drops the port from `Host` our own page's `Referer` looks foreign: the header tells more.
  const told = [headers.get('origin'), isOurs ? null : headers.get('referer')].filter(Boolean)
  if (told.length > 0) return told.every((from) => isOwnOrigin(from, headers, url, isOurs))
  return site === 'none' || isOurs || !isOfBrowser(headers)
}

/**
 * A proxy that changes `Host` may name the original beside it; a page can set neither header. One that drops the port leaves the
 * name: enough for who has shown by our header that no other page asks (`isOurs`).
 */
function isOwnOrigin(from: string | null, headers: Headers, url: string, isOurs: boolean): boolean {
  if (from === null || !URL.canParse(from)) return false
  const own = [
    headers.get('host'),
    // A chain of proxies writes a list; the first is what the browser asked.
    headers.get('x-forwarded-host')?.split(',')[0]?.trim(),
    new URL(url).host,
  ]
  const { host, hostname } = new URL(from)
  return own.includes(host) || (isOurs && own.includes(hostname))
}

/** Every request of our pages has it. Another site's page would have to be allowed to send it, and never is. */
function hasOwnHeader(headers: Headers): boolean {
  return headers.has('x-joblens-language')
}

/** What browsers always send and no page can take away; scripts and `curl`, which hold no reader's cookies, do not send both. */
function isOfBrowser(headers: Headers): boolean {
  return /^Mozilla\//.test(headers.get('user-agent') ?? '') && headers.has('accept-language')
}
