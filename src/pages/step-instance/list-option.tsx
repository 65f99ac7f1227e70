import { type MouseEvent, memo, type ReactNode } from 'react'
import type { ListEntry } from './list-places.ts'

/** What stands in an option, and what is read out for it. Keep the identity while neither changes. */
export interface ListFace {
  readonly render: (entry: ListEntry, isChosen: boolean) => ReactNode
  readonly labelOf: (entry: ListEntry) => string
}

interface ListOptionProps {
  readonly id: string
  /** Keep the identity: `listPlaces` does. */
  readonly entry: ListEntry
  readonly face: ListFace
  readonly index: number
  readonly count: number
  readonly topPx: number
  readonly heightPx: number
  readonly isSelected: boolean
  readonly isOpened: boolean
  readonly isActive: boolean
  /** One of several chosen hosts. */
  readonly isChosen: boolean
  /** Some are chosen, this one or all of this group among them. */
  readonly isChecked: boolean
  readonly onClick: (event: MouseEvent, entry: ListEntry) => void
}

/** One option of the list; rendered again only when something of its own changed. */
export const ListOption = memo(function ListOption(props: ListOptionProps) {
  const { entry, face, index, topPx, heightPx } = props
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox itself handles the keys of its active option
    // biome-ignore lint/a11y/useFocusableInteractive: focus stays on the listbox, aria-activedescendant points here
    <div
      id={props.id}
      role="option"
      aria-selected={props.isSelected}
      aria-current={props.isOpened ? 'true' : undefined}
      aria-setsize={props.count}
      aria-posinset={index + 1}
      aria-label={face.labelOf(entry)}
      data-active={props.isActive || undefined}
      data-group={entry.kind === 'group' || undefined}
      data-chosen={props.isChosen || undefined}
      onClick={(event) => props.onClick(event, entry)}
      style={{ top: topPx, height: heightPx }}
    >
      {face.render(entry, props.isChecked)}
    </div>
  )
})
