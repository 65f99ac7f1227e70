import { type Api, toProblem, upstreamNow } from '#api'
import { type JobInstanceId, type Problem, type Scope, sameScope } from '#contract'

export interface ScopeSearch {
  readonly api: Pick<Api, 'jobInstances'>
  readonly jobInstanceId: JobInstanceId
  /** Where to look, likeliest first. */
  readonly scopes: readonly Scope[]
  readonly signal: AbortSignal
  readonly onProgress: (askedCount: number) => void
}

/**
 * `found`: the scope. `nowhere`: every scope was asked; some may have refused to say, some may not have answered.
 * `stopped`: a failure that is not about one scope.
 */
export type ScopeSearchResult =
  | { readonly outcome: 'found'; readonly scope: Scope }
  | {
      readonly outcome: 'nowhere'
      readonly askedCount: number
      readonly denied: readonly Scope[]
      readonly failed: readonly Scope[]
    }
  | { readonly outcome: 'stopped'; readonly problem: Problem }

/** Gentle with the platform, whose gateway limits calls per second. */
const atOnce = 4

/**
 * Finds the scope a job instance belongs to by asking scope after scope; the platform has no call that names it.
 * Rejects with the abort reason when the signal fires.
 */
export async function searchScopes(search: ScopeSearch): Promise<ScopeSearchResult> {
  const { scopes, signal, onProgress } = search
  const denied: Scope[] = []
  const failed: Scope[] = []
  for (let start = 0; start < scopes.length; start += atOnce) {
    const answers = await Promise.all(scopes.slice(start, start + atOnce).map((scope) => ask(search, scope)))
    signal.throwIfAborted()
    const found = answers.find(({ outcome }) => outcome === 'found')
    if (found !== undefined && isAboutScope(found)) return { outcome: 'found', scope: found.scope }
    const stopped = answers.find((answer) => !isAboutScope(answer))
    if (stopped?.outcome === 'stopped') return stopped
    for (const { outcome, scope } of answers.filter(isAboutScope)) {
      if (outcome === 'denied') denied.push(scope)
      if (outcome === 'failed') failed.push(scope)
    }
    onProgress(Math.min(scopes.length, start + atOnce))
  }
  return { outcome: 'nowhere', askedCount: scopes.length, denied, failed }
}

/** What one scope says. `denied` and `failed` leave open whether it is there. */
type Answer =
  | { readonly outcome: 'found' | 'not-here' | 'denied' | 'failed'; readonly scope: Scope }
  | { readonly outcome: 'stopped'; readonly problem: Problem }

function isAboutScope(answer: Answer): answer is Exclude<Answer, { readonly outcome: 'stopped' }> {
  return answer.outcome !== 'stopped'
}

/**
 * Asks the history of one scope for this id: unlike opening the job instance that needs no permission to view it, and
 * "not here" is an empty page instead of an error.
 */
async function ask(search: ScopeSearch, scope: Scope): Promise<Answer> {
  const { api, jobInstanceId, signal } = search
  try {
    const { items } = await api.jobInstances(scope, { ...keptSpan(), jobInstanceId, length: 1 }, signal)
    return { outcome: items.some(({ id }) => id === jobInstanceId) ? 'found' : 'not-here', scope }
  } catch (error) {
    signal.throwIfAborted()
    const problem = toProblem(error)
    const outcome = outcomes[problem.kind] ?? 'failed'
    return outcome === 'stopped' ? { outcome, problem } : { outcome, scope }
  }
}

/** The platform wants times even with an id, at most 30 days apart, though it then ignores them (bk-job A.6). */
export function keptSpan(): { readonly from: number; readonly to: number } {
  const to = upstreamNow()
  return { from: to - 29 * 86_400_000, to }
}

/** What a problem means for the search; all others are a scope that did not answer. */
const outcomes: Readonly<Partial<Record<Problem['kind'], 'not-here' | 'denied' | 'stopped'>>> = {
  gone: 'not-here',
  'not-found': 'not-here',
  'bad-request': 'not-here',
  denied: 'denied',
  'not-signed-in': 'stopped',
  'not-offered': 'stopped',
  offline: 'stopped',
  'rate-limited': 'stopped',
  'upstream-down': 'stopped',
}

/** All scopes once, in the order given. */
export function uniqueScopes(scopes: readonly (Scope | null)[]): readonly Scope[] {
  const kept: Scope[] = []
  for (const scope of scopes) {
    if (scope !== null && !kept.some((one) => sameScope(one, scope)))
      kept.push({ type: scope.type, id: scope.id })
  }
  return kept
}
