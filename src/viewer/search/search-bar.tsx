import { type KeyboardEvent, useId, useState } from 'react'
import { useMessages } from '#i18n'
import { ToolButton } from '../tools/tool-button.tsx'
import { FilterControls } from './filter-controls.tsx'
import { isFindKey } from './find-key.ts'
import { SearchCount } from './search-count.tsx'
import { SearchField } from './search-field.tsx'
import type { SearchSettings } from './search-settings.ts'
import type { Finding } from './use-log-search.ts'

export interface SearchBarProps {
  readonly settings: SearchSettings
  readonly onChange: (settings: SearchSettings) => void
  readonly finding: Finding
  /** Lines of the log so far. */
  readonly lineCount: number
  /** Another number puts the cursor into the field; 0 leaves it where it is, as an address does. */
  readonly focusRequest: number
  /** Has to give the focus back to the log. */
  readonly onClose: () => void
}

/** Looks for a text in the log: field, count, next and previous, and which lines are shown. */
export function SearchBar({ settings, onChange, finding, lineCount, focusRequest, onClose }: SearchBarProps) {
  const { search } = useMessages().reader
  const countId = useId()
  const { state, find } = finding
  const [again, setAgain] = useState(0)
  const isNothingFound = state === null || state.count === 0
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') onClose()
    else if (event.key === 'F3') find(event.shiftKey ? 'previous' : 'next')
    else if (isFindKey(event)) setAgain((last) => last + 1)
    else return
    event.preventDefault()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a legend and a box that nobody asked for
    <div role="group" aria-label={search.name} className="log-search" onKeyDown={onKeyDown}>
      <SearchField
        query={settings.query}
        onChange={(query) => onChange({ ...settings, query })}
        onFind={find}
        isInvalid={state?.phase === 'invalid'}
        describedBy={countId}
        focusRequest={focusRequest + again}
      />
      <span className="log-tools">
        <ToolButton
          name={search.previous}
          icon="up"
          isDisabled={isNothingFound}
          onClick={() => find('previous')}
        />
        <ToolButton name={search.next} icon="down" isDisabled={isNothingFound} onClick={() => find('next')} />
      </span>
      <SearchCount id={countId} finding={finding} lineCount={lineCount} />
      <ToolButton name={search.close} icon="close" onClick={onClose} />
      <FilterControls settings={settings} onChange={onChange} />
    </div>
  )
}
