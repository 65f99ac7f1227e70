import type { TimeWindow } from './time-window.ts'

/** One mark of the axis. `share` is its place, 0–1. */
export interface AxisTick {
  readonly at: number
  readonly share: number
}

/** The marks of an axis and how far apart they are. */
export interface AxisTicks {
  readonly stepMs: number
  readonly ticks: readonly AxisTick[]
}

const second = 1_000
const minute = 60 * second
const hour = 60 * minute
export const dayMs = 24 * hour

/** Distances a clock has words for. */
const steps: readonly number[] = [
  ...[1, 2, 5, 10, 15, 20, 30].map((n) => n * second),
  ...[1, 2, 5, 10, 15, 20, 30].map((n) => n * minute),
  ...[1, 2, 3, 6, 12].map((n) => n * hour),
]

/**
 * At most `most` marks at round times. `clockAtFromMs` is what the reader's clock shows at the beginning, in ms since
 * midnight: 12:00 has to be round in the zone of the reader, not in UTC.
 */
export function axisTicks({ from, to }: TimeWindow, most: number, clockAtFromMs: number): AxisTicks {
  const stepMs = stepFor(to - from, Math.max(1, most))
  const beforeFirst = (stepMs - (clockAtFromMs % stepMs)) % stepMs
  const ticks: AxisTick[] = []
  for (let at = from + beforeFirst; at <= to; at += stepMs)
    ticks.push({ at, share: to === from ? 0 : (at - from) / (to - from) })
  return { stepMs, ticks }
}

function stepFor(lengthMs: number, most: number): number {
  const least = lengthMs / most
  const days = Math.max(1, Math.ceil(least / dayMs))
  return steps.find((step) => step >= least) ?? days * dayMs
}
