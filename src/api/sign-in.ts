import type { Problem } from '#contract'

/** What is known of the reader's sign-in. A new object after every change. */
export interface SignInState {
  /** Why upstream last said it does not know the reader; `null` while nothing says so. */
  readonly lost: Problem | null
  /** It has answered to this reader since the page was loaded: there may be something on screen to lose. */
  readonly wasKnown: boolean
}

/** One per app: whatever asks upstream reports here, whoever shows the sign-in listens. */
export interface SignIn {
  getState(): SignInState
  subscribe(listener: () => void): () => void
  /** What the endpoint at `path` answered. Problems of other kinds say nothing about the sign-in. */
  report(path: string, answer: 'known' | Problem): void
  /** Asks everybody who failed for want of a sign-in to try again. */
  retry(): void
  onRetry(listener: () => void): () => void
}

type System = 'job' | 'node-man'

/** Endpoints that are answered without asking upstream, at least by some deployments: they prove nothing. */
const provesNothing = new Set(['/capabilities', '/scopes'])

/** Knows nothing yet. The two systems are kept apart: one may know the reader while the other does not. */
export function createSignIn(): SignIn {
  let state: SignInState = { lost: null, wasKnown: false }
  const lost = new Map<System, { readonly problem: Problem; readonly path: string }>()
  /** Endpoints that were asked again because another one was answered, and have not been answered themselves since. */
  const doubtful = new Set<string>()
  const listeners = new Set<() => void>()
  const retriers = new Set<() => void>()

  function publish(wasKnown: boolean): void {
    const problem = [...lost.values()][0]?.problem ?? null
    if (problem === state.lost && wasKnown === state.wasKnown) return
    state = { lost: problem, wasKnown }
    for (const listener of listeners) listener()
  }
  function retry(): void {
    for (const retrier of retriers) retrier()
  }
  function listen(all: Set<() => void>, listener: () => void): () => void {
    all.add(listener)
    return () => all.delete(listener)
  }

  return {
    getState: () => state,
    subscribe: (listener) => listen(listeners, listener),
    report(address, answer) {
      const [path = ''] = address.split('?', 1)
      const system = path.startsWith('/node-man') ? 'node-man' : 'job'
      if (answer === 'known') {
        const failed = lost.get(system)?.path
        if (provesNothing.has(path) && failed !== path) return
        doubtful.delete(path)
        if (failed !== undefined && failed !== path) doubtful.add(failed)
        const isBack = lost.delete(system)
        publish(true)
        // One part found out, by polling for example: the others need not wait for anybody.
        if (isBack) retry()
      } else if (answer.kind === 'not-signed-in' && !lost.has(system) && !doubtful.has(path)) {
        // Of one that keeps saying so while others are answered it is told in its own place, not at each poll to everybody.
        lost.set(system, { problem: answer, path })
        publish(state.wasKnown)
      }
    },
    retry() {
      doubtful.clear()
      retry()
    },
    onRetry: (listener) => listen(retriers, listener),
  }
}
