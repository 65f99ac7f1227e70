import { styled } from '@mui/material/styles'
import { type FocusEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { useMessages } from '#i18n'
import { SmallButton } from '#ui'

export interface HeldRoomProps {
  /** What is in it may change by itself from now on; once it may, the room stays. */
  readonly held: boolean
  /** Room kept beside what is there at first, px; there from the start, for nothing to move when it begins to be held. */
  readonly sparePx?: number
  readonly children: ReactNode
}

interface Room {
  readonly heightPx: number
  readonly widthPx: number
}

/**
 * What a live page says above what somebody reads: however it grows or shrinks, it keeps the room it had, and nothing
 * below it moves. What no longer fits is there at the press of a button, or when the focus goes to it.
 */
export function HeldRoom({ held, sparePx = 0, children }: HeldRoomProps) {
  const { common } = useMessages()
  const outer = useRef<HTMLDivElement>(null)
  const inner = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState<Room | null>(null)
  const [isCut, setCut] = useState(false)
  const measured = (spare = 0): Room | null =>
    inner.current === null
      ? null
      : { heightPx: inner.current.offsetHeight + spare, widthPx: inner.current.offsetWidth }
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is there when it begins to be held decides, and no later render
  useLayoutEffect(() => {
    if (held) setRoom((known) => known ?? measured(sparePx))
  }, [held])
  const heightPx = room?.heightPx ?? null
  const widthPx = room?.widthPx ?? null
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured reads the page
  useLayoutEffect(() => {
    const element = inner.current
    if (element === null || heightPx === null) return
    const look = () => {
      // Another width is another layout: everything moves anyway.
      if (element.offsetWidth !== widthPx) setRoom(measured(sparePx))
      else setCut(element.offsetHeight > heightPx)
    }
    const observer = new ResizeObserver(look)
    observer.observe(element)
    look()
    return () => observer.disconnect()
  }, [heightPx, widthPx])
  const show = () => setRoom(measured())
  const handleFocus = ({ target }: FocusEvent) => {
    const end = outer.current?.getBoundingClientRect().bottom ?? Number.POSITIVE_INFINITY
    if (isCut && inner.current?.contains(target) && target.getBoundingClientRect().bottom > end) show()
  }
  return (
    <Outer
      ref={outer}
      data-held={heightPx === null ? undefined : true}
      style={heightPx === null ? { paddingBottom: sparePx } : { height: heightPx }}
      onFocus={handleFocus}
    >
      <Inner ref={inner}>{children}</Inner>
      {isCut ? (
        <SmallButton type="button" onClick={show}>
          {common.showNew} <span aria-hidden="true">▾</span>
        </SmallButton>
      ) : null}
    </Outer>
  )
}

const Outer = styled('div')({
  position: 'relative',
  flex: 'none',
  minWidth: 0,
  // Not hidden: that could be scrolled, out of sight of the button.
  overflow: 'clip',
  overflowClipMargin: 4,
  '& > button': { position: 'absolute', insetInlineEnd: 0, bottom: 0 },
})

const Inner = styled('div')({ display: 'flow-root', minWidth: 0 })
