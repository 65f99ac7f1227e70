import { styled } from '@mui/material/styles'
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
} from 'react'
import { takeWheel } from '#ui'
import { type ListActionsOptions, listActions } from './list-actions.ts'
import { type ListMove, moveOfKey } from './list-moves.ts'
import { type ListFace, ListOption } from './list-option.tsx'
import { isHeadKey, type ListEntry } from './list-places.ts'
import { useActiveKey, useRevealOpened } from './use-active-key.ts'
import { useHeldScroll } from './use-held-scroll.ts'

export interface HostListboxProps extends ListActionsOptions {
  /** Accessible name, and id of the element that explains the keys. */
  readonly label: string
  readonly describedBy: string
  readonly entries: Int32Array
  /** Changes when the reader asked for another list, not when results came in. */
  readonly asked: string
  /** Groups of which all hosts shown are chosen. */
  readonly chosenGroups: ReadonlySet<string>
  readonly rowHeight: number
  readonly face: ListFace
  readonly empty: ReactNode
}

/** Rows mounted beyond either edge. */
const overscan = 4

/**
 * The hosts as a listbox that mounts only what is in view. Moving opens the host; choosing several is apart from
 * that. As long as none is chosen, the open host is the selected one.
 */
export function HostListbox(props: HostListboxProps) {
  const { label, describedBy, entries, places, asked, openedKey, selection, rowHeight, empty } = props
  const { chosenGroups, face } = props
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  useEffect(
    () => (scroller.current === null ? undefined : takeWheel(scroller.current, rowHeight)),
    [rowHeight],
  )
  const [keptKey, setActiveKey] = useActiveKey(openedKey)
  // The keys do not stay on the head of a group that is gone.
  const isGone = keptKey !== null && isHeadKey(keptKey) && places.indexOf(keptKey) < 0
  const activeKey = isGone ? openedKey : keptKey
  const activeIndex = activeKey === null ? -1 : places.indexOf(activeKey)
  const held = useHeldScroll({
    ...{ scroller, entries, asked, activeKey, rowHeightPx: rowHeight },
    ...{ count: places.count, keyAt: places.keyAt, indexOf: places.indexOf },
  })
  useRevealOpened(openedKey, places, held.fit > 1, held.reveal)
  const lastIndex = useRef(0)
  if (activeIndex >= 0) lastIndex.current = activeIndex
  const act = listActions(props, activeKey)

  const goTo = (move: ListMove) => {
    // A host that a filter has taken away since leaves its place to go on from.
    const from = activeIndex < 0 ? lastIndex.current - (move.step > 0 ? 1 : 0) : activeIndex
    const index = Math.max(
      0,
      Math.min(places.count - 1, move.to ?? from + move.step * (move.pages ? Math.max(1, held.fit - 2) : 1)),
    )
    const entry = places.at(index)
    if (entry === null) return
    act.go(entry, move)
    setActiveKey(entry.key)
    held.reveal(index)
  }
  const click = useNewest((event: MouseEvent, entry: ListEntry) => {
    setActiveKey(entry.key)
    act.click(event, entry)
  })
  const handleKeyDown = (event: KeyboardEvent) => {
    const active = activeIndex < 0 ? null : places.at(activeIndex)
    const move = moveOfKey(event, places.count)
    if (move !== null) goTo(move)
    else if (!act.press(event, active, (key) => goTo({ to: places.indexOf(key), step: 0, mode: 'move' })))
      return
    event.preventDefault()
  }
  const first = Math.max(0, held.first - overscan)
  const last = Math.min(places.count, held.first + held.fit + overscan)
  const mounted = Array.from({ length: Math.max(0, last - first) }, (_, at) => first + at)
  const isSelected = (entry: ListEntry) => {
    if (selection.keys.size === 0) return entry.key === openedKey
    return entry.kind === 'host' ? selection.keys.has(entry.key) : chosenGroups.has(entry.shown.group.id)
  }
  return (
    <Frame>
      <Scroller
        ref={scroller}
        role="listbox"
        tabIndex={0}
        aria-label={label}
        aria-multiselectable="true"
        aria-describedby={describedBy}
        aria-activedescendant={
          activeKey !== null && activeIndex >= first && activeIndex < last
            ? optionId(id, activeKey)
            : undefined
        }
        onKeyDown={handleKeyDown}
        onScroll={held.onScroll}
      >
        <Content role="presentation" style={{ height: held.heightPx }}>
          {mounted.map((index) => {
            const entry = places.at(index)
            if (entry === null) return null
            const isChosen = isSelected(entry)
            return (
              <ListOption
                // By place: an option that leaves on one side is the one that comes on the other.
                key={index % (held.fit + 2 * overscan)}
                {...{ entry, face, index }}
                id={optionId(id, entry.key)}
                count={places.count}
                topPx={held.abovePx + index * rowHeight}
                heightPx={rowHeight}
                isSelected={isChosen}
                isOpened={entry.key === openedKey}
                isActive={entry.key === activeKey}
                isChosen={selection.keys.has(entry.key)}
                isChecked={selection.keys.size > 0 && isChosen}
                onClick={click}
              />
            )
          })}
        </Content>
      </Scroller>
      {places.count === 0 ? <Empty>{empty}</Empty> : null}
    </Frame>
  )
}

/** One function for good that does what the newest one does: no option is rendered again for a new closure. */
function useNewest<Arguments extends readonly unknown[]>(action: (...all: Arguments) => void) {
  const newest = useRef(action)
  useLayoutEffect(() => {
    newest.current = action
  })
  return useCallback((...all: Arguments) => newest.current(...all), [])
}

/** Ids must not hold blanks; tags may. */
function optionId(id: string, key: string): string {
  return `${id}-${encodeURIComponent(key)}`
}

const Frame = styled('div')({ position: 'relative', minHeight: 0 })

/** Beside the listbox, not in it: only options may stand there. */
const Empty = styled('div')({ position: 'absolute', inset: 0, overflow: 'auto' })

const Scroller = styled('div')(({ theme }) => ({
  position: 'absolute',
  inset: 0,
  overflow: 'auto',
  // The list keeps its place by itself.
  overflowAnchor: 'none',
  outline: 'none',
  // Where no active option is in view, the list itself shows that it has the focus.
  '&:focus-visible [data-active], &:focus-visible:not(:has([data-active]))': {
    outline: `2px solid ${(theme.vars ?? theme).palette.primary.main}`,
    outlineOffset: -2,
  },
}))

const Content = styled('div')(({ theme }) => {
  const { palette } = theme.vars ?? theme
  return {
    position: 'relative',
    '& > [role="option"]': {
      position: 'absolute',
      insetInline: 0,
      boxSizing: 'border-box',
      display: 'flex',
      alignItems: 'center',
      gap: 8,
      padding: '0 16px 0 6px',
      overflow: 'hidden',
      whiteSpace: 'nowrap',
      cursor: 'pointer',
      userSelect: 'none',
    },
    '& > [role="option"]:hover': { backgroundColor: palette.action.hover },
    '& > [data-group]': { backgroundColor: palette.action.hover, fontWeight: 600 },
    '& > [data-chosen]': { backgroundColor: palette.action.hover },
    '& > [aria-current="true"]': {
      backgroundColor: palette.action.selected,
      boxShadow: `inset 3px 0 0 ${palette.primary.main}`,
    },
  }
})
