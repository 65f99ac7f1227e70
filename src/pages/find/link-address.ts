import type { Target } from './target.ts'

/** The parts of a pasted address, percent-encoding untouched. */
export interface Address {
  readonly path: string
  readonly query: URLSearchParams
  /** Without `#`. */
  readonly hash: string
}

/** Reads one shape; null = not this shape. Throws BadIdError when the shape fits and an id does not. */
export type Shape = (address: Address) => Target | null

/** Matches the end of a path: every system may be served under a sub-path. */
export const scopePart = '(biz|biz_set|tenant_set)/([^/]+)'

/** A link, a path or a query as an address; null when it is none. */
export function toAddress(link: string): Address | null {
  try {
    // `//host/path` and `/\host` would name another host: both only lose their first slashes here.
    const url = /^https?:/i.test(link)
      ? new URL(link)
      : new URL(link.replace(/^[/\\]+/, '/'), 'http://joblens')
    return { path: url.pathname, query: url.searchParams, hash: url.hash.replace(/^#/, '') }
  } catch {
    return null
  }
}
