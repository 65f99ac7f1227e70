import { memo, type PointerEvent, useEffect, useRef, useState } from 'react'
import type { LogView } from '#log'
import { type RulerOverview, rulerPaths, rulerSeverities, rulerWidth } from './ruler-marks.ts'
import { useOverview } from './use-overview.ts'

export interface OverviewRulerProps {
  readonly view: Pick<LogView, 'overview'>
  readonly rowCount: number
  /** Rows in view, both included. */
  readonly firstRowIndex: number
  readonly lastRowIndex: number
  /** Another number asks for the marks anew: lines that search and meaning have looked at, say. */
  readonly progress: number
  /** Brings a row into the middle of the view. */
  readonly onGo: (rowIndex: number) => void
  /** Scrolls the log: the wheel turns it here too, CSS px. */
  readonly onWheel: (deltaPx: number) => void
}

/** A mark lower than this is overlooked, CSS px. */
const markPx = 3

/**
 * The whole log beside its scrollbar: where matches and errors are, and where the view is. Drawn as a few SVG paths
 * whose colours are the theme's; wider where there is more. Hidden from screen readers: the buttons for matches and errors do the same.
 */
export function OverviewRuler({ view, rowCount, progress, onGo, onWheel, ...inView }: OverviewRulerProps) {
  const element = useRef<HTMLDivElement>(null)
  const heightPx = useHeight(element)
  const markCount = Math.min(rowCount, Math.floor(heightPx / markPx))
  const overview = useOverview(view, markCount, rowCount, progress)
  const go = (event: PointerEvent<HTMLElement>): void => {
    const { top, height } = event.currentTarget.getBoundingClientRect()
    const share = (event.clientY - top) / Math.max(1, height)
    onGo(Math.min(rowCount - 1, Math.max(0, Math.floor(share * rowCount))))
  }
  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0 || rowCount === 0) return
    // Neither a text selection nor a scrolling page: the focus stays in the log.
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    go(event)
  }
  return (
    <div
      ref={element}
      aria-hidden="true"
      className="log-ruler"
      // A log shorter than the view has its marks beside its rows.
      style={{ maxHeight: `calc(${rowCount} * var(--log-row-px))` }}
      onWheel={(event) => event.deltaMode === WheelEvent.DOM_DELTA_PIXEL && onWheel(event.deltaY)}
      onPointerDown={onPointerDown}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && go(event)}
    >
      {overview !== null && <Marks overview={overview} />}
      <ViewMark rowCount={rowCount} {...inView} />
    </div>
  )
}

const Marks = memo(function Marks({ overview }: { readonly overview: RulerOverview }) {
  const { matches, severities } = rulerPaths(overview)
  return (
    <svg viewBox={`0 0 ${rulerWidth} ${overview.markCount}`} preserveAspectRatio="none" aria-hidden="true">
      <path className="ruler-match" d={matches} />
      {rulerSeverities.map((severity) => (
        <path key={severity} className={`ruler-${severity}`} d={severities[severity]} />
      ))}
    </svg>
  )
})

type ViewMarkProps = Pick<OverviewRulerProps, 'rowCount' | 'firstRowIndex' | 'lastRowIndex'>

function ViewMark({ rowCount, firstRowIndex, lastRowIndex }: ViewMarkProps) {
  if (rowCount === 0 || lastRowIndex - firstRowIndex + 1 >= rowCount) return null
  const percent = (rows: number): string => `${(100 * rows) / rowCount}%`
  const style = { top: percent(firstRowIndex), height: percent(lastRowIndex + 1 - firstRowIndex) }
  return <div className="ruler-view" style={style} />
}

function useHeight(element: { readonly current: HTMLElement | null }): number {
  const [heightPx, setHeightPx] = useState(0)
  useEffect(() => {
    if (element.current === null) return
    const observer = new ResizeObserver(([entry]) => setHeightPx(entry?.contentRect.height ?? 0))
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element])
  return heightPx
}
