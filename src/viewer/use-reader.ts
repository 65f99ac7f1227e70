import { useCallback, useState } from 'react'
import type { FoundMatch, SearchQuery } from '#log'
import type { LogViewerProps } from './log-viewer-props.ts'
import { createTurns } from './rows/turns.ts'
import { useLineChoice } from './rows/use-line-choice.ts'
import { useLineCursor } from './rows/use-line-cursor.ts'
import { useReveal } from './rows/use-reveal.ts'
import { useTextSelection } from './rows/use-text-selection.ts'
import { useTouchChoice } from './rows/use-touch-choice.ts'
import { placeOfLine } from './rows/whereabouts.ts'
import { soughtQuery } from './search/search-settings.ts'
import { useLogSearch } from './search/use-log-search.ts'
import { useSearching } from './search/use-searching.ts'
import { type Errors, useErrors } from './tools/use-errors.ts'
import { useLogPreferences } from './tools/use-log-preferences.ts'
import { useTextOut } from './tools/use-text-out.ts'
import { useMeaning } from './use-meaning.ts'
import { useNewLines } from './use-new-lines.ts'
import { useReaderView } from './use-reader-view.ts'

/** Everything about one log on screen: what is shown of it, where, and what was asked of it. */
export type Reader = ReturnType<typeof useReader>

export function useReader(props: LogViewerProps) {
  const { store, documentId, onFollowChange } = props
  const [preferences, setPreferences] = useLogPreferences()
  const searching = useSearching(props.search, props.onSearchChange)
  const at = useReaderView({ props, preferences, search: searching.settings })
  const { view, snapshot, element, placeNow, goTo } = at
  const lineCount = snapshot?.lineCount ?? 0
  const choice = useLineChoice({
    store,
    documentId,
    asked: props.selection,
    onChange: props.onSelectionChange,
  })
  const { chosen, choose } = choice
  const touch = useTouchChoice(choice)
  const selected = useTextSelection(element, view, snapshot?.layout)
  const out = useTextOut({ ...props, view, snapshot, chosen, selectedText: selected.range })
  const { setNotice } = out
  const goToLine = async (lineNumber: number): Promise<void> => {
    onFollowChange(false)
    const isShown = await goTo(placeOfLine(Math.max(1, lineNumber) - 1))
    if (!isShown) setNotice({ kind: 'hidden-line', lineNumber })
  }
  useReveal({
    store,
    documentId,
    linked: choice.linked,
    chosen,
    lineCount,
    isComplete: snapshot?.complete === true,
    hasMoved: at.scroll.hasMoved,
    onGo: (lineNumber) => void goToLine(lineNumber),
    onMoved: choose,
    onNotice: setNotice,
  })
  const open = useCallback((query: SearchQuery) => store.search(documentId, query), [store, documentId])
  const onFound = async (match: FoundMatch): Promise<void> => {
    onFollowChange(false)
    const isShown = await goTo(match, 'near')
    setNotice(isShown ? null : { kind: 'hidden-line', lineNumber: match.lineIndex + 1 })
  }
  const finding = useLogSearch({
    query: soughtQuery(searching.settings),
    open,
    placeNow,
    onFound,
    // Lines that an address names go before what it looks for, and so does the end that is followed.
    startsAtMatch: () => choice.linked === null && !props.follow && !at.scroll.hasMoved(),
  })
  const meaning = useMeaning(store, documentId)
  const errorSteps = useErrors({
    meaning: meaning.known,
    viewNow: () => ({ firstLineIndex: placeNow().lineIndex, lastLineIndex: at.lastPlaceNow().lineIndex }),
    onNone: (direction) => setNotice({ kind: 'no-error', direction }),
    onFound: (lineIndex) => {
      setNotice(null)
      choose({ first: lineIndex + 1, last: lineIndex + 1 })
      return goToLine(lineIndex + 1)
    },
  })
  const cursor = useLineCursor({
    element,
    chosenNow: choice.chosenNow,
    choose,
    lineAfter: at.lineAfter,
    firstLineInView: () => placeNow().lineIndex,
    reveal: at.reveal,
  })
  const [turns] = useState(createTurns)
  const errors: Errors = {
    count: errorSteps.count,
    go: (step) => turns.add((isWanted) => errorSteps.go(step, isWanted)),
  }
  const [isWholeSelected, setWholeSelected] = useState(false)
  const selectWhole = (isSelected: boolean): void => {
    setWholeSelected(isSelected)
    setNotice(isSelected ? { kind: 'selected' } : null)
  }
  return {
    props,
    at,
    preferences,
    setPreferences,
    searching,
    finding,
    choice,
    touch,
    cursor,
    selected,
    isWholeSelected,
    selectWhole,
    out,
    meaning,
    errors,
    turns,
    goToLine,
    newLines: useNewLines(snapshot, props.follow),
  }
}
