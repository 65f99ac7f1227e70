/*
 * Whether Joblens stands in another page's frame. Said once, at the start: a frame must neither take the focus from
 * its parent nor go to a login page, which would refuse to be framed.
 */

let framed = false

export function setFramed(isInFrame: boolean): void {
  framed = isInFrame
}

/** True inside any frame, whether the address asks for `embed` or not. */
export function isFramed(): boolean {
  return framed
}

/** A failure on screen, as much of it as a parent may know. */
export interface ShownProblem {
  readonly kind: string
  readonly requestId: string | null
}

/** Failures on screen, the newest last. */
let shown: readonly ShownProblem[] = []
let watch: ((shown: readonly ShownProblem[]) => void) | null = null

/** Tells that a failure is on screen; the answer tells that it no longer is. */
export function noteProblem(problem: ShownProblem): () => void {
  change([...shown, problem])
  return () => change(shown.filter((one) => one !== problem))
}

/** Told whenever failures come or go, and what there are now; `null` stops it. */
export function watchProblems(watcher: typeof watch): void {
  watch = watcher
  watcher?.(shown)
}

function change(now: typeof shown): void {
  shown = now
  watch?.(shown)
}
