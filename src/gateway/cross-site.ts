import { RefusedError } from './problem-answer.ts'

/**
 * Refuses an API request that another site's page made: it would be answered with the reader's own rights, and
 * although that page could not read the answer, upstream would already have been called (product.md 14).
 */
export function refuseCrossSite(request: Request): void {
  if (isOwnPage(request)) return
  throw new RefusedError(403, {
    kind: 'bad-request',
    message: 'Only pages of Joblens itself may call this address (cross-site request refused)',
  })
}

/**
 * `Sec-Fetch-Site` cannot be forged by a page and decides alone where it says "ours": a proxy that rewrites `Host`
 * makes every `Origin` look foreign. Over plain HTTP browsers send only `Origin`.
 */
function isOwnPage(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site === 'same-origin') return true
  return (site === null || site === 'none') && isOwnOrigin(request)
}

/** A proxy that changes `Host` may name the original beside it; a page can set neither header. */
function isOwnOrigin(request: Request): boolean {
  const origin = request.headers.get('origin')
  if (origin === null) return true
  if (!URL.canParse(origin)) return false
  const own = [
    request.headers.get('host'),
    // A chain of proxies writes a list; the first is what the browser asked.
    request.headers.get('x-forwarded-host')?.split(',')[0]?.trim(),
    new URL(request.url).host,
  ]
  return own.includes(new URL(origin).host)
}
