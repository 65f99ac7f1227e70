import { type Api, toProblem } from '#api'
import { type JobInstanceId, type Problem, type Scope, sameScope } from '#contract'

export interface ScopeSearch {
  readonly api: Pick<Api, 'jobInstances'>
  readonly jobInstanceId: JobInstanceId
  /** Where to look, likeliest first. */
  readonly scopes: readonly Scope[]
  readonly signal: AbortSignal
  readonly onProgress: (askedCount: number) => void
}

/** `found`: the scope. `nowhere`: every scope was asked. `stopped`: a failure that is not about one scope. */
export type ScopeSearchResult =
  | { readonly outcome: 'found'; readonly scope: Scope }
  | { readonly outcome: 'nowhere'; readonly askedCount: number }
  | { readonly outcome: 'stopped'; readonly problem: Problem }

/** Gentle with the platform, whose gateway limits calls per second. */
const atOnce = 4

/**
 * Finds the scope a job instance belongs to by asking scope after scope; the platform has no call that names it.
 * Rejects with the abort reason when the signal fires.
 */
export async function searchScopes(search: ScopeSearch): Promise<ScopeSearchResult> {
  const { scopes, signal, onProgress } = search
  for (let start = 0; start < scopes.length; start += atOnce) {
    const answers = await Promise.all(scopes.slice(start, start + atOnce).map((scope) => ask(search, scope)))
    signal.throwIfAborted()
    const decisive = answers.find((answer) => answer?.outcome === 'found') ?? answers.find((answer) => answer)
    if (decisive) return decisive
    onProgress(Math.min(scopes.length, start + atOnce))
  }
  return { outcome: 'nowhere', askedCount: scopes.length }
}

/**
 * Asks the history of one scope for this id: unlike opening the job instance that needs no permission to view it, and
 * "not here" is an empty page instead of an error. null = not here, as far as this user may know.
 */
async function ask(search: ScopeSearch, scope: Scope): Promise<ScopeSearchResult | null> {
  const { api, jobInstanceId, signal } = search
  try {
    const { items } = await api.jobInstances(scope, { ...keptSpan(), jobInstanceId, length: 1 }, signal)
    return items.some(({ id }) => id === jobInstanceId) ? { outcome: 'found', scope } : null
  } catch (error) {
    signal.throwIfAborted()
    const problem = toProblem(error)
    return notHere.has(problem.kind) ? null : { outcome: 'stopped', problem }
  }
}

/** The platform wants times even with an id, at most 30 days apart, though it then ignores them (bk-job A.6). */
function keptSpan(): { readonly from: number; readonly to: number } {
  const to = Date.now()
  return { from: to - 29 * 86_400_000, to }
}

const notHere: ReadonlySet<Problem['kind']> = new Set(['gone', 'not-found', 'denied', 'bad-request'])

/** All scopes once, in the order given. */
export function uniqueScopes(scopes: readonly (Scope | null)[]): readonly Scope[] {
  const kept: Scope[] = []
  for (const scope of scopes) {
    if (scope !== null && !kept.some((one) => sameScope(one, scope)))
      kept.push({ type: scope.type, id: scope.id })
  }
  return kept
}
