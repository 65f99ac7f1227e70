import { type Scope, sameScope, scopeSchema } from '#contract'
import { recentVisits } from '#ui'
import { uniqueScopes } from './scope-search.ts'

/** The scopes to ask beside one: those used lately in this browser first, then all others the reader may see. */
export function otherScopes(scope: Scope, listed: readonly Scope[]): readonly Scope[] {
  const visited = recentVisits().map(({ to }) => scopeOf(to))
  return uniqueScopes([...visited, ...listed]).filter((one) => !sameScope(one, scope))
}

function scopeOf(path: string): Scope | null {
  const match = /^\/([a-z_]+)\/(\d+)\/job-instances\b/.exec(path)
  const parsed = scopeSchema.safeParse({ type: match?.[1], id: match?.[2] })
  return parsed.success ? parsed.data : null
}
