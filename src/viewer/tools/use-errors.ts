import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react'
import type { LogMeaning, MeaningState } from '#log'

type ErrorStep = 'first' | 'next' | 'previous'

export interface ErrorsOptions {
  /** Null while it is not known yet. */
  readonly meaning: LogMeaning | null
  /** Lines in view, both included. */
  readonly viewNow: () => { readonly firstLineIndex: number; readonly lastLineIndex: number }
  /** There is no error in that direction. */
  readonly onNone: (direction: 'next' | 'previous') => void
  /** Brings a line into view; the next step waits for it. */
  readonly onFound: (lineIndex: number) => void | Promise<void>
}

/** The errors of a log, and the ways to them. */
export interface Errors {
  /** Messages that are errors or worse, so far. */
  readonly count: number
  readonly go: (step: ErrorStep) => void
}

interface ErrorSteps extends Errors {
  /** `isWanted` is false when nobody waits for what is found any more. */
  readonly go: (step: ErrorStep, isWanted?: () => boolean) => Promise<void>
}

/** Goes from error to error: on from the last one gone to while it is in view, from what is in view otherwise. */
export function useErrors({ meaning, viewNow, onNone, onFound }: ErrorsOptions): ErrorSteps {
  const at = useRef<number | null>(null)
  const steps = useRef(Promise.resolve())
  const latest = useRef({ viewNow, onNone, onFound })
  useEffect(() => {
    latest.current = { viewNow, onNone, onFound }
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another log has other errors
  useEffect(() => {
    at.current = null
  }, [meaning])

  const go = useCallback(
    (step: ErrorStep, isWanted: () => boolean = () => true) => {
      const take = async (): Promise<void> => {
        const direction = step === 'previous' ? 'previous' : 'next'
        const from = step === 'first' ? -1 : startOf(direction, at.current, latest.current.viewNow())
        const found = await meaning?.find(from, direction, 'error')
        if (!isWanted()) return
        if (found === null) latest.current.onNone(direction)
        if (found === null || found === undefined) return
        at.current = found
        await latest.current.onFound(found)
      }
      steps.current = steps.current.then(take)
      return steps.current
    },
    [meaning],
  )
  const state = useMeaningState(meaning)
  return { count: state === null ? 0 : state.counts.error + state.counts.fatal, go }
}

/** The line to look after or before. */
function startOf(
  direction: 'next' | 'previous',
  at: number | null,
  { firstLineIndex, lastLineIndex }: ReturnType<ErrorsOptions['viewNow']>,
): number {
  if (at !== null && at >= firstLineIndex && at <= lastLineIndex) return at
  // Down: also those in view. Up: what is above the view, as what is in view has been seen.
  return direction === 'next' ? firstLineIndex - 1 : firstLineIndex
}

/** What is known of the meaning of a log's lines so far. */
export function useMeaningState(meaning: LogMeaning | null): MeaningState | null {
  const subscribe = useCallback(
    (listener: () => void) => meaning?.subscribe(listener) ?? (() => undefined),
    [meaning],
  )
  return useSyncExternalStore(subscribe, () => meaning?.state() ?? null)
}
