import { type MouseEvent, type PointerEvent, useMemo, useRef } from 'react'

/** Shorter than any browser's own long press: on a link that would ask for its menu, or show a preview. */
const pressMs = 450
/** A finger that goes farther scrolls, CSS px. */
const slackPx = 10

interface Press {
  readonly timer: ReturnType<typeof setTimeout>
  readonly x: number
  readonly y: number
}

/**
 * A finger that rests on what `targetOf` knows. Told by a timer: iOS has no event for it (elsewhere `contextmenu` comes
 * too). What the browser makes of the same press, a click or a menu, is taken away.
 */
export function useLongPress<Target>(
  targetOf: (element: Element) => Target | null,
  onPress: (target: Target) => void,
) {
  const latest = useRef({ targetOf, onPress })
  latest.current = { targetOf, onPress }
  return useMemo(() => {
    let press: Press | null = null
    /** Of the last press: its click is still to come, or not even the finger is lifted. */
    let hasPressed = false
    const end = (): void => {
      if (press !== null) clearTimeout(press.timer)
      press = null
    }
    const take = (event: MouseEvent): void => {
      event.preventDefault()
      event.stopPropagation()
    }
    return {
      onPointerDown: ({ target, pointerType, clientX: x, clientY: y }: PointerEvent): void => {
        end()
        hasPressed = false
        const { targetOf } = latest.current
        const found = pointerType === 'mouse' || !(target instanceof Element) ? null : targetOf(target)
        if (found === null) return
        const timer = setTimeout(() => {
          hasPressed = true
          latest.current.onPress(found)
        }, pressMs)
        press = { timer, x, y }
      },
      onPointerMove: ({ clientX, clientY }: PointerEvent): void => {
        if (press !== null && Math.hypot(clientX - press.x, clientY - press.y) > slackPx) end()
      },
      onPointerUp: end,
      // It scrolls.
      onPointerCancel: end,
      onContextMenuCapture: (event: MouseEvent): void => {
        const isTouched = press !== null || hasPressed
        if (isTouched && event.target instanceof Element && latest.current.targetOf(event.target) !== null)
          take(event)
      },
      onClickCapture: (event: MouseEvent): void => {
        if (hasPressed) take(event)
        hasPressed = false
      },
    }
  }, [])
}
