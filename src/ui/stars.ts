import { isOwnAddress } from './is-own-address.ts'
import { keep, readKept } from './kept-json.ts'

/** A page somebody wants to find again, in this browser. */
export interface Star {
  /** In-app address, without sticky parameters. */
  readonly to: string
  /** Window title without the product's name. */
  readonly title: string
}

const name = 'starred-pages'
const keptCount = 200

/** Newest first; entries that cannot be read are left out one by one. */
export function starredPages(): readonly Star[] {
  const kept = readKept(name)
  return Array.isArray(kept) ? kept.map(toStar).filter((star) => star !== null) : []
}

export function isStarred(to: string): boolean {
  return starredPages().some((star) => star.to === to)
}

/** Stars a page, or takes its star away. Answers whether the browser kept it: storage may be blocked or full. */
export function toggleStar(star: Star): boolean {
  const starred = starredPages()
  const others = starred.filter(({ to }) => to !== star.to)
  return keep(name, others.length < starred.length ? others : [star, ...others].slice(0, keptCount))
}

function toStar(value: unknown): Star | null {
  if (typeof value !== 'object' || value === null) return null
  const { to, title } = value as Partial<Record<keyof Star, unknown>>
  if (typeof to !== 'string' || !isOwnAddress(to) || typeof title !== 'string') return null
  return { to, title }
}
