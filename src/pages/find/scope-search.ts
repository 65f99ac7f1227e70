import { type Api, toProblem } from '#api'
import { type JobInstanceId, type Problem, type Scope, sameScope } from '#contract'

export interface ScopeSearch {
  readonly api: Pick<Api, 'jobInstance'>
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

/** null = not in this scope, as far as this user may know. */
async function ask(
  { api, jobInstanceId, signal }: ScopeSearch,
  scope: Scope,
): Promise<ScopeSearchResult | null> {
  try {
    await api.jobInstance(scope, jobInstanceId, signal)
    return { outcome: 'found', scope }
  } catch (error) {
    signal.throwIfAborted()
    const problem = toProblem(error)
    return notHere.has(problem.kind) ? null : { outcome: 'stopped', problem }
  }
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
