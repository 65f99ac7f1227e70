import { isOwnAddress } from './is-own-address.ts'
import { keep, readKept } from './kept-json.ts'

/** A page somebody opened in this browser. */
export interface Visit {
  /** In-app address, without sticky parameters. */
  readonly to: string
  /** Window title without the product's name. */
  readonly title: string
  readonly visitedAt: number
}

const name = 'recent-visits'
const keptCount = 30

/** Newest first; entries that cannot be read are left out one by one. */
export function recentVisits(): readonly Visit[] {
  const kept = readKept(name)
  return Array.isArray(kept) ? kept.map(toVisit).filter((visit) => visit !== null) : []
}

/** Addresses that lead nowhere, as far as this tab knows. */
const nowhere = new Set<string>()

/** A page tells that there is nothing at its address, or that there is something after all. */
export function tellNowhere(to: string, isNowhere: boolean): void {
  if (!isNowhere) nowhere.delete(to)
  else {
    nowhere.add(to)
    forgetVisit(to)
  }
}

/** Puts a page on top of the list, unless it said that it leads nowhere; a page already there moves up. */
export function rememberVisit(visit: Visit): void {
  if (nowhere.has(visit.to)) return
  const others = recentVisits().filter(({ to }) => to !== visit.to)
  keep(name, [visit, ...others].slice(0, keptCount))
}

/** Takes one page out of the list, because it turned out to lead nowhere. */
export function forgetVisit(to: string): void {
  const visits = recentVisits()
  if (visits.some((visit) => visit.to === to))
    keep(
      name,
      visits.filter((visit) => visit.to !== to),
    )
}

export function forgetVisits(): void {
  keep(name, [])
}

function toVisit(value: unknown): Visit | null {
  if (typeof value !== 'object' || value === null) return null
  const { to, title, visitedAt } = value as Partial<Record<keyof Visit, unknown>>
  if (typeof to !== 'string' || !isOwnAddress(to)) return null
  if (typeof title !== 'string' || typeof visitedAt !== 'number') return null
  return { to, title, visitedAt }
}
