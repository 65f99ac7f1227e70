import { useEffect, useMemo, useRef } from 'react'
import { useFormat, useMessages, useTimeZone } from '#i18n'
import type { RowActions, RowLook } from './rows/row-look.ts'
import { lazyModule, useLoaded } from './tools/use-loaded.ts'
import type { Reader } from './use-reader.ts'

// Few ask for a column of times: nobody else waits for its words.
const timeWords = lazyModule(() => import('./rows/time-words.ts'))

/** How rows look: the same object as long as the preferences are, so that no row renders for nothing. */
export function useRowLook({ preferences, props }: Reader): RowLook {
  const format = useFormat()
  const { readerRows: words } = useMessages()
  const [timeZone] = useTimeZone()
  const { time, lineNumbers, severityColors } = preferences
  const naiveTimeZone = props.naiveTimeZone ?? timeZone
  const loaded = useLoaded(time === 'off' ? null : timeWords)
  const times = typeof loaded === 'object' ? loaded : null
  return useMemo(
    () => ({
      hasNumbers: lineNumbers,
      hasSeverity: severityColors,
      timeWords: times === null ? awaited[time] : times.createTimeWords(time, { format, naiveTimeZone }),
      timeTitle:
        times?.createTimeTitle(time, { format, naiveTimeZone, timeZone, words }) ?? (() => undefined),
    }),
    [time, times, lineNumbers, severityColors, format, naiveTimeZone, timeZone, words],
  )
}

/** The column has its room before its words are here. */
const noWords = (): string => ''
const awaited = { off: null, clock: noWords, 'since-start': noWords, gap: noWords }

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
