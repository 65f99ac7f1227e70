import { useEffect, useMemo, useRef } from 'react'
import { useFormat, useMessages, useTimeZone } from '#i18n'
import type { RowActions, RowLook } from './rows/row-look.ts'
import { createTimeTitle, createTimeWords } from './rows/time-words.ts'
import type { Reader } from './use-reader.ts'

/** How rows look: the same object as long as the preferences are, so that no row renders for nothing. */
export function useRowLook({ preferences, props }: Reader): RowLook {
  const format = useFormat()
  const { readerRows: words } = useMessages()
  const [timeZone] = useTimeZone()
  const { time, lineNumbers, severityColors } = preferences
  const naiveTimeZone = props.naiveTimeZone ?? timeZone
  return useMemo(
    () => ({
      hasNumbers: lineNumbers,
      hasSeverity: severityColors,
      timeWords: createTimeWords(time, { format, naiveTimeZone }),
      timeTitle: createTimeTitle(time, { format, naiveTimeZone, timeZone, words }),
    }),
    [time, lineNumbers, severityColors, format, naiveTimeZone, timeZone, words],
  )
}

/** What rows can ask for: the same object always. */
export function useRowActions(reader: Reader): RowActions {
  const latest = useRef(reader)
  useEffect(() => {
    latest.current = reader
  })
  return useMemo(
    () => ({
      pickLine: (lineNumber, extend) => latest.current.touch.pick(lineNumber, extend),
      toggleSection: (lineIndex) => latest.current.at.toggleSection(lineIndex),
      toggleStates: (lineIndex) => latest.current.at.toggleStates(lineIndex),
      showGap: (lineIndex, reason) => {
        const { at, searching } = latest.current
        if (reason === 'filter') searching.showAll()
        // The line before the gap is the one that the section folds under.
        else at.toggleSection(lineIndex - 1)
      },
    }),
    [],
  )
}

/** Rows that stay in the page: the ends of the selection, and the one with the focus. */
export function usePinnedRows({ selected, cursor }: Reader): readonly number[] {
  const { pinnedRowIndexes } = selected
  const { focusedRowIndex } = cursor
  return useMemo(() => {
    const all = new Set(pinnedRowIndexes)
    if (focusedRowIndex !== null) all.add(focusedRowIndex)
    return [...all].sort((one, other) => one - other)
  }, [pinnedRowIndexes, focusedRowIndex])
}
