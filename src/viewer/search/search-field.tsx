import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useReaderToolsMessages } from '#i18n'
import type { SearchQuery } from '#log'
import { findStepOf } from './find-key.ts'
import type { SearchDirection } from './use-log-search.ts'

export interface SearchFieldProps {
  readonly query: SearchQuery
  readonly onChange: (query: SearchQuery) => void
  readonly onFind: (direction: SearchDirection) => void
  /** The cursor is to go into the lines. */
  readonly onEnterLines: () => void
  /** The text is not a regular expression. */
  readonly isInvalid: boolean
  /** Id of the element that says how the search stands. */
  readonly describedBy: string
  /** Another number asks for the cursor, with the whole text selected; 0 for nobody who asked. */
  readonly focusRequest: number
}

/** Long enough that a word typed fluently is searched once, short enough to feel immediate. */
const waitMs = 120

/** The text looked for, and how it is meant. */
export function SearchField(props: SearchFieldProps) {
  const words = useReaderToolsMessages()
  const { query, onChange, onFind, focusRequest } = props
  const { draft, setDraft, flush, composition } = useDraft(query.text, (text) => onChange({ ...query, text }))
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (focusRequest === 0) return
    input.current?.focus()
    input.current?.select()
    // On a phone the log may be half below the screen: what is looked for is to be seen.
    input.current?.closest('.log-viewer')?.scrollIntoView({ block: 'nearest' })
  }, [focusRequest])

  const onKeyDown = (event: KeyboardEvent): void => {
    const isDown = event.key === 'ArrowDown' && !event.nativeEvent.isComposing
    const direction = stepOf(event)
    if (!isDown && direction === null) return
    event.preventDefault()
    // A text not searched yet goes to its first match by itself.
    const isNew = flush()
    if (isDown) props.onEnterLines()
    else if (!isNew && direction !== null) onFind(direction)
  }
  const toggle = (name: 'matchCase' | 'wholeWord' | 'isRegex') => (): void =>
    onChange({ ...query, text: draft, [name]: !query[name] })
  return (
    <search className="log-search-field" onKeyDown={(event) => pressByLetter(event, toggle)}>
      <input
        ref={input}
        type="search"
        value={draft}
        aria-label={words.search.field}
        aria-describedby={props.describedBy}
        aria-invalid={props.isInvalid}
        placeholder={words.search.field}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        enterKeyHint="search"
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={onKeyDown}
        {...composition}
      />
      <span className="log-tools log-search-toggles">
        <Toggle name={words.search.matchCase} isOn={query.matchCase} onClick={toggle('matchCase')}>
          Aa
        </Toggle>
        <Toggle name={words.search.wholeWord} isOn={query.wholeWord} onClick={toggle('wholeWord')}>
          <u>ab</u>
        </Toggle>
        <Toggle name={words.search.regex} isOn={query.isRegex} onClick={toggle('isRegex')}>
          .*
        </Toggle>
      </span>
    </search>
  )
}

function stepOf(event: KeyboardEvent): SearchDirection | null {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return findStepOf(event)
  return event.shiftKey ? 'previous' : 'next'
}

/** By the place on the keyboard: Option and a letter types another character on a Mac. */
const letters = { KeyC: 'matchCase', KeyW: 'wholeWord', KeyR: 'isRegex' } as const

function pressByLetter(
  event: KeyboardEvent,
  toggle: (name: 'matchCase' | 'wholeWord' | 'isRegex') => () => void,
): void {
  const name = letters[event.code as keyof typeof letters]
  if (name === undefined || !event.altKey || event.ctrlKey || event.metaKey) return
  event.preventDefault()
  toggle(name)()
}

interface ToggleProps {
  readonly name: string
  readonly isOn: boolean
  readonly onClick: () => void
  readonly children: ReactNode
}

function Toggle({ name, isOn, onClick, children }: ToggleProps) {
  return (
    <button
      type="button"
      className="log-tool"
      aria-label={name}
      title={name}
      aria-pressed={isOn}
      onClick={onClick}
    >
      <span aria-hidden="true">{children}</span>
    </button>
  )
}

/** The text as it is typed, told on after a moment, or at once with `flush`. A text changed elsewhere wins. */
function useDraft(text: string, onText: (text: string) => void) {
  const [draft, setDraft] = useState(text)
  const [shownFor, setShownFor] = useState(text)
  const [told, setTold] = useState(text)
  // Letters on their way to becoming a character are no text yet.
  const [isComposing, setComposing] = useState(false)
  if (shownFor !== text) {
    setShownFor(text)
    // What we told ourselves comes back: it must not take away what has been typed since.
    if (text !== told) setDraft(text)
  }
  const tell = useRef(onText)
  useEffect(() => {
    tell.current = onText
  })
  useEffect(() => {
    if (draft === text || isComposing) return
    const timer = setTimeout(() => {
      setTold(draft)
      tell.current(draft)
    }, waitMs)
    return () => clearTimeout(timer)
  }, [draft, text, isComposing])
  /** Answers whether there was anything to tell. */
  const flush = (): boolean => {
    if (draft === text) return false
    setTold(draft)
    onText(draft)
    return true
  }
  const composition = {
    onCompositionStart: () => setComposing(true),
    onCompositionEnd: () => setComposing(false),
  }
  return { draft, setDraft, flush, composition }
}
