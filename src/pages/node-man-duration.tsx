import { isNodeManUnfinished } from '#contract'
import { useFormat } from '#i18n'
import { useNow } from './use-now.ts'

export interface NodeManDurationProps {
  readonly status: string
  /** Epoch ms. */
  readonly startedAt: number | null
  readonly durationMs: number | null
}

/** How long a node-man job or host took; ticks while it is not over. */
export function NodeManDuration({ status, startedAt, durationMs }: NodeManDurationProps) {
  const { duration } = useFormat()
  const ticking = isNodeManUnfinished(status) && startedAt !== null
  const now = useNow(ticking)
  return <>{duration(ticking ? Math.max(durationMs ?? 0, now - startedAt) : durationMs)}</>
}
