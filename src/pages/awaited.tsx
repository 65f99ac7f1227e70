import { Suspense } from 'react'
import { type AwaitedWords, useMessages } from '#i18n'
import { Loading, lazyPart } from '#ui'
import type { Wait } from './wait.ts'

// Fetched when something takes long. A script that does not come must not take the page with it.
const LongWait = lazyPart(
  async () => (await import('./long-wait.tsx').catch(() => null))?.LongWait ?? (() => null),
)

export interface AwaitedProps {
  readonly wait: Wait
  /** Names what is awaited, by its words. */
  readonly what: (words: AwaitedWords) => string
  /** Skeleton lines shown; as many as the content will roughly have. */
  readonly lines?: number
}

/**
 * Instead of what is not there yet: after a second, what is loaded, for how long, and a way to stop that (product,
 * section 10). Once stopped, a way to go on.
 */
export function Awaited({ wait, what, lines }: AwaitedProps) {
  const { common } = useMessages()
  const late = (beganAt: number) => (
    <Suspense>
      <LongWait {...{ wait, what, beganAt }} />
    </Suspense>
  )
  return wait.isStopped ? late(0) : <Loading label={common.loading} lines={lines} slow={late} />
}

/** Above what had come when the reader ended the wait for more. */
export function AwaitedRest({ wait }: Pick<AwaitedProps, 'wait'>) {
  return wait.isStopped ? (
    <Suspense>
      <LongWait wait={wait} />
    </Suspense>
  ) : null
}
