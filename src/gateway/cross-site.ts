import { RefusedError } from './problem-answer.ts'

/**
 * Refuses an API request that another site's page made: it would be answered with the reader's own rights, and
 * although that page could not read the answer, upstream would already have been called (product.md 14).
 * `Sec-Fetch-Site` cannot be forged by a page; over plain HTTP browsers send only `Origin`.
 */
export function refuseCrossSite(request: Request): void {
  const site = request.headers.get('sec-fetch-site')
  const isForeign = site !== null && site !== 'same-origin' && site !== 'none'
  if (isForeign || !isOwnOrigin(request)) {
    throw new RefusedError(403, {
      kind: 'bad-request',
      message: 'Only pages of Joblens itself may call this address (cross-site request refused)',
    })
  }
}

/** A proxy may change `Host` but then names the original; a page cannot set either header. */
function isOwnOrigin(request: Request): boolean {
  const origin = request.headers.get('origin')
  if (origin === null) return true
  if (!URL.canParse(origin)) return false
  const { host } = new URL(origin)
  const own = [
    request.headers.get('host'),
    request.headers.get('x-forwarded-host'),
    new URL(request.url).host,
  ]
  return own.includes(host)
}
