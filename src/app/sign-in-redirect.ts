import { keep, readKept } from '#ui'

const name = 'sign-in'
const rememberedMs = 5 * 60_000
const mostTimes = 2

/** The last link that was left for the login page, and how often. */
interface Left {
  readonly href: string
  readonly times: number
  readonly at: number
}

/**
 * Decides whether this link is left for the login page, and remembers it. Not for ever: a login page that finds its
 * user signed in sends him back at once, and where that does not reach Joblens (another site, a cookie that is blocked)
 * the two would go round in circles. Where storage is blocked, coming from the login page counts as having been there.
 */
export function leave(href: string, loginUrl: string, now: number): boolean {
  const next = nextLeft(readKept(name, 'tab'), href, now)
  if (next === null) return false
  return keep(name, next, 'tab') || !isSameOrigin(document.referrer, loginUrl)
}

/** What to remember when `href` is left now; `null` when that has been done often enough. `before` is what was kept. */
export function nextLeft(before: unknown, href: string, now: number): Left | null {
  const left = readLeft(before)
  if (left === null || left.href !== href || now - left.at > rememberedMs) return { href, times: 1, at: now }
  return left.times < mostTimes ? { ...left, times: left.times + 1 } : null
}

function readLeft(kept: unknown): Left | null {
  if (typeof kept !== 'object' || kept === null) return null
  const { href, times, at } = kept as Readonly<Record<string, unknown>>
  return typeof href === 'string' && typeof times === 'number' && typeof at === 'number'
    ? { href, times, at }
    : null
}

function isSameOrigin(one: string, other: string): boolean {
  return URL.canParse(one) && URL.canParse(other) && new URL(one).origin === new URL(other).origin
}
