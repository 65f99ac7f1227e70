import { type PointerEvent, useState } from 'react'
import type { LineChoice } from './use-line-choice.ts'

/** Choosing several lines without a Shift key. */
export interface TouchChoice {
  /** The rows were touched last, by a finger or a pen, and lines are chosen: the bar for them is shown. */
  readonly isShown: boolean
  /** The next line tapped is the other end of those chosen. */
  readonly isExtending: boolean
  readonly setExtending: (isExtending: boolean) => void
  /** Chooses a line, or with `extend` up to it. */
  readonly pick: (lineNumber: number, extend: boolean) => void
  readonly onPointerDown: (event: PointerEvent) => void
}

export function useTouchChoice({ chosen, pick }: Pick<LineChoice, 'chosen' | 'pick'>): TouchChoice {
  const [isTouched, setTouched] = useState(false)
  const [wantsEnd, setWantsEnd] = useState(false)
  // There is nothing to extend any more: the next tap begins anew.
  if (wantsEnd && chosen === null) setWantsEnd(false)
  const isExtending = wantsEnd && chosen !== null
  return {
    isShown: isTouched && chosen !== null,
    isExtending,
    setExtending: setWantsEnd,
    pick: (lineNumber, extend) => {
      pick(lineNumber, extend)
      setWantsEnd(false)
    },
    onPointerDown: ({ pointerType }) => setTouched(pointerType !== 'mouse'),
  }
}
