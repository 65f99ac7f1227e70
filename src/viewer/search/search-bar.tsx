import { type KeyboardEvent, useId, useState } from 'react'
import { useReaderToolsMessages } from '#i18n'
import { ToolButton } from '../tools/tool-button.tsx'
import { ToolIcon } from '../tools/tool-icon.tsx'
import { FilterControls } from './filter-controls.tsx'
import { findStepOf, isFindKey } from './find-key.ts'
import { SearchCount } from './search-count.tsx'
import { SearchField } from './search-field.tsx'
import { filterOf, type SearchSettings } from './search-settings.ts'
import type { Finding, SearchDirection } from './use-log-search.ts'

export interface SearchBarProps {
  readonly settings: SearchSettings
  readonly onChange: (settings: SearchSettings) => void
  readonly finding: Finding
  /** Lines of the log so far. */
  readonly lineCount: number
  /** Another number puts the cursor into the field; 0 leaves it where it is, as an address does. */
  readonly focusRequest: number
  /** The focus is to go into the log; the search stays. */
  readonly onEnterLines: () => void
  /** Has to give the focus back to the log. */
  readonly onClose: () => void
}

/** Looks for a text in the log: field, count, next and previous, and which lines are shown. */
export function SearchBar(props: SearchBarProps) {
  const { settings, onChange, finding, lineCount, focusRequest, onEnterLines, onClose } = props
  const { search } = useReaderToolsMessages()
  const countId = useId()
  const { state, find } = finding
  const [again, setAgain] = useState(0)
  const [areOptionsShown, setOptionsShown] = useState(false)
  const isNothingFound = state === null || state.count === 0
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.defaultPrevented) return
    const direction = findStepOf(event) ?? letterStepOf(event)
    if (event.key === 'Escape') onClose()
    else if (direction !== null) find(direction)
    else if (isFindKey(event)) setAgain((last) => last + 1)
    else return
    event.preventDefault()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a legend and a box that nobody asked for
    <div
      role="group"
      aria-label={search.name}
      className={areOptionsShown ? 'log-search with-options' : 'log-search'}
      onKeyDown={onKeyDown}
    >
      <SearchField
        query={settings.query}
        onChange={(query) => onChange({ ...settings, query })}
        onFind={find}
        onEnterLines={onEnterLines}
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
      <button
        type="button"
        className={hasOptions(settings) ? 'log-tool log-search-options is-on' : 'log-tool log-search-options'}
        aria-label={hasOptions(settings) ? search.optionsOn : search.options}
        aria-expanded={areOptionsShown}
        title={search.options}
        onClick={() => setOptionsShown(!areOptionsShown)}
      >
        <ToolIcon name="view" />
      </button>
      <ToolButton name={search.close} icon="close" onClick={onClose} />
      <FilterControls settings={settings} onChange={onChange} />
    </div>
  )
}

/** `n` and `N` on a button of the bar; in a field they are letters. */
function letterStepOf({ key, target, altKey, ctrlKey, metaKey }: KeyboardEvent): SearchDirection | null {
  if (altKey || ctrlKey || metaKey || !(target instanceof HTMLButtonElement)) return null
  return key === 'n' ? 'next' : key === 'N' ? 'previous' : null
}

/** Something behind the button of a narrow reader changes what is found or shown. */
function hasOptions(settings: SearchSettings): boolean {
  const { matchCase, wholeWord, isRegex } = settings.query
  return matchCase || wholeWord || isRegex || filterOf(settings) !== null
}
