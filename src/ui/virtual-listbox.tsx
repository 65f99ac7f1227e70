import { styled } from '@mui/material/styles'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useState } from 'react'
import { useVirtualizer } from 'react-window'
import { indexAfterKey } from './list-keys.ts'

export interface OptionState {
  readonly selected: boolean
  readonly active: boolean
}

export interface VirtualListboxProps<Option> {
  /** Accessible name: "Hosts". */
  readonly label: string
  /** Up to a million; keep the array's identity while nothing changed. */
  readonly options: readonly Option[]
  readonly optionKey: (option: Option) => string
  readonly renderOption: (option: Option, state: OptionState) => ReactNode
  /** Accessible name of an option when its content does not read well by itself. */
  readonly optionLabel?: (option: Option) => string
  readonly selectedKey: string | null
  readonly onSelect: (option: Option) => void
  /** Moving with the keys selects at once, instead of waiting for Enter or Space. */
  readonly selectionFollowsFocus?: boolean
  readonly rowHeight?: number
  /** Instead of options when there are none. */
  readonly empty?: ReactNode
  /** CSS height; 100 % of its parent when not given. */
  readonly height?: number | string
}

/** A listbox that mounts only the options in view: one tab stop, arrows, Home, End, pages. */
export function VirtualListbox<Option>(props: VirtualListboxProps<Option>) {
  const { label, options, optionKey, renderOption, optionLabel, selectedKey, onSelect } = props
  const { selectionFollowsFocus = false, rowHeight = 32, empty, height = '100%' } = props
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null)
  const [content, setContent] = useState<HTMLDivElement | null>(null)
  const id = useId()
  const { items, totalSize, scrollToIndex, visibleRange } = useVirtualizer({
    count: options.length,
    element: content,
    scrollElement: scroller,
    itemSize: rowHeight,
    defaultSize: 600,
    overscanCount: 8,
  })
  const { activeIndex, setActiveKey } = useActiveOption(props)
  useRevealSelected({ index: activeIndex, selectedKey, ready: content !== null, scrollToIndex })
  const handleKeyDown = (event: KeyboardEvent) => {
    const active = options[activeIndex]
    if ((event.key === 'Enter' || event.key === ' ') && active !== undefined) {
      event.preventDefault()
      onSelect(active)
      return
    }
    const pageSize = Math.max(1, visibleRange.stopIndex - visibleRange.startIndex)
    const nextIndex = indexAfterKey(event.key, activeIndex, options.length, pageSize)
    const next = nextIndex === null ? undefined : options[nextIndex]
    if (nextIndex === null || next === undefined) return
    event.preventDefault()
    setActiveKey(optionKey(next), selectionFollowsFocus)
    scrollToIndex({ index: nextIndex, align: 'auto' })
    if (selectionFollowsFocus) onSelect(next)
  }
  const optionId = (index: number): string => `${id}-option-${index}`
  const activeMounted = items.some((item) => item.index === activeIndex)
  return (
    <Frame style={{ height }}>
      <Scroller
        ref={setScroller}
        role="listbox"
        tabIndex={0}
        aria-label={label}
        aria-activedescendant={activeMounted ? optionId(activeIndex) : undefined}
        onKeyDown={handleKeyDown}
      >
        <Content ref={setContent} role="presentation" style={{ height: totalSize }}>
          {items.map(({ index, offset }) => {
            const option = options[index]
            if (option === undefined) return null
            const key = optionKey(option)
            const state = { selected: key === selectedKey, active: index === activeIndex }
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox itself handles the keys of its active option
              // biome-ignore lint/a11y/useFocusableInteractive: focus stays on the listbox, aria-activedescendant points here
              <div
                key={key}
                id={optionId(index)}
                role="option"
                aria-selected={state.selected}
                aria-setsize={options.length}
                aria-posinset={index + 1}
                aria-label={optionLabel?.(option)}
                data-active={state.active || undefined}
                onClick={() => {
                  setActiveKey(key, true)
                  onSelect(option)
                }}
                style={{ top: offset, height: rowHeight }}
              >
                {renderOption(option, state)}
              </div>
            )
          })}
        </Content>
      </Scroller>
      {options.length === 0 ? <Empty>{empty}</Empty> : null}
    </Frame>
  )
}

/** Which option the keys go on from, and which ones were chosen here but have not come back as selected yet. */
interface ActiveOption {
  readonly key: string | null
  readonly selectedKey: string | null
  readonly asked: readonly string[]
}

/**
 * The active option is kept by key, so that it stays the same one when the list is filtered or sorted again. A
 * selection that changes from outside (the back button) takes it along; a late echo of a choice made here does not,
 * or fast keys would be thrown back.
 */
function useActiveOption<Option>({ options, optionKey, selectedKey }: VirtualListboxProps<Option>) {
  const [active, setActive] = useState<ActiveOption>({ key: selectedKey, selectedKey, asked: [] })
  if (active.selectedKey !== selectedKey) setActive(afterSelection(active, selectedKey))
  const wanted = active.key ?? selectedKey
  const activeIndex = useMemo(
    () => (wanted === null ? -1 : options.findIndex((option) => optionKey(option) === wanted)),
    [options, optionKey, wanted],
  )
  const setActiveKey = (key: string, chosen: boolean) =>
    setActive((before) => ({ ...before, key, asked: chosen ? [...before.asked, key] : before.asked }))
  return { activeIndex, setActiveKey }
}

function afterSelection(active: ActiveOption, selectedKey: string | null): ActiveOption {
  if (selectedKey !== null && selectedKey !== active.key && active.asked.includes(selectedKey))
    return { ...active, selectedKey }
  return { key: selectedKey ?? active.key, selectedKey, asked: [] }
}

interface Reveal {
  readonly index: number
  readonly selectedKey: string | null
  readonly ready: boolean
  readonly scrollToIndex: (options: { index: number; align: 'smart' }) => void
}

/** Brings the selected option into view once, when it first appears (a deep link into 50,000 hosts). */
function useRevealSelected({ index, selectedKey, ready, scrollToIndex }: Reveal): void {
  const [revealedKey, setRevealedKey] = useState<string | null>(null)
  useEffect(() => {
    if (!ready || index < 0 || selectedKey === null || revealedKey === selectedKey) return
    setRevealedKey(selectedKey)
    scrollToIndex({ index, align: 'smart' })
  }, [ready, index, selectedKey, revealedKey, scrollToIndex])
}

const Frame = styled('div')({ position: 'relative', minHeight: 0 })

/** Beside the listbox, not in it: only options may stand there. */
const Empty = styled('div')({ position: 'absolute', inset: 0, overflow: 'auto' })

const Scroller = styled('div')(({ theme }) => ({
  height: '100%',
  overflow: 'auto',
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
      padding: '0 10px',
      overflow: 'hidden',
      whiteSpace: 'nowrap',
      cursor: 'pointer',
    },
    '& > [role="option"]:hover': { backgroundColor: palette.action.hover },
    '& > [aria-selected="true"]': {
      backgroundColor: palette.action.selected,
      boxShadow: `inset 3px 0 0 ${palette.primary.main}`,
    },
  }
})
