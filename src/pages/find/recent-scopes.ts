import type { Scope } from '#contract'
import type { Visit } from '#ui'
import { uniqueScopes } from '../scope-search.ts'
import { understand } from './paste.ts'

/** Scopes of the pages opened lately, newest first. */
export function recentScopes(visits: readonly Visit[]): readonly Scope[] {
  return uniqueScopes(visits.map(({ to }) => scopeOfPath(to)))
}

/** The scope an in-app address is in; null for node-man's. */
export function scopeOfPath(path: string): Scope | null {
  const understanding = understand(path)
  const target = understanding.kind === 'understood' ? understanding.targets[0] : null
  return target !== null && 'scope' in target ? target.scope : null
}
