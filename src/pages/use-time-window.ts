import { useEffect, useMemo, useRef, useState } from 'react'
import { insideAxis, panWindow, type TimeWindow, zoomWindow } from './time-window.ts'

/** What of the axis is shown, and how to change it. */
export interface UsedTimeWindow {
  readonly shown: TimeWindow
  /** All of the axis is shown; it then grows with it. */
  readonly isWhole: boolean
  /** A factor above 1 shows less; `at` (epoch ms) stays in place, not given the middle does. */
  readonly zoom: (factor: number, at?: number) => void
  /** By a share of what is shown; negative is earlier. */
  readonly pan: (share: number) => void
  readonly showWhole: () => void
}

/** `null` without an axis: there is nothing to look closer at. */
export function useTimeWindow(axis: TimeWindow | null): UsedTimeWindow | null {
  const [chosen, setChosen] = useState<TimeWindow | null>(null)
  const latest = useRef(axis)
  useEffect(() => {
    latest.current = axis
  }, [axis])
  const change = useMemo(() => {
    const changeBy = (next: (shown: TimeWindow, axis: TimeWindow) => TimeWindow) =>
      setChosen((before) => {
        const axis = latest.current
        if (axis === null) return before
        const shown = next(before ?? axis, axis)
        return shown.from <= axis.from && shown.to >= axis.to ? null : shown
      })
    return {
      zoom: (factor: number, at?: number) =>
        changeBy((shown, axis) => zoomWindow(shown, factor, at ?? (shown.from + shown.to) / 2, axis)),
      pan: (share: number) => changeBy((shown, axis) => panWindow(shown, share, axis)),
      showWhole: () => setChosen(null),
    }
  }, [])
  if (axis === null) return null
  const shown = chosen === null ? axis : insideAxis(chosen, axis)
  return { shown, isWhole: chosen === null, ...change }
}
