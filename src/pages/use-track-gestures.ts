import { type RefObject, useEffect, useRef } from 'react'
import type { UsedTimeWindow } from './use-time-window.ts'

/** A press that moves less than this is a click. */
const dragStartPx = 4
const wheelSpeed = 0.002

/**
 * Ctrl and the wheel (a pinch on a touch pad too) zoom around the pointer, dragging moves what is shown. `axisRef` is
 * as wide as every track. Gestures that begin elsewhere in `areaRef` are left alone.
 */
export function useTrackGestures(
  areaRef: RefObject<HTMLElement | null>,
  axisRef: RefObject<HTMLElement | null>,
  time: UsedTimeWindow | null,
): void {
  const latest = useRef(time)
  useEffect(() => {
    latest.current = time
  }, [time])
  useEffect(() => {
    const area = areaRef.current
    if (area === null) return
    const axisBox = () => axisRef.current?.getBoundingClientRect() ?? null
    const handleWheel = (event: WheelEvent) => {
      const box = axisBox()
      const now = latest.current
      if (!(event.ctrlKey || event.metaKey) || now === null || box === null || box.width === 0) return
      // Else the browser zooms the page. This is why React's own, passive, handler cannot be used.
      event.preventDefault()
      const share = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width))
      const { from, to } = now.shown
      now.zoom(Math.exp(-event.deltaY * wheelSpeed), from + share * (to - from))
    }
    let drag: { readonly pointerId: number; x: number; moved: boolean } | null = null
    const handleDown = (event: PointerEvent) => {
      const onTrack = event.target instanceof Element && event.target.closest('[data-track]') !== null
      if (!onTrack || event.button !== 0 || latest.current === null || latest.current.isWhole) return
      drag = { pointerId: event.pointerId, x: event.clientX, moved: false }
    }
    const handleMove = (event: PointerEvent) => {
      const box = axisBox()
      if (drag === null || event.pointerId !== drag.pointerId || box === null || box.width === 0) return
      const byPx = event.clientX - drag.x
      if (!drag.moved && Math.abs(byPx) < dragStartPx) return
      if (!drag.moved) area.setPointerCapture(event.pointerId)
      drag = { ...drag, x: event.clientX, moved: true }
      latest.current?.pan(-byPx / box.width)
    }
    const handleEnd = () => {
      // The click that ends a drag would choose the step the pointer happens to be over.
      if (drag?.moved === true) area.addEventListener('click', swallow, { capture: true, once: true })
      setTimeout(() => area.removeEventListener('click', swallow, { capture: true }))
      drag = null
    }
    area.addEventListener('wheel', handleWheel, { passive: false })
    area.addEventListener('pointerdown', handleDown)
    area.addEventListener('pointermove', handleMove)
    area.addEventListener('pointerup', handleEnd)
    area.addEventListener('pointercancel', handleEnd)
    return () => {
      area.removeEventListener('wheel', handleWheel)
      area.removeEventListener('pointerdown', handleDown)
      area.removeEventListener('pointermove', handleMove)
      area.removeEventListener('pointerup', handleEnd)
      area.removeEventListener('pointercancel', handleEnd)
    }
  }, [areaRef, axisRef])
}

function swallow(event: Event): void {
  event.preventDefault()
  event.stopPropagation()
}
